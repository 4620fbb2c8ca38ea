"""How one family of languages tells when and on which occasion words were said: `english` and `slavic` answer each of these names, and
the letters choose."""

from __future__ import annotations

import re
from typing import Protocol

from archive.extraction.languages.families import is_mostly_cyrillic
from archive.extraction.statements import english, slavic


class StatementWording(Protocol):
    """The patterns and forms that the rules of this room ask for; what each is stands beside it in `english`."""

    ISSUED: re.Pattern[str]
    SPEAKING: re.Pattern[str]
    SPOKE: re.Pattern[str]
    APART: re.Pattern[str]
    APPOSITION: re.Pattern[str]
    BEFORE_DAY: re.Pattern[str]
    NOW: re.Pattern[str]
    PRESENT: re.Pattern[str]
    GOES_ON: re.Pattern[str]
    PERFECT: re.Pattern[str]
    EARLIER: re.Pattern[str]
    OF_SPEAKER: re.Pattern[str]
    WHO: re.Pattern[str]
    BOOK: re.Pattern[str]
    ASIDE: frozenset[str]
    PHRASES: tuple[re.Pattern[str], ...]
    VENUE: re.Pattern[str]
    REPORTERS: re.Pattern[str]
    CUT: re.Pattern[str]
    PARTICIPLE: re.Pattern[str]
    BESIDE_PHRASE: re.Pattern[str]
    DETERMINERS: re.Pattern[str]
    DEFINITE: re.Pattern[str]
    AROUND_DAY: re.Pattern[str]
    DANGLING: re.Pattern[str]
    TAKES_NAME: re.Pattern[str]
    BARE: frozenset[str]
    PLACELESS: frozenset[str]
    JOINT: frozenset[str]
    PLACE: re.Pattern[str]
    NO_PLACE: re.Pattern[str]

    def holds_place(self, link: str, noun: str) -> bool: ...
    def nominative_place(self, place: str) -> str: ...
    def is_of_the_occasion(self, text: str, start: int, day: int) -> bool: ...
    def speaking_clause(self, words: str) -> int: ...


def wording_of(text: str) -> StatementWording:
    """The words of the family in whose letters the text is written."""
    return slavic if is_mostly_cyrillic(text) else english
