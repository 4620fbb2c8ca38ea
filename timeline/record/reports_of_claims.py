"""The public occurrences of a claim as values: each with what is kept of its statement, and with what its trail asks besides."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from archive.entries.whens import When
from archive.enums import CountedAs, Stance
from archive.models.sayings import Who, who
from timeline.chronology import Voice, carried, voices_of
from timeline.lists import named
from timeline.lists.named import Listed, Shown, Source, Told
from timeline.lists.occurrences import Placed
from timeline.record.counting import Counts, counted_as
from timeline.said_again import Carried

MOST_KEPT = 1_000  # reports a process, of some 6 kB each


@dataclass(frozen=True)
class Report:
    """One occurrence of a claim with its statement's entry and what that names. Of two that are equal all that is shown is the same; what
    they tell is worked out when it is asked for."""

    placed: Placed
    told: Told

    def __hash__(self) -> int:
        """Asked for by all that is kept of a report, and of some kilobytes: worked out once."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.placed, self.told))

    @property
    def shown(self) -> Shown:
        return self.told.shown

    @property
    def source(self) -> Source:
        return self.told.source

    @cached_property
    def link(self) -> Shown:
        return self.shown["links"][self._among_links]

    @cached_property
    def _among_links(self) -> int:
        return next(place for place, link in enumerate(self.shown["links"]) if link["occurrence"] == self.number)

    @cached_property
    def carried(self) -> Carried:
        return carried(self.link, self.shown, self.told.claims[self._among_links])

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        return voices_of(self.shown, self.told.speakers)

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
        return counted_as(self.link["stance"], self.link["likeness"], is_retracted=self.is_retracted)

    @cached_property
    def counts(self) -> Counts:
        return Counts(self.counted_as, self.placed.saying)

    @cached_property
    def way(self) -> tuple[str, str]:
        """As what it counts; in a retracted report, where it counts in nothing, how it stands to the claim."""
        counted_as = self.counted_as
        return (counted_as, "") if counted_as else (self.link["stance"], self.link["likeness"])

    @cached_property
    def speakers(self) -> set[Who]:
        return {who(one["speaker"], one["called"], "") for one in self.shown["speakers"]}

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The statement's words before, in and after what carries the claim."""
        text, start, end = self.shown["text"], *(self.link[place] - self.shown["start"] for place in ("start", "end"))
        return text[:start], text[start:end], text[end:]


def read(rows: Iterable[Placed]) -> tuple[list[Report], Listed]:
    """The reports at these places, and what they name."""
    rows = list(rows)
    beside = named.read({row.statement for row in rows})
    told = {link["occurrence"]: one for one in beside.told for link in one.shown["links"]}
    return [_report(row, told[row.id]) for row in rows if row.id in told], beside


@lru_cache(maxsize=MOST_KEPT)
def _report(row: Placed, told: Told) -> Report:
    """The same report as before, with what it was asked for already."""
    return Report(row, told)
