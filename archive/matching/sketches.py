"""Texts that are nearly the same, found among many: the smallest hashes of their runs of words, of which copies share many.

MinHash: of each of SIZE orders of all possible runs, the first that stands in the text. The share of equal values estimates the share
of runs that two texts have in common.
"""

from __future__ import annotations

import hashlib

import numpy as np

from archive.matching.wording import letters_of

RUN = 5  # words
SIZE = 16
LEAST_RUNS = 20  # shorter texts are alike by chance
ODD = np.random.default_rng(20240701).integers(1, 2**63, size=(SIZE, 1), dtype=np.uint64) | np.uint64(1)
SHIFT = np.uint64(17)


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


def share_of_runs(one: str, other: str) -> float:
    """How much of the shorter text's runs stands in the other: 1 where one text is a part of the other, word for word."""
    ours, theirs = runs_of(one), runs_of(other)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0
