"""Reads dates in running text (`find_dates`, `list_dates`) and in a field (`read_date`), each with the name of the rule that read it."""

from archive.extraction.dates.editor import DateReading, read_date
from archive.extraction.dates.finder import find_dates, list_dates
from archive.extraction.dates.foreign import foreign_day

__all__ = ["DateReading", "find_dates", "foreign_day", "list_dates", "read_date"]
