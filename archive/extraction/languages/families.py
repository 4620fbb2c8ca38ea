"""Words of two families for one thing: one in Cyrillic letters is looked for among the Slavic alone, any other among the English."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TypeVar

Choice = TypeVar("Choice")
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ][\w’'-]*+")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ][\w’'-]*+")
NONE: frozenset[str] = frozenset()


def is_cyrillic(word: str) -> bool:
    """Whether there is a Cyrillic letter in it."""
    return not word.isascii() and CYRILLIC.search(word) is not None


def is_mostly_cyrillic(text: str) -> bool:
    """Whether at least half of the words of a phrase or sentence, and one of them, begin in Cyrillic letters."""
    return is_cyrillic(text) and len(CYRILLIC_WORD.findall(text)) >= len(LATIN_WORD.findall(text))


def by_letters(word: str, english: Choice, slavic: Choice) -> Choice:
    """Of what two families have for one thing that which the letters of the word ask for."""
    return slavic if is_cyrillic(word) else english


class ByLetters(Container[str]):
    """A list of each family, of which a word is asked the one of its own letters."""

    __slots__ = ("english", "slavic")

    def __init__(self, english: Container[str] = NONE, slavic: Container[str] = NONE) -> None:
        self.english, self.slavic = english, slavic

    def __contains__(self, word: object) -> bool:
        if isinstance(word, str) and is_cyrillic(word):
            return word in self.slavic
        return word in self.english
