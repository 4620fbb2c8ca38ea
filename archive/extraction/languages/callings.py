"""What people are called after, in either family: whether a word says what somebody is, its dictionary form and the gender it tells."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from archive.extraction.languages.english import callings as english
from archive.extraction.languages.english import capitals
from archive.extraction.languages.families import ByLetters, by_letters, is_cyrillic
from archive.extraction.languages.slavic import callings as slavic

# Slavic nouns of this gender are said of women too.
MASCULINE = ByLetters(english=capitals.MALE)


@lru_cache(maxsize=20_000)
def is_calling(word: str) -> bool:
    """Whether the small-lettered word says what somebody is."""
    return by_letters(word, english.is_calling, slavic.is_calling)(word)


def lemma_of(word: str) -> str | None:
    """ "министром" -> "министр": the dictionary form of a Slavic word for somebody in one office; None of any other word."""
    return slavic.lemma_of(word) if is_cyrillic(word) else None


def feminine(word: str) -> bool:
    """Whether only a woman is called so: "spokeswoman", "депутатка"."""
    return by_letters(word, english.is_feminine, slavic.is_feminine)(word)


def gender_of(callings: Iterable[str]) -> str | None:
    """m or f by small-lettered titles and nouns such as "mrs" or "spokesman"; None where they don't tell."""
    told = set(callings)
    if any(map(feminine, told)):
        return "f"
    return "m" if any(word in MASCULINE for word in told) else None
