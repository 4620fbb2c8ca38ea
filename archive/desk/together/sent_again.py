"""What was sent and did not arrive, as a form that can be sent again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.http.request import RawPostDataException

from archive.desk.ended_session import FILE, fields_of
from archive.working.kept_input import is_wanted

CONTROL = "typed"  # says of a form that it is sent again
LONG = 60  # characters: from here on a field of several lines


@dataclass(frozen=True)
class Sent:
    name: str
    value: str

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").replace("-", " ").strip()

    @property
    def is_long(self) -> bool:
        return len(self.value) > LONG or "\n" in self.value


@dataclass
class Fields:
    """`words` are what a person may have typed, `others` the rest of the form, `files` what has to be chosen again."""

    words: list[Sent] = field(default_factory=list)
    others: list[Sent] = field(default_factory=list)
    files: list[Sent] = field(default_factory=list)


def is_from_here(request: HttpRequest) -> bool:
    """Whether a page of ours sent it. What another site put into a form of ours is not shown as typed by its reader."""
    came_from = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(came_from).netloc == request.get_host()


def sent_from_here(request: HttpRequest) -> Fields | None:
    """What a page of ours sent; nothing where it could not be taken in, such as a file on a full disk."""
    try:
        return fields_again(fields_of(request)) if is_from_here(request) else None
    except (OSError, RawPostDataException):
        return None


def fields_again(sent: Mapping[str, Sequence[str]]) -> Fields:
    """Without passwords and what only made sense once."""
    fields = Fields()
    for name, values in sent.items():
        for value in values if is_wanted(name) and name != CONTROL else ():
            if name.startswith(FILE):
                fields.files.append(Sent(name.removeprefix(FILE), value))
            else:
                (fields.words if any(one.isspace() for one in value) else fields.others).append(Sent(name, value))
    return fields
