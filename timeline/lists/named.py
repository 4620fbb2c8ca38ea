"""What the entries of a list name by number, and their documents: a query for each kind of row, however many entries there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from archive.entries.reading import documents_of, entries_of
from archive.models import Claim, Document, Occasion, Speaker
from archive.models.source_note import SourceNote
from timeline.record.hidden import hidden_around
from timeline.record.titles import stand_in

Shown = dict[str, Any]


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
    hidden: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True)
class Listed:
    """Entries in the order in which they were asked for, with what they name."""

    shown: list[Shown]
    claims: Mapping[int, ClaimName]
    speakers: Mapping[int, SpeakerName]
    sources: Mapping[int, Source]
    occasions: Mapping[int, OccasionName] = field(default_factory=dict)


def read(statements: Iterable[int]) -> Listed:
    """The entries of these statements."""
    numbers = list(statements)
    known = entries_of(numbers)
    shown = [known[pk] for pk in numbers if pk in known]
    claims = {link["claim"] for one in shown for link in one["links"]}
    speakers = {said["speaker"] for one in shown for said in one["speakers"]} - {None}
    return Listed(shown, _claims(claims), _speakers(speakers), _sources({one["document"] for one in shown}))


def _claims(numbers: set[int]) -> dict[int, ClaimName]:
    rows = Claim.objects.filter(pk__in=numbers).values_list("pk", "slug", "text") if numbers else ()
    return {pk: ClaimName(*names) for pk, *names in rows}


def _speakers(numbers: set[int]) -> dict[int, SpeakerName]:
    rows = Speaker.objects.filter(pk__in=numbers).values_list("pk", "slug", "name") if numbers else ()
    return {pk: SpeakerName(*names) for pk, *names in rows}


def _sources(numbers: set[int]) -> dict[int, Source]:
    columns = "pk", "public_id", "article__outlet__name", "article__url", "published", "sha256"
    kept = documents_of(numbers)
    rows = Document.objects.filter(pk__in=numbers).values_list(*columns) if numbers else ()
    return {
        pk: Source(public_id, outlet or "", kept[pk].title, *told, kept[pk].notes, kept[pk].hidden) for pk, public_id, outlet, *told in rows
    }


def cited(beside: Listed) -> Listed:
    """The same for programs: with occasions, the titles that may be shown, and what stays out of the text around the words."""
    hidden = hidden_around({pk: one.hidden for pk, one in beside.sources.items()})
    sources = {pk: one._replace(title=one.title or stand_in(one), hidden=hidden[pk]) for pk, one in beside.sources.items()}
    held = {one["occasion"] for one in beside.shown} - {None}
    rows = Occasion.objects.filter(pk__in=held).values_list("pk", "public_id", "name", "place") if held else ()
    return replace(beside, sources=sources, occasions={pk: OccasionName(*names) for pk, *names in rows})
