"""What the entries of a list name by number, and their documents: four queries, however many entries there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from archive.entries import reading
from archive.entries.asking import asked, listed
from archive.entries.reading import documents_of, shown_in, source_in, written_of
from archive.models.source_note import SourceNote
from timeline.record.hidden import hidden_around
from timeline.record.titles import stand_in

Shown = dict[str, Any]

# In SQL: a queryset takes ten times as long to be put together as these few rows to be read.
CLAIMS = "SELECT 0, id, slug, text, '' FROM archive_claim WHERE id IN"
SPEAKERS = "SELECT 1, id, slug, name, '' FROM archive_speaker WHERE id IN"
OCCASIONS = "SELECT 2, id, public_id, name, place FROM archive_occasion WHERE id IN"
DOCUMENTS = """
SELECT document.id, kept.shown, document.public_id, outlet.name, article.url, document.published, document.sha256
FROM archive_document document
JOIN archive_article article ON article.id = document.article_id LEFT JOIN archive_outlet outlet ON outlet.id = article.outlet_id
LEFT JOIN archive_documententry kept ON kept.document_id = document.id WHERE document.id IN
"""


class ClaimName(NamedTuple):
    slug: str
    text: str


class SpeakerName(NamedTuple):
    slug: str
    name: str


class OccasionName(NamedTuple):
    public_id: str
    name: str
    place: str


KINDS: tuple[Any, ...] = (ClaimName, SpeakerName, OccasionName)


class Source(NamedTuple):
    """What is told of an entry's document. An empty `title` is none, or may not be shown. `hidden`: the spans of its text that may not be
    shown beside an entry; for pages, which show nothing beside one, those of withdrawn words."""

    public_id: str
    outlet: str
    title: str = ""
    url: str | None = None
    published: str = ""
    sha256: str = ""
    notes: tuple[SourceNote, ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()


class Told(NamedTuple):
    """One entry with what it names, as one value: of two that are equal all that is shown is the same.

    `claims` in the order of its links, `speakers` in the order of its speakers. `notices`: which of its source's notes have a page here.
    """

    entry: str
    claims: tuple[ClaimName, ...]
    speakers: tuple[SpeakerName | None, ...]
    source: Source
    notices: tuple[bool, ...]
    occasion: OccasionName | None = None

    @property
    def shown(self) -> Shown:
        return shown_in(self.entry)


@dataclass(frozen=True)
class Listed:
    """Entries in the order in which they were asked for, with what they name."""

    entries: list[str]
    claims: Mapping[int, ClaimName]
    speakers: Mapping[int, SpeakerName]
    sources: Mapping[int, Source]
    occasions: Mapping[int, OccasionName] = field(default_factory=dict)

    @cached_property
    def shown(self) -> list[Shown]:
        return [shown_in(entry) for entry in self.entries]

    @property
    def told(self) -> list[Told]:
        return [self._told(entry, shown) for entry, shown in zip(self.entries, self.shown, strict=True)]

    def _told(self, entry: str, shown: Shown) -> Told:
        source = self.sources[shown["document"]]
        return Told(
            entry,
            tuple([self.claims[link["claim"]] for link in shown["links"]]),
            tuple([self.speakers.get(one["speaker"]) for one in shown["speakers"]]),
            source,
            tuple([note.is_public for note in source.notes]),
            self.occasions.get(shown["occasion"]),
        )


def read(statements: Iterable[int]) -> Listed:
    """The entries of these statements; of what was withdrawn since its number was read there is none."""
    numbers = list(statements)
    known = written_of(numbers)
    sources = _sources({shown_in(entry)["document"] for entry in known.values()})
    entries = [known[pk] for pk in numbers if pk in known and shown_in(known[pk])["document"] in sources]
    shown = [shown_in(entry) for entry in entries]
    claims = {link["claim"] for one in shown for link in one["links"]}
    spoken = {said["speaker"] for one in shown for said in one["speakers"]} - {None}
    named = _names(claims, spoken, {one["occasion"] for one in shown} - {None})
    return Listed(entries, *named[:2], sources, named[2])


def speakers(numbers: set[int]) -> dict[int, SpeakerName]:
    return _names(set(), numbers, set())[1]


def _names(*wanted: set[int]) -> list[dict[int, Any]]:
    """What the rows of each of KINDS are called, by their number: in one query, for each takes as long as its rows do."""
    parts = [f"{kind} ({listed(numbers)})" for kind, numbers in zip((CLAIMS, SPEAKERS, OCCASIONS), wanted, strict=True) if numbers]
    found: list[dict[int, Any]] = [{} for _kind in KINDS]
    for place, pk, *names in asked(" UNION ALL ".join(parts)) if parts else ():
        found[place][pk] = KINDS[place](*names[: len(KINDS[place]._fields)])
    return found


def _sources(numbers: set[int]) -> dict[int, Source]:
    rows = asked(f"{DOCUMENTS} ({listed(numbers)})")
    told = documents_of(pk for pk, entry, *_row in rows if not entry) | {pk: source_in(entry) for pk, entry, *_row in rows if entry}
    return {pk: _source(told[pk], *row) for pk, _entry, *row in rows if pk in told}


def _source(told: reading.Source, public_id: str, outlet: str | None, *row: str) -> Source:
    return Source(public_id, outlet or "", told.title, *row, told.notes, told.hidden)


def cited(beside: Listed) -> Listed:
    """The same for programs: with the titles that may be shown, and what stays out of the text around the words."""
    hidden = hidden_around({pk: one.hidden for pk, one in beside.sources.items()})
    sources = {pk: one._replace(title=one.title or stand_in(one), hidden=hidden[pk]) for pk, one in beside.sources.items()}
    return replace(beside, sources=sources)
