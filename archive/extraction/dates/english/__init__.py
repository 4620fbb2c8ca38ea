"""Date expressions of English: those of the calendar, beside the document's day, beside the date told before, and the feast days."""

from __future__ import annotations

from archive.extraction.dates.core import Rule
from archive.extraction.dates.english import business as english_business
from archive.extraction.dates.english import calendar as english_calendar
from archive.extraction.dates.english import feasts as english_feasts
from archive.extraction.dates.english import lists as english_lists
from archive.extraction.dates.english import months as english_months
from archive.extraction.dates.english import named as english_named
from archive.extraction.dates.english import named_days as english_named_days
from archive.extraction.dates.english import narrative as english_narrative
from archive.extraction.dates.english import relative as english_relative
from archive.extraction.dates.english import shifts as english_shifts

PARTS = (
    english_named_days, english_calendar, english_lists, english_business, english_months, english_named, english_relative,
    english_shifts, english_narrative, english_feasts,
)  # fmt: skip
RULES: list[Rule] = [rule for part in PARTS for rule in part.GRAMMAR.rules]
