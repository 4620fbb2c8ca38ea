"""The public occurrences of a claim as values: each with what is kept of its statement, and with what its trail asks besides."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import F, QuerySet

from archive.entries.ways import SAID, way_of
from archive.entries.whens import When
from archive.enums import CountedAs, Stance
from archive.models import Claim, Occurrence
from archive.models.claim import COUNTED_BY_LIKENESS, COUNTED_BY_STANCE
from archive.models.sayings import Who, saying_of, who
from timeline.chronology import Voice, carried, voices_of
from timeline.lists import named
from timeline.lists.named import Listed, Shown, Source
from timeline.printing.language import one_language
from timeline.said_again import Carried


class Placed(NamedTuple):
    """An occurrence in the order of its trail, by the numbers of its rows. `saying` is what two reports of one saying have in common."""

    id: int
    said_sort: int
    statement: int
    original: int | None
    article: int
    saying: int


@dataclass(frozen=True)
class Report:
    """One occurrence of a claim: its link and its statement's entry, with what these name."""

    placed: Placed
    link: Shown
    shown: Shown
    carried: Carried
    source: Source
    voices: tuple[Voice, ...]

    @property
    def number(self) -> int:
        return self.placed.id

    @property
    def public_id(self) -> str:
        public_id: str = self.shown["id"]
        return public_id

    @property
    def words(self) -> str:
        return self.carried.words

    @property
    def said(self) -> When | None:
        return self.carried.said

    @property
    def said_in_words(self) -> str:
        return self.said.words if self.said else ""

    @property
    def asserts(self) -> bool:
        return bool(self.link["stance"] == Stance.ASSERTS)

    @property
    def is_retracted(self) -> bool:
        return any(note.is_retraction for note in self.source.notes)

    @property
    def counted_as(self) -> CountedAs | None:
        """`Occurrence.counted_as`."""
        stance, likeness = self.link["stance"], self.link["likeness"]
        if way_of(stance, likeness) == SAID:
            return CountedAs.RETRACTED if self.is_retracted else CountedAs.SAYINGS
        if self.is_retracted:
            return None
        return COUNTED_BY_LIKENESS.get(likeness) if self.asserts else COUNTED_BY_STANCE.get(stance)

    @property
    def speakers(self) -> set[Who]:
        return {who(one["speaker"], one["called"], "") for one in self.shown["speakers"]}

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The statement's words before, in and after what carries the claim."""
        text, start, end = self.shown["text"], *(self.link[place] - self.shown["start"] for place in ("start", "end"))
        return text[:start], text[start:end], text[end:]


def occurrences_of(claim: Claim) -> QuerySet:
    return Occurrence.objects.public().filter(claim=claim)


def placed(rows: QuerySet) -> QuerySet:
    """Occurrences as Placed, which pages of them are read as."""
    numbers = {"original": F("statement__translation_of"), "article": F("statement__document__article"), "saying": saying_of("statement")}
    return rows.annotate(**numbers).values_list(*Placed._fields, named=True)


def read(rows: Iterable[Placed]) -> tuple[list[Report], Listed]:
    """The reports at these places, and what they name."""
    rows = list(rows)
    beside = named.read({row.statement for row in rows})
    links = {link["occurrence"]: (link, shown) for shown in beside.shown for link in shown["links"]}
    with one_language():
        return [_report(row, *links[row.id], beside) for row in rows if row.id in links], beside


def _report(row: Placed, link: Shown, shown: Shown, beside: Listed) -> Report:
    carries = carried(link, shown, beside.claims[link["claim"]])
    speakers = [beside.speakers.get(one["speaker"]) for one in shown["speakers"]]
    return Report(row, link, shown, carries, beside.sources[shown["document"]], voices_of(shown, speakers))
