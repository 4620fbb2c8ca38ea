"""Whether two texts are nearly the same words: a report of the same words, or the words said again."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

FEWEST_WORDS = 6
FEWEST_WORDS_OF_A_PART = 8  # where one text is a part of the other
LEAST_SAME = 0.8  # of the words of the longer


@dataclass(frozen=True, slots=True)
class Repeat:
    """`same` counts the words that both have in the same order, `words` those of the longer text; `share` is the one of the other."""

    same: int
    words: int
    is_part: bool = False

    @property
    def share(self) -> float:
        return self.same / self.words

    @property
    def reason(self) -> str:
        if self.is_part:
            return f"all {self.same} words of the one stand together in the other"
        if self.same == self.words:
            return f"the same {self.words} words"
        return f"{self.same} of {self.words} words are the same"


def repeat_of(a: str, b: str) -> Repeat | None:
    """Two texts as `letters_of` writes them. None where they are short, or differ in more than every fifth word."""
    shorter, longer = sorted((a.split(), b.split()), key=len)
    count = len(shorter)
    if count < FEWEST_WORDS:
        return None
    if FEWEST_WORDS_OF_A_PART <= count < len(longer) and f" {' '.join(shorter)} " in f" {' '.join(longer)} ":
        return Repeat(count, len(longer), is_part=True)
    same = LCSseq.similarity(shorter, longer)
    return Repeat(same, len(longer)) if same >= LEAST_SAME * len(longer) else None
