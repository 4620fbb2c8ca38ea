"""Runs the grammar of a text's language over the text: every date expression, with the name of the rule that read it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial

from archive.extraction.dates import english, numeric, slavic
from archive.extraction.dates.compose import TOLD_AFTER, composed
from archive.extraction.dates.core import Core, Rule, Setting, cores_of
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
    return [_found(text, dated) for dated in _dated(text, language, reference)]


def list_dates(text: str, *, language: str | None, reference: datetime.date | None) -> list[DateFound]:
    """The same, and where no day is known to count from also the expressions that wait for one, without a value: "Monday", "3 June"."""
    found = find_dates(text, language=language, reference=reference)
    if reference is not None:
        return found
    taken = {place for date in found for place in range(date.start, date.end)}
    counted = [_found(text, dated) for dated in _dated(text, language, SOME_DAY)]
    waiting = [_uncounted(date) for date in counted if taken.isdisjoint(range(date.start, date.end))]
    return sorted([*found, *waiting], key=lambda date: date.start)


def _uncounted(date: DateFound) -> DateFound:
    """Without its value, unless the text itself gave the year."""
    return date if date.rule.endswith((MOVED, TOLD_AFTER)) else replace(date, edtf=None, readings=())


def _dated(text: str, language: str | None, reference: datetime.date | None) -> list[Dated]:
    if reference and not EARLIEST <= reference.year <= LATEST:
        reference = None
    code = language if language in GRAMMARS else "en"
    rules, words = GRAMMARS[code]
    setting = Setting(text, reference, partial(direction, text, words.verbs))
    cores: list[Core] = cores_of(rules, setting)
    tell(QUESTION.format(code), *(core.rule for core in cores))
    return composed(text, cores, words, reference)


def _found(text: str, dated: Dated) -> DateFound:
    one = dated.readings[0] if len(dated.readings) == 1 else None
    return DateFound(text[dated.start : dated.end], dated.start, dated.end, one, dated.rule, () if one else dated.readings)
