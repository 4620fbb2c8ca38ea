"""How much a shared word tells: idf from a background table and from the archive's own counts.

A young archive has too few texts to know that "agreement" is common and "indivisible" is rare. So the table that comes with
the program counts like BACKGROUND_PASSAGES passages of general text, and the archive's own passages are added to them; a grown
archive outweighs the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import exp, fsum, log

from archive.matching.words import read_lines

BACKGROUND_PASSAGES = 2000
WORDS_IN_A_PASSAGE = 20
UNSEEN, A_NUMBER = 1e-7, 5e-5
LATIN, CYRILLIC = ("en",), ("ru", "uk")


@dataclass(frozen=True, slots=True)
class Idf:
    """`counts`: in how many passages each stem stands; `total`: how many passages there are."""

    counts: Mapping[str, int] = field(default_factory=dict)
    total: int = 0
    _known: dict[str, float] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of_passages(cls, passages: Iterable[Iterable[str]]) -> Idf:
        """Counted from the stems of each passage."""
        counts: dict[str, int] = {}
        total = 0
        for stems in passages:
            total += 1
            for stem in set(stems):
                counts[stem] = counts.get(stem, 0) + 1
        return cls(counts, total)

    def of(self, stem: str) -> float:
        known = self._known.get(stem)
        if known is None:
            share = share_of(stem)
            expected = BACKGROUND_PASSAGES * (1 - exp(-WORDS_IN_A_PASSAGE * share))
            known = log((self.total + BACKGROUND_PASSAGES + 1) / (self.counts.get(stem, 0) + expected + 0.5))
            self._known[stem] = known
        return known

    @property
    def most(self) -> float:
        """Of a stem that stands nowhere yet: what is told beside it does not grow with the archive."""
        return log((self.total + BACKGROUND_PASSAGES + 1) / 0.5)

    def mass(self, stems: Iterable[str]) -> float:
        """Summed exactly, so that the order of a set makes no difference."""
        return fsum(map(self.of, stems))


def share_of(stem: str) -> float:
    """Among running words of the stem's own language. A Cyrillic one is as common as in the language that has most of it."""
    if stem[0] == "#":
        return A_NUMBER
    languages = CYRILLIC if "а" <= stem[0] <= "ӿ" else LATIN
    return max(background(language).get(stem, UNSEEN) for language in languages)


@cache
def background(language: str) -> dict[str, float]:
    """Share of each stem among running words of a language: en, ru or uk."""
    shares: dict[str, float] = {}
    for line in read_lines("background.txt"):
        level, _, stems = line.partition("\t")
        if level.startswith(language):
            shares.update(dict.fromkeys(stems.split(), 10 ** (-int(level.removeprefix(language)) / 20)))
    return shares
