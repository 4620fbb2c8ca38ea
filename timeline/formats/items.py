"""What feeds, timelines and calendars tell of one thing: of a statement or of a correction, in the same words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from archive import edtf
from archive.enums import RevisionClass, StatementKind
from archive.models.statement import in_short, marked, said_in_words
from timeline.api.shapes import said_on, site_url
from timeline.chronology import voices_of
from timeline.corrections import log
from timeline.formats.taken import Taken
from timeline.lists.named import Told
from timeline.printing import correction
from timeline.printing.addresses import address, list_address
from timeline.printing.markup import NOTHING, joined, part

QUOTE = part('<blockquote lang="%s"><p>%s</p></blockquote>\n')
TOLD = part('<p lang="%s">%s</p>\n')  # readers put what stands in a blockquote between quotation marks
ABOUT = part("<p>%s</p>\n")
LINK = part('<a href="%s">%s</a>')
TEXT = part("%s")
LINE = part("%s. %s")


class Name(NamedTuple):
    """Whoever or whatever has a name and perhaps a page."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class Item:
    """`id` never changes. `said`: when it was said, or of a correction the day on which it was made; `group`: whose it is, in one line."""

    id: str
    url: str
    title: str
    html: SafeString
    said: edtf.Edtf | None
    said_in_words: str
    recorded: datetime
    authors: tuple[Name, ...] = ()
    tags: tuple[Name, ...] = ()
    language: str = ""
    own: dict[str, Any] = field(default_factory=dict)

    @property
    def group(self) -> str:
        return ", ".join(one.name for one in self.authors)


def items(taken: Taken) -> Iterator[Item]:
    """Whatever the list is of."""
    if taken.listed.is_of_corrections:
        return (of_correction(one) for rows in taken.revisions() for one in log.items(rows))
    return map(of_statement, taken.told())


def of_statement(told: Told) -> Item:
    row = told.shown
    voices = voices_of(row, told.speakers)
    authors = tuple(Name(one.name, site_url(address("speaker", one.slug)) if one.slug else "") for one in voices)
    words = in_short(row["text"], row["force"])
    words = f"“{words}”" if row["kind"] == StatementKind.DIRECT else words
    url = site_url(address("statement", row["id"]))
    return Item(
        id=url,
        url=url,
        title=f"{', '.join(one.name for one in authors)}: {words}" if authors else words,
        html=_html(told),
        said=edtf.parse(row["said_on"]) if row["said_on"] else None,
        said_in_words=said_in_words(row["said_on"], row["reported"]) or _("without a date"),
        recorded=datetime.fromisoformat(row["recorded_at"]),
        authors=authors,
        tags=tuple(Name(one.text, site_url(address("claim", one.slug))) for one in dict.fromkeys(told.claims)),
        language=row["language"],
        own={"id": row["id"], "said_on": said_on(row["said_on"], row["reported"]), "kind": row["kind"], "force": row["force"],
             "source": told.source.url, "version": row["version"]},
    )  # fmt: skip


def _html(told: Told) -> SafeString:
    row, source = told.shown, told.source
    who = "; ".join(f"{one.name}, {one.role}" if one.role else one.name for one in voices_of(row, told.speakers))
    said = said_in_words(row["said_on"], row["reported"]) or _("without a date")
    of = f"{source.title}, {source.outlet}" if source.outlet and source.outlet not in source.title else source.title
    claims = [ABOUT(LINK(site_url(address("claim", one.slug)), one.text)) for one in dict.fromkeys(told.claims)]
    return joined(
        [
            (QUOTE if row["kind"] == StatementKind.DIRECT else TOLD)(row["language"] or "und", marked(row["text"], row["force"])),
            ABOUT(LINE(f"{who}, {said}" if who else said, LINK(source.url, of) if source.url else TEXT(of))),
            *(ABOUT(f"{note.words}.") for note in source.notes),
            *claims,
        ]
    )


def of_correction(item: log.Item) -> Item:
    """Of what is not public (any more) it tells when and why, and none of its words."""
    revision = item.revision
    at = revision.at.astimezone(UTC)
    day = edtf.parse(at.date().isoformat())
    what = str(RevisionClass(revision.revision_class).label)
    record_url = item.record.url if item.record else ""
    return Item(
        id=uuid5(NAMESPACE_URL, f"{settings.SITE_URL}/corrections/{revision.pk}").urn,
        url=site_url(record_url or list_address("corrections")),
        title=f"{what}: {item.called}",
        html=joined([ABOUT(item.reason) if item.reason else NOTHING, correction.changes(item.changes)]),
        said=day,
        said_in_words=day.words,
        recorded=at,
        own={"class": revision.revision_class, "type": revision.object_type, "version": revision.version},
    )
