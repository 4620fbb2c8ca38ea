"""Date expressions of English: those of the calendar, beside the document's day, beside the date told before, and the feast days."""

from __future__ import annotations

from archive.extraction.dates import (
    english_business,
    english_calendar,
    english_feasts,
    english_months,
    english_named,
    english_narrative,
    english_relative,
)
from archive.extraction.dates.core import Rule

PARTS = (english_calendar, english_business, english_months, english_named, english_relative, english_narrative, english_feasts)
RULES: list[Rule] = [rule for part in PARTS for rule in part.GRAMMAR.rules]
