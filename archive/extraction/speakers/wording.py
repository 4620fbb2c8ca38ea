"""What one family of languages calls those who speak: `english` and `slavic` answer each of these names, and the letters choose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from archive.extraction.languages.families import is_mostly_cyrillic
from archive.extraction.people.mentions import Mention
from archive.extraction.people.unit import Unit
from archive.extraction.speakers import english, slavic
from archive.extraction.speech.reports import Source


class SpeakerWording(Protocol):
    """The words and forms that the rules of this room ask for; what each is stands beside it in `english`."""

    PRONOUNS: dict[str, str]
    ANYBODY: frozenset[str]
    UNNAMED: frozenset[str]
    SOME_ONE: frozenset[str]
    OFFICES: frozenset[str]
    JUDGING: frozenset[str]
    SAME_ROLES: tuple[tuple[str, tuple[str, ...]], ...]
    DEFINITE: tuple[str, ...]
    ANOTHERS: tuple[str, ...]
    DEFINITE_PAPER: tuple[str, ...]
    DEFINITE_BODY: tuple[str, ...]
    HAS_ARTICLES: bool
    PAPERS: frozenset[str]
    ISSUING: frozenset[str]
    SAME_PAPER: frozenset[str]
    IN_A_PAPER: re.Pattern[str]

    def papers_of_people(self, unit: Unit) -> Iterator[Source]: ...
    def takes_up(self, unit: Unit, mention: Mention) -> bool: ...
    def gender_of_verb(self, word: str) -> str | None: ...
    def lemma(self, word: str) -> str: ...
    def phrase_of(self, printed: str) -> str: ...
    def without_article(self, printed: str) -> str: ...
    def body_name(self, printed: str) -> str: ...
    def gender_of(self, printed: str) -> str | None: ...
    def is_anybody(self, printed: str, head: str) -> bool: ...
    def is_nation(self, word: str) -> bool: ...
    def tells_apart(self, word: str) -> bool: ...
    def is_common_body(self, source: Source, name: str) -> bool: ...
    def is_firm(self, printed: str, head: str) -> bool: ...
    def subject_in(self, unit: Unit) -> Source | None: ...
    def opener_of(self, unit: Unit) -> Source | None: ...


def wording_of(text: str) -> SpeakerWording:
    """The words of the family in whose letters the text is written."""
    return slavic if is_mostly_cyrillic(text) else english
