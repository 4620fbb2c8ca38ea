"""Where a text repeats given words, however it writes them: case, accents, punctuation, line breaks and signs that nobody sees don't count.

Found are runs: as many words as stand side by side in both. Four of them give something away; of fewer words all have to be there.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from archive.matching.words import fold

FEWEST = 4  # words of a run
WHOLE = 8  # words side by side that nobody repeats by chance
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300-\u036f"
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{UNSEEN}])*+")
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
BLOCK = "█"
LETTERS = re.compile(r"[^\W_]")


class Run(NamedTuple):
    """A span of a text, and how many words stand in it."""

    start: int
    end: int
    words: int


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    return fold(HIDDEN.sub("", word))


class Repeats:
    """Finds given words in texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.grams, self.lengths, self.signs = set[tuple[str, ...]](), set[int](), set[str]()
        self.longest = 0
        for text in texts:
            self._add([_plain(word[0]) for word in WORD.finditer(text)])

    def _add(self, words: list[str]) -> None:
        length = min(FEWEST, len(words))
        if length:
            self.lengths.add(length)
            self.longest = max(self.longest, len(words))
            self.grams |= {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
            self.signs |= max((set(words[first::length]) for first in range(length)), key=lambda some: min(map(len, some)))

    @property
    def whole(self) -> int:
        """As many words side by side are surely these."""
        return min(WHOLE, self.longest)

    def runs(self, text: str) -> list[Run]:
        """In their order, none within another."""
        if not self.may_stand_in(text):
            return []
        found = list(WORD.finditer(text))
        words = [_plain(word[0]) for word in found]
        taken = sorted({(at, at + length) for length in self.lengths for at in self._places(words, length)})
        return [Run(found[first].start(), found[end - 1].end(), end - first) for first, end in _joined(taken)]

    def may_stand_in(self, text: str) -> bool:
        """One of every so many words stands in any run; they are looked for as letters first, since few texts have one."""
        folded = text.casefold() if text.isascii() else fold(HIDDEN.sub("", text))
        return any(sign in folded for sign in self.signs)

    def _places(self, words: list[str], length: int) -> Iterator[int]:
        return (at for at in range(len(words) - length + 1) if tuple(words[at : at + length]) in self.grams)

    def most(self, text: str) -> int:
        """The words of the longest run in it; 0 where there is none."""
        return max((run.words for run in self.runs(text)), default=0)

    def blocked(self, text: str) -> str:
        return blocked(text, [(run.start, run.end) for run in self.runs(text)])


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for first, end in spans:
        if joined and first < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((first, end))
    return joined


def blocked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """As many blocks in place of what stands there, so that every other place stays the same; line breaks stay."""
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", BLOCK, text[start:end]) + text[end:]
    return text


def is_taken_out(text: str) -> bool:
    """Whether nothing is left to read but blocks."""
    return BLOCK in text and not LETTERS.search(text)
