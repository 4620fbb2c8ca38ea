"""Runs the grammar of a text's language over the text: every date expression, with the name of the rule that read it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial

from archive.extraction.dates import english, numeric, slavic
from archive.extraction.dates.compose import TOLD_AFTER, composed
from archive.extraction.dates.core import Core, Rule, Setting, cores_of, matches_of
from archive.extraction.dates.direction import direction
from archive.extraction.dates.english.words import ENGLISH
from archive.extraction.dates.narrative import MOVED
from archive.extraction.dates.surroundings import Dated, Surroundings
from archive.extraction.text.rules import tell
from archive.extraction.types import DateFound

# A document dated outside these years is dated wrongly, and nothing is counted from its day.
EARLIEST, LATEST = 1000, 9000
SOME_DAY = datetime.date(2000, 6, 14)  # where none is known: what is counted from it is dropped again
QUESTION = "which date is it, in {}"  # as `heard` counts the rules of the grammars
GRAMMARS: dict[str, tuple[list[Rule], Surroundings]] = {
    "en": (english.RULES + numeric.GRAMMAR.rules, ENGLISH),
    **{code: (grammar.rules + numeric.GRAMMAR.rules, words) for code, (grammar, words) in slavic.LANGUAGES.items()},
}


def find_dates(text: str, *, language: str | None, reference: datetime.date | None) -> list[DateFound]:
    """Every date expression of the text in order; an ambiguous one has no value but all its readings."""
    return _Grammar(text, language).dates(reference)


def list_dates(text: str, *, language: str | None, reference: datetime.date | None) -> list[DateFound]:
    """The same, and where no day is known to count from also the expressions that wait for one, without a value: "Monday", "3 June"."""
    grammar = _Grammar(text, language)
    found = grammar.dates(reference)
    if reference is not None:
        return found
    taken = {place for date in found for place in range(date.start, date.end)}
    waiting = [_uncounted(date) for date in grammar.dates(SOME_DAY) if taken.isdisjoint(range(date.start, date.end))]
    return sorted([*found, *waiting], key=lambda date: date.start)


def _uncounted(date: DateFound) -> DateFound:
    """Without its value, unless the text itself gave the year."""
    return date if date.rule.endswith((MOVED, TOLD_AFTER)) else replace(date, edtf=None, readings=())


class _Grammar:
    """The grammar of a language laid over a text once, to be read for any day of the document."""

    def __init__(self, text: str, language: str | None) -> None:
        self.text, self.code = text, language if language in GRAMMARS else "en"
        rules, self.words = GRAMMARS[self.code]
        self.matches = matches_of(rules, text)

    def dates(self, reference: datetime.date | None) -> list[DateFound]:
        if reference and not EARLIEST <= reference.year <= LATEST:
            reference = None
        cores: list[Core] = cores_of(self.matches, Setting(self.text, reference, partial(direction, self.text, self.words.verbs)))
        tell(QUESTION.format(self.code), *(core.rule for core in cores))
        return [_found(self.text, dated) for dated in composed(self.text, cores, self.words, reference)]


def _found(text: str, dated: Dated) -> DateFound:
    one = dated.readings[0] if len(dated.readings) == 1 else None
    return DateFound(text[dated.start : dated.end], dated.start, dated.end, one, dated.rule, () if one else dated.readings)
