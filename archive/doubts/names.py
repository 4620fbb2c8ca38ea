"""What speaks against the names of a speaker: somebody else may be called so, in other letters or in these; a person may be a body."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from archive.enums import SpeakerKind
from archive.errors import Doubt
from archive.lookalikes import skeleton
from archive.models import Outlet, Speaker
from archive.models.fields import folded
from archive.printed_names import is_odd, looks_like_a_body
from archive.romanised import is_other_script, may_be_one

MOST_NAMED = 8


@dataclass(frozen=True)
class Spelled:
    """A known speaker one of whose names may be this one, and why."""

    speaker: Speaker
    reason: str


def names_of(speaker: Speaker) -> list[str]:
    return [speaker.name, *(alias.name for alias in speaker.aliases.all())]


def spelled_otherwise(name: str) -> list[Spelled]:
    """Known speakers whose name looks the same on paper, or is another spelling of this one; none who is called exactly so."""
    found = []
    key, same = folded(name), skeleton(name)
    for speaker in (Speaker.objects.looking_like(name) | Speaker.objects.romanised(name)).prefetch_related("aliases")[:MOST_NAMED]:
        names = [known for known in names_of(speaker) if folded(known) != key]
        drawn = next((known for known in names if skeleton(known) == same), None)
        alike = next((known for known in names if may_be_one(name, known)), None)
        if drawn or alike:
            found.append(Spelled(speaker, why_alike(name, drawn or alike or "")))
    return found


def why_alike(name: str, known: str) -> str:
    """Why the two names may be one; nothing where they may not."""
    if folded(name) == folded(known):
        told = gettext("Both are called “%(name)s”")
    elif skeleton(name) == skeleton(known):
        told = gettext("“%(name)s” looks like “%(known)s”, but for a sign or the script")
    elif not may_be_one(name, known):
        return ""
    elif is_other_script(name, known):
        told = gettext("“%(name)s” may be a transliteration of “%(known)s”")
    else:
        told = gettext("“%(name)s” may be another spelling of “%(known)s”")
    return told % {"name": name, "known": known}


def names_a_body(name: str) -> bool:
    """By its words, or because an outlet is called so."""
    return looks_like_a_body(name) or Outlet.objects.named(name).exists()


def doubts_of_speaker(speaker: Speaker) -> Iterator[Doubt]:
    """Of all its names as they stand in the database."""
    if speaker.kind == SpeakerKind.PERSON and names_a_body(speaker.name):
        yield Doubt(
            "may-be-a-body", gettext("“%(name)s” looks like the name of a body, and stands here as a person.") % {"name": speaker.name}
        )
    if speaker.kind == SpeakerKind.PERSON and is_odd(speaker.name):
        yield Doubt("odd-name", gettext("“%(name)s” does not look like the name of a person.") % {"name": speaker.name})
    for name in names_of(speaker):
        for other in Speaker.objects.called(name).exclude(pk=speaker.pk)[:MOST_NAMED]:
            yield Doubt(
                "name-known",
                gettext("“%(name)s” is the name of another speaker already: %(other)s.") % {"name": name, "other": other},
                other,
            )
        for one in spelled_otherwise(name):
            if one.speaker != speaker:
                yield Doubt("name-alike", gettext("%(reason)s.") % {"reason": one.reason}, one.speaker)
