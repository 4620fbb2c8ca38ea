"""Who quoted what, as a table: a page of passages down, and across some of the outlets, those first that have the most passages."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from archive.enums import StatementKind
from timeline.quoting.passages import passages
from timeline.quoting.said import Outlet, Said
from timeline.quoting.ways import WAYS, Quote, quote_of

MOST_COMPARED = 500  # statements of one occasion
PASSAGES, ACROSS = 20, 5  # on a page

Row = TypeVar("Row")


@dataclass(frozen=True)
class Passage:
    """What was said in one place, in the order in which its statements stand."""

    said: Sequence[Said]

    @property
    def key(self) -> str:
        """By which it stands in an address."""
        return self.said[0].shown["id"]

    @cached_property
    def fullest(self) -> list[Said]:
        """Its fullest report, and in each other language that of its translations, or of what it translates; the original first."""
        best = max(self.said, key=self._fullness)
        kin = [one for one in self.said if one.original == best.original or one.original in self._originals_like(best)]
        found = {one.shown["language"]: one for one in sorted(kin, key=self._fullness)} | {best.shown["language"]: best}
        return sorted(found.values(), key=lambda one: bool(one.shown["translation_of"]))

    def _originals_like(self, best: Said) -> set[str]:
        """The ids of those that say the same in its own language word for word: what translates them translates it."""
        return {one.original for one in self.said if one.words == best.words and one.shown["language"] == best.shown["language"]}

    def _fullness(self, one: Said) -> tuple[bool, bool, int]:
        """Words of the speaker before those of a reporter, an original before a translation, long before short."""
        return one.shown["kind"] == StatementKind.DIRECT, not one.shown["translation_of"], len(one.words)

    @cached_property
    def _by_language(self) -> dict[str, Said]:
        return {one.shown["language"]: one for one in self.fullest}

    @cached_property
    def outlets(self) -> frozenset[Outlet]:
        return frozenset(one.outlet for one in self.said)

    def quotes(self, outlet: Outlet) -> list[Quote]:
        """What the outlet has of it, the nearest to the fullest report first; nothing where it left it out."""
        is_alone = len(self.said) == 1
        own = [one for one in self.said if one.outlet == outlet]
        found = [quote_of(one, self._by_language.get(one.shown["language"]), is_alone=is_alone) for one in own]
        return sorted(found, key=lambda one: WAYS.index(one.way))


class Stretch(NamedTuple):
    """Some of a list from one on: how many stand before them, and the keys at which those before and after them begin ("" for none)."""

    before: int
    previous: str
    next: str


@dataclass(frozen=True)
class Table:
    """One page of it. `across` are its columns; `of_all` and `outlets_of_all` how many there are."""

    passages: list[Passage]
    across: list[Outlet]
    of_all: int
    outlets_of_all: int
    down: Stretch
    aside: Stretch

    @property
    def last_passage(self) -> int:
        return self.down.before + len(self.passages)

    @property
    def last_outlet(self) -> int:
        return self.aside.before + len(self.across)


def table_of(rows: Sequence[Said], passage: str = "", outlet: str = "") -> Table:
    """From this passage and this outlet on; from the first where there is none of that name."""
    found = [Passage(group) for group in passages(rows)]
    counted = Counter(one for row in found for one in row.outlets)
    outlets = sorted(counted, key=lambda one: (-counted[one], one.name))
    shown, down = _from(found, [one.key for one in found], passage, PASSAGES)
    across, aside = _from(outlets, [one.slug for one in outlets], outlet, ACROSS)
    return Table(shown, across, len(found), len(outlets), down, aside)


def _from(rows: list[Row], keys: list[str], key: str, most: int) -> tuple[list[Row], Stretch]:
    start = keys.index(key) if key in keys else 0
    end = start + most
    return rows[start:end], Stretch(start, keys[max(0, start - most)] if start else "", keys[end] if end < len(keys) else "")
