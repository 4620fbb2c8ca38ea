"""Date expressions of English: those of the calendar, beside the document's day, beside the date told before, and the feast days."""

from __future__ import annotations

from archive.extraction.dates import english_calendar, english_feasts, english_named, english_narrative, english_relative
from archive.extraction.dates.core import Rule

RULES: list[Rule] = [
    rule for part in (english_calendar, english_named, english_relative, english_narrative, english_feasts) for rule in part.GRAMMAR.rules
]
