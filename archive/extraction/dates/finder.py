"""Runs the grammar of a text's language over the text: every date expression, with the name of the rule that read it."""

from __future__ import annotations

import datetime
from functools import partial

from archive.extraction.dates import english, numeric, slavic
from archive.extraction.dates.compose import composed
from archive.extraction.dates.core import Core, Rule, Setting, cores_of
from archive.extraction.dates.direction import direction
from archive.extraction.dates.english.words import ENGLISH
from archive.extraction.dates.surroundings import Dated, Surroundings
from archive.extraction.text.rules import tell
from archive.extraction.types import DateFound

# A document dated outside these years is dated wrongly, and nothing is counted from its day.
EARLIEST, LATEST = 1000, 9000
QUESTION = "which date is it, in {}"  # as `heard` counts the rules of the grammars
GRAMMARS: dict[str, tuple[list[Rule], Surroundings]] = {
    "en": (english.RULES + numeric.GRAMMAR.rules, ENGLISH),
    **{code: (grammar.rules + numeric.GRAMMAR.rules, words) for code, (grammar, words) in slavic.LANGUAGES.items()},
}


def find_dates(text: str, *, language: str | None, reference: datetime.date | None) -> list[DateFound]:
    """Every date expression of the text in order; an ambiguous one has no value but all its readings."""
    return [_found(text, dated) for dated in _dated(text, language, reference)]


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
