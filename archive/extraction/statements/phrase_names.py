"""The name of an occasion out of its phrase: "the press conference in Valmere on 17 May" is a press conference."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.statements.places import last_place
from archive.extraction.statements.wording import StatementWording
from archive.extraction.types import DateFound, Span

# So many days and places are taken off its end, one behind another.
MOST_AT_END = 3


def name_in(text: str, span: Span, dates: Sequence[DateFound], place: str | None, wording: StatementWording) -> str | None:
    """The phrase as printed without its article, and without a day and the place where they end it; None where nothing is left."""
    start, end = span
    for _ in range(MOST_AT_END):
        end = _without_day(text, start, end, dates, wording)
        end = _without_place(text, start, end, place, wording)
    start = _past_opening(text, start, end, dates, wording)
    name = wording.DANGLING.sub("", text[start:end]).strip(" ,’'").removeprefix("s ")  # "Monday’s briefing"
    return name if name and name.casefold() not in wording.BARE else None


def _without_day(text: str, start: int, end: int, dates: Sequence[DateFound], wording: StatementWording) -> int:
    """Where the phrase ends before the day, or part of one, that ends it, and before the words around a day."""
    date = next((one for one in dates if one.end >= end > one.start), None)
    end = date.start if date else end
    return start + len(wording.AROUND_DAY.sub("", text[start:end]))


def _without_place(text: str, start: int, end: int, place: str | None, wording: StatementWording) -> int:
    last = last_place(text, start, end, wording) if place else None
    if last and wording.nominative_place(last["place"]) == place:
        return start + len(text[start : last.start()].rstrip())
    return end


def _past_opening(text: str, start: int, end: int, dates: Sequence[DateFound], wording: StatementWording) -> int:
    """Where the phrase begins behind its articles and a day: "the 17 May summit"."""
    article = wording.DETERMINERS.match(text, start, end)
    start = article.end() if article else start
    opening = next((one for one in dates if one.start <= start < one.end < end), None)
    return opening.end if opening else start
