"""Reads dates in running text (`find_dates`) and in a form's field (`read_date`), each with the name of the rule that read it."""

from archive.extraction.dates.editor import DateReading, read_date
from archive.extraction.dates.finder import find_dates
from archive.extraction.dates.foreign import foreign_day

__all__ = ["DateReading", "find_dates", "foreign_day", "read_date"]
