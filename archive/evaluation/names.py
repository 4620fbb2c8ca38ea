"""Whether two printed names are one: letters without marks and titles, words in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

TITLES = frozenset("mr mrs ms dr prof professor sir dame lord lady sen rep gov gen".split())
WORD = re.compile(r"[^\W_]+")
CAPITALIZED = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯЁІЎ][\w-]+")


def bare(name: str | None) -> frozenset[str]:
    """ "Mr. José Ortega's" -> jose, ortega."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(c)).casefold()
    return frozenset(WORD.findall(re.sub(r"['’]s\b", "", letters))) - TITLES


def is_called(name: str | None, accepted: Iterable[str]) -> bool:
    """The full name, to the word."""
    return bool(name) and bare(name) in {bare(one) for one in accepted}


def is_part_of(name: str | None, accepted: Iterable[str]) -> bool:
    """The full name or some of its words, the last among them: "Ortega" for José Ortega."""
    ours = bare(name)
    return bool(ours) and any(ours <= bare(one) and bare(one.split()[-1]) <= ours for one in accepted if one.split())


def capitals(text: str) -> frozenset[str]:
    return frozenset(CAPITALIZED.findall(text))


def last_words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(re.sub(r"\W", "", name.split()[-1]) for name in names if name.split())
