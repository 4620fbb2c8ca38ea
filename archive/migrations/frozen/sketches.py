"""`sketch_of` as migration 0021 gives it to the documents that were there: archive/matching/sketches.py of that day."""

import hashlib
import re
import unicodedata

import numpy as np

RUN = 5  # words
SIZE = 16
LEAST_RUNS = 20  # shorter texts are alike by chance
ODD = np.random.default_rng(20240701).integers(1, 2**63, size=(SIZE, 1), dtype=np.uint64) | np.uint64(1)
SHIFT = np.uint64(17)
# Accents, and the points of Hebrew and Arabic; but й and ў keep their breve.
MARKS = re.compile("[\u0300-\u0305\u0307-\u036f\u0591-\u05c7\u064b-\u065f]|(?<![иуИУ])\u0306")
NUMBER_OR_WORD = re.compile(r"[0-9]++(?:[.,][0-9]++)*+|[^\W\d_]++(?:'[^\W\d_]++)*+|[%$€£₽]")


def runs_of(text: str) -> set[int]:
    """A number for each run of words in the text, whatever its case and punctuation."""
    words = letters_of(text).split()
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return {int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs}


def sketch_of(text: str) -> list[int]:
    """SIZE whole numbers below 2**63, each of a kind of its own; none of a text that is too short."""
    runs = runs_of(text)
    if len(runs) < LEAST_RUNS:
        return []
    found = np.fromiter(runs, dtype=np.uint64, count=len(runs))
    mixed = found * ODD  # wraps around: another order for each row
    mixed ^= mixed >> SHIFT
    smallest = mixed.min(axis=1)
    return [((int(value) >> 5) & (2**59 - 1)) << 4 | kind for kind, value in enumerate(smallest)]


def letters_of(text: str) -> str:
    """A text without case, accents and punctuation."""
    return " ".join(NUMBER_OR_WORD.findall(fold(text).replace("’", "'").replace("ʼ", "'")))


def fold(text: str) -> str:
    """NFC, case-folded, without accents; the breve of й and ў stays, for it makes another letter."""
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFD", text))).casefold()
