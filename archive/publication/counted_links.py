"""Public links as plain values, with all that counts are made of: read from the record, or as they were counted last."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple, Protocol, TypeVar

from django.db.models import QuerySet

from archive import edtf, many_rows
from archive.entries.asking import asked_of
from archive.enums import CountedAs
from archive.models import Attribution, CountedLink, RetractedReport
from archive.models.claim import OccurrenceQuerySet
from archive.models.sayings import figure_if_it_stands, figure_of, reported, saying_of

Voice = int | str  # the number of a speaker, or how a source without a row is called
Thing = tuple[int, str, int]  # its claim, the figure that it counts in, a column of ClaimTally, and its number
Spoken = tuple[int, int]  # a claim and a speaker
NEVER_DATED = {
    "first_said": "",
    "first_sort": edtf.UNDATED_SORT,
    "first_is_reported": False,
    "last_said": "",
    "last_sort": edtf.UNDATED_SORT,
    "last_is_reported": False,
}
NO_SILENCE = {
    "longest_silence_days": None,
    "silence_from": "",
    "silence_from_is_reported": False,
    "silence_from_figure": "",
    "silence_until": "",
    "silence_until_is_reported": False,
    "silence_until_figure": "",
}
ARTICLE = "statement__document__article"
OF_SAYINGS = "SELECT c.occurrence_id FROM wanted JOIN archive_countedlink c ON c.claim_id = wanted.claim AND c.saying = wanted.saying"
RECORD = (
    "pk", "claim", "if_it_stands", "saying", ARTICLE, f"{ARTICLE}__outlet", "said_sort", "statement__said_on", "statement__said_latest",
    "is_reported", "statement", "statement__document",
)  # fmt: skip


class Link(NamedTuple):
    """The columns of CountedLink."""

    occurrence: int
    claim: int
    figure: str
    saying: int
    article: int
    outlet: int
    speakers: list[int]
    said_sort: int
    said_on: str
    said_latest: date | None
    is_reported: bool
    voices: list[Voice] | None

    @property
    def position(self) -> tuple[int, int]:
        return self.said_sort, self.occurrence

    @property
    def things(self) -> Iterator[Thing]:
        """What it adds to the figures of its claim: an occasion counts in each figure that one of its reports counts in; articles,
        speakers and outlets are of the sayings alone."""
        if self.figure == CountedAs.RETRACTED:
            yield self.claim, self.figure, self.article
        elif self.figure:
            yield self.claim, self.figure, self.saying
        if self.figure == CountedAs.SAYINGS:
            yield self.claim, "reports", self.article
            yield self.claim, "outlets", self.outlet
            yield from ((self.claim, "speakers", speaker) for speaker in self.speakers)


class InRecord(NamedTuple):
    """The columns of RECORD."""

    occurrence: int
    claim: int
    if_it_stands: str
    saying: int
    article: int
    outlet: int
    said_sort: int
    said_on: str
    said_latest: date | None
    is_reported: int
    statement: int
    document: int


class OfClaim(Protocol):
    @property
    def claim(self) -> int: ...


Row = TypeVar("Row", bound=OfClaim)


def by_claim(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    found = defaultdict[int, list[Row]](list)
    for row in rows:
        found[row.claim].append(row)
    return found


def things_of(links: Iterable[Link]) -> Counter[Thing]:
    """In how many of these links each thing stands."""
    return Counter(thing for link in links for thing in link.things)


def times_of(first: Link | None, last: Link | None) -> dict[str, Any]:
    """The columns of ClaimTally for the first and the last of the sayings that have a day."""
    if first is None or last is None:
        return NEVER_DATED
    return {
        "first_said": first.said_on,
        "first_sort": first.said_sort,
        "first_is_reported": first.is_reported,
        "last_said": last.said_on,
        "last_sort": last.said_sort,
        "last_is_reported": last.is_reported,
    }


def silence_of(days: int | None, since: Link, until: Link) -> dict[str, Any]:
    """Those for the longest time between two entries of the trail, whatever they are to the claim."""
    return {
        "longest_silence_days": days,
        "silence_from": since.said_on,
        "silence_from_is_reported": since.is_reported,
        "silence_from_figure": since.figure,
        "silence_until": until.said_on,
        "silence_until_is_reported": until.is_reported,
        "silence_until_figure": until.figure,
    }


def spoken_in(links: Iterable[Link]) -> Counter[Spoken]:
    """On how many occasions each speaker said each claim in these links."""
    said = {(link.claim, speaker, link.saying) for link in links if link.figure == CountedAs.SAYINGS for speaker in link.speakers}
    return Counter((claim, speaker) for claim, speaker, _saying in said)


def in_record(occurrences: OccurrenceQuerySet) -> list[Link]:
    """These public links as the record has them now."""
    told = {"if_it_stands": figure_if_it_stands(), "saying": saying_of("statement"), "is_reported": reported("statement")}
    rows = list(map(InRecord._make, occurrences.public().annotate(**told).order_by().values_list(*RECORD)))
    fell = set(RetractedReport.objects.filter(pk__in={row.document for row in rows}).values_list("pk", flat=True))
    voices = _voices_of({row.statement for row in rows})
    return [
        Link(
            row.occurrence, row.claim, figure_of(row.if_it_stands, fell=row.document in fell), row.saying, row.article, row.outlet,
            _speakers_in(voices[row.statement]), row.said_sort, row.said_on, row.said_latest, bool(row.is_reported), voices[row.statement],
        )
        for row in rows
    ]  # fmt: skip


def as_counted(links: QuerySet[CountedLink]) -> list[Link]:
    return [Link._make(row) for row in links.values_list(*Link._fields)]


def counted_of(sayings: Collection[tuple[int, int]]) -> list[Link]:
    """The links of these claims with these sayings, as they are counted, in the order of trails."""
    found = asked_of(OF_SAYINGS, ("claim", "saying"), sayings)
    return as_counted(CountedLink.objects.filter(pk__in=[pk for (pk,) in found]).order_by("said_sort", "occurrence"))


def write(links: Iterable[Link]) -> None:
    many_rows.write(CountedLink, Link._fields, links, key=["occurrence"])


def _voices_of(statements: Collection[int]) -> dict[int, list[Voice]]:
    """Who speaks in each of these statements, in order."""
    voices: dict[int, list[Voice]] = {statement: [] for statement in statements}
    named = Attribution.objects.filter(statement__in=statements).order_by("statement", "position", "pk")
    for statement, speaker, name, role in named.values_list("statement", "speaker", "name", "role"):
        voices[statement].append(speaker or name or role)
    return voices


def _speakers_in(voices: list[Voice]) -> list[int]:
    return sorted(voice for voice in voices if isinstance(voice, int))
