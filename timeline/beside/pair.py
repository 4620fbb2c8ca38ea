"""The read model of two statements beside each other, the earlier first: their words, the days between, and how they are linked."""

from dataclasses import dataclass
from functools import cached_property

from archive import matching
from archive.entries.whens import is_in_order
from archive.linking.candidates import may_be_one_language
from archive.matching.aloud import sentence
from timeline import chronology
from timeline.alike.wording import grade_of
from timeline.beside.words import Words, differing, whole
from timeline.chronology import Entry, Voice
from timeline.lists.named import ClaimName
from timeline.record.gaps import days_words
from timeline.record.trails import place_of
from timeline.record.ways import bearing_words


@dataclass(frozen=True)
class Shared:
    """A claim that both carry, as people found, and what each does with it."""

    claim: ClaimName
    earlier: str
    later: str
    url: str


@dataclass(frozen=True)
class Machine:
    """What the program that compares words makes of two statements that nobody linked."""

    how_sure: str
    reasons: str


@dataclass(frozen=True)
class Pair:
    earlier: Entry
    later: Entry

    @property
    def entries(self) -> tuple[Entry, Entry]:
        return self.earlier, self.later

    @property
    def days(self) -> str:
        """How many lie between, in words; nothing where one has no date."""
        first, second = (one.said for one in self.entries)
        return days_words(first, second) if first and second else ""

    @property
    def is_in_order(self) -> bool:
        """Whether the dates tell that the first was said before the other."""
        first, second = (one.said for one in self.entries)
        return bool(first and second and is_in_order(first, second))

    @property
    def is_one_language(self) -> bool:
        return may_be_one_language(*(one.shown["language"] for one in self.entries))

    @cached_property
    def words(self) -> Words:
        texts = [one.shown["text"] for one in self.entries]
        return differing(*texts) if self.is_one_language else whole(*texts)

    @property
    def sides(self) -> list[tuple[Entry, tuple[chronology.Segment, ...]]]:
        return [(self.earlier, self.words.earlier), (self.later, self.words.later)]

    @property
    def speakers(self) -> list[Voice]:
        """Who speaks in both."""
        voices = {one.slug: one for one in self.earlier.voices if one.slug}
        return [voices[one.slug] for one in self.later.voices if one.slug in voices]

    @property
    def is_translation(self) -> bool:
        first, second = ({one.shown["id"], one.shown["translation_of"]} - {None} for one in self.entries)
        return bool(first & second)

    @property
    def occasion(self) -> str:
        """The name of the one on which both were said."""
        first, second = (one.told.occasion for one in self.entries)
        return first.name if first and first == second else ""

    @cached_property
    def claims(self) -> list[Shared]:
        """Each once, by the first words that carry it."""
        first, second = (_bearings(one) for one in self.entries)
        later = self.later.shown["id"]
        return [Shared(claim, words, second[claim], place_of(claim, later)) for claim, words in first.items() if claim in second]

    @property
    def machine(self) -> Machine | None:
        """None where people linked them, or the words are of two languages."""
        if self.claims or self.is_translation or not self.is_one_language:
            return None
        earlier, later = (matching.prepare(one.shown["text"]) for one in self.entries)
        match = matching.compare(later, earlier, matching.Idf())
        return Machine(str(grade_of(match).words), sentence(match.reasons))


def _bearings(entry: Entry) -> dict[ClaimName, str]:
    found: dict[ClaimName, str] = {}
    for link, claim in zip(entry.shown["links"], entry.told.claims, strict=True):
        found.setdefault(claim, bearing_words(link["stance"], link["likeness"]))
    return found


def pair_of(one: int, other: int) -> Pair | None:
    """Of two public statements by their numbers; None where one was withdrawn since."""
    found = chronology.entries([one, other])
    if len(found) < len({one, other}) or one == other:
        return None
    earlier, later = sorted(found, key=_said_sort)
    return Pair(earlier, later)


def _said_sort(entry: Entry) -> tuple[bool, int]:
    return (False, entry.said.date.sort_key) if entry.said else (True, 0)
