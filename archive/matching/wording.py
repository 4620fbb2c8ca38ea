"""How the wording of one text differs from another's, word by word, for the pages that show a claim's history."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from archive.matching import spellings
from archive.matching.spellings import plain_number
from archive.matching.words import fold, whole

PIECE = re.compile(r"\S+")
EDGES = re.compile(r"^\W+|\W+$")
LONGEST = 4000
NUMBER, DIGIT = re.compile(spellings.NUMBER), re.compile("[0-9]")
APOSTROPHE = str.maketrans(dict.fromkeys(spellings.APOSTROPHES, "'"))
FEWEST_WORDS_VERBATIM = 5  # fewer of the same are no repeat: anybody says them
NUMBER_OR_WORD = re.compile(r"[0-9]++(?:[.,][0-9]++)*+|[^\W\d_]++(?:'[^\W\d_]++)*+|[%$€£₽]")


class Change(NamedTuple):
    """`op` is same, added or removed; the words stand at start:end of the new text, or of the old one when they were removed."""

    op: str
    words: str
    start: int
    end: int


def changed_words(old: str, new: str) -> list[Change]:
    """Reads through both texts in order. Case, accents and punctuation at the edge of a word make no difference.

    Words past LONGEST are left out.
    """
    before, after = list(PIECE.finditer(old))[:LONGEST], list(PIECE.finditer(new))[:LONGEST]
    changes: list[Change] = []
    for step in Levenshtein.opcodes([_key(word[0]) for word in before], [_key(word[0]) for word in after]):
        if step.tag == "equal":
            changes.append(_change("same", new, after[step.dest_start : step.dest_end]))
            continue
        if step.src_end > step.src_start:
            changes.append(_change("removed", old, before[step.src_start : step.src_end]))
        if step.dest_end > step.dest_start:
            changes.append(_change("added", new, after[step.dest_start : step.dest_end]))
    return changes


def is_verbatim(a: str, b: str) -> bool:
    """The same words in the same order, however they are punctuated, capitalised or accented. Digits and signs inside a number count."""
    return bool(letters := letters_of(a)) and letters == letters_of(b)


def letters_of(text: str) -> str:
    """A text without case, accents and punctuation, its words whole and its numbers in plain digits."""
    read = whole(text)
    if DIGIT.search(read):
        read = NUMBER.sub(lambda number: plain_number(number[0]), read)
    return " ".join(NUMBER_OR_WORD.findall(fold(read).translate(APOSTROPHE)))


def _change(op: str, text: str, found: list[re.Match[str]]) -> Change:
    start, end = found[0].start(), found[-1].end()
    return Change(op, text[start:end], start, end)


def _key(word: str) -> str:
    """A word without its edges; a piece that is all punctuation is itself."""
    return EDGES.sub("", fold(word).translate(APOSTROPHE)) or word
