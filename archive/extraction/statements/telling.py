"""The reporter's own words of one sentence, and what they tell of when and where words were said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.extraction.statements.occasion_phrases import OccasionPhrase
from archive.extraction.statements.wording import StatementWording, wording_of
from archive.extraction.types import DateFound, OccasionFound, SaidOnFound, Span

DAY_LENGTH = 10  # characters of a day in EDTF
YEAR_LENGTH = 4  # and of its year


@dataclass(frozen=True, slots=True)
class Told:
    """What the reporting clause of one statement says about when and where; `otherwhen`: on no day that is told, nor on the document's."""

    said_on: SaidOnFound | None = None
    occasion: OccasionFound | None = None
    phrase: OccasionPhrase | None = None
    otherwhen: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of a text in their order, and the day on which it was published, where it is known."""

    dates: Sequence[DateFound]
    starts: Sequence[int]
    latest: str | None = None

    def within(self, start: int, end: int) -> tuple[DateFound, ...]:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return tuple(date for date in self.dates[first:last] if date.end <= end)


def calendar_of(dates: Sequence[DateFound], latest: str | None) -> Calendar:
    return Calendar(dates, [date.start for date in dates], latest)


@dataclass(frozen=True, slots=True)
class Telling:
    """The stretches `own` of a sentence that are the reporter's, with the dates in them that may be a day of saying. `clause` is the verb
    of speech with its source, beside which a date counts; nothing was said later than the day `latest`."""

    text: str
    own: tuple[Span, ...]
    clause: Span | None
    dates: tuple[DateFound, ...]
    latest: str | None
    wording: StatementWording


def telling_of(text: str, own: Sequence[Span], calendar: Calendar, clause: Span | None = None) -> Telling:
    """The reporter's words between quotations and reports; the dates are those of a known day or time that has come."""
    inside = [date for start, end in own for date in calendar.within(start, end) if date.edtf and ".." not in date.edtf]
    dates = tuple(said for date in inside if (said := _before_publication(date, calendar.latest)))
    wording = wording_of(" ".join(text[start:end] for start, end in (*own, *([clause] if clause else []))))
    return Telling(text, tuple(own), clause, dates, calendar.latest, wording)


def _before_publication(date: DateFound, latest: str | None) -> DateFound | None:
    """The date, unless it lies behind the publication: a day without a year is then that day of the year of publication, or none."""
    edtf = str(date.edtf)
    if latest is None or edtf[:DAY_LENGTH] <= latest:
        return date
    earlier = latest[:YEAR_LENGTH] + edtf[YEAR_LENGTH:]
    is_day_alone = len(edtf) == DAY_LENGTH and edtf[:YEAR_LENGTH] not in date.text
    return replace(date, edtf=earlier) if is_day_alone and earlier <= latest else None
