"""Whether words were said at another time than the document's, though nothing dates them: "has said", "previously", "in her memoirs", or
in a story of years ago."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archive.extraction.dates import civil
from archive.extraction.people.unit import Unit
from archive.extraction.speakers.spoken import Sentence
from archive.extraction.statements.telling import Calendar, Telling
from archive.extraction.statements.wording import wording_of
from archive.extraction.text.rules import Rules
from archive.extraction.types import DateFound, SaidOnFound, Span

LONG_AGO = datetime.timedelta(days=31)  # before the document: what is told of such a day is a story
SENTENCES_BACK = 3  # in their paragraph, for what the words are told in
DATED_AT_LEAST = 4  # bounded dates, of which most lie years back, in a text that is a story as a whole
YEARS, NEWS = datetime.timedelta(days=3 * 366), datetime.timedelta(days=8)
SCENE = "day of the scene"  # a rule that dates words
REACH = 60  # characters before a verb
ADVERBS = 7  # words at the head of a sentence that stand apart: "Back in those days,"
CLAUSES = re.compile(r"[,;:()—–]")

ANOTHER_TIME = Rules[[Telling, Span], bool]("were words said at another time than the document's", otherwise=False)


@ANOTHER_TIME.when("perfect", True, "Anna Hill has said that the lock would open.")
def _is_perfect(telling: Telling, cue: Span) -> bool:
    """ "Has said", "had told": before now, or before what is told."""
    return telling.wording.PERFECT.search(telling.text, max(0, cue[0] - REACH), cue[0]) is not None


@ANOTHER_TIME.when("earlier", True, "Anna Hill previously said that the lock would open.")
def _is_earlier(telling: Telling, cue: Span) -> bool:
    """A word in the clause of the verb, or alone at the head of the sentence."""
    return any(telling.wording.EARLIER.search(telling.text, *stretch) for stretch in _clause_and_head(telling, cue))


@ANOTHER_TIME.when("in a book", True, "Anna Hill wrote in her memoirs that the lock would open.")
def _is_in_a_book(telling: Telling, cue: Span) -> bool:
    return any(telling.wording.BOOK.search(telling.text, *stretch) for stretch in telling.own)


def _clause_and_head(telling: Telling, cue: Span) -> list[Span]:
    begin, end = next(((start, end) for start, end in telling.own if start <= cue[0] < end), cue)
    marks = [match.span() for match in CLAUSES.finditer(telling.text, begin, end)]
    first = max((stop for _, stop in marks if stop <= cue[0]), default=begin)
    last = min((start for start, _ in marks if start >= cue[1]), default=end)
    head = marks[0][0] if marks and len(telling.text[begin : marks[0][0]].split()) <= ADVERBS else begin
    return [(first, last), (begin, head)]


# ---------------------------------------------------------------- what the reporter tells of


@dataclass(frozen=True, slots=True)
class Narrative:
    """The reporter's sentences, each with the stretches (`own`) that nobody else said, and the dates in them."""

    text: str
    sentences: Sequence[Sentence]
    own: Callable[[int], Sequence[Span]]
    calendar: Calendar

    def is_over(self, number: int, at: int) -> bool:
        """What the reporter tells last, in the paragraph of the words and before their verb, was over long before the document."""
        told = self._told(number, at)
        latest, day = _last_day(self.calendar.latest), _last_day(told[1].edtf) if told else None
        return bool(latest and day and latest - day > LONG_AGO)

    def day_of_the_scene(self, number: int, at: int, names: Sequence[str]) -> SaidOnFound | None:
        """The day of the news on which the speaker is said to have done something, in a sentence before: "On Monday Anna Hill met …"."""
        nth, date = self._told(number, at) or (number, None)
        latest, day = _last_day(self.calendar.latest), _last_day(date.edtf) if date else None
        if date is None or nth == number or latest is None or day is None or date.edtf != day.isoformat():
            return None
        surnames = {name.rsplit(maxsplit=1)[-1] for name in names}
        is_his = any(token.bare in surnames for token in self.sentences[nth].unit.tokens)
        is_news = datetime.timedelta() <= latest - day < NEWS
        return SaidOnFound(date.edtf, date.start, date.end, SCENE) if is_his and is_news else None

    def _told(self, number: int, at: int) -> tuple[int, DateFound] | None:
        """The date that the reporter told last, of a time that has its end, and the number of its sentence."""
        block = self.sentences[number].unit.block
        for nth in range(number, max(-1, number - SENTENCES_BACK - 1), -1):
            unit = self.sentences[nth].unit
            if unit.block != block:
                return None
            dates = [date for start, end in self.own(nth) for date in self.calendar.within(start, min(end, at))]
            if told := next((date for date in reversed(dates) if _last_day(date.edtf) and not self._is_aside(date, unit)), None):
                return nth, told
        return None

    def _is_aside(self, date: DateFound, unit: Unit) -> bool:
        """ "Anna Hill, who came in 2019, said", "Founded in 2019, the mill said": of the speaker, and not of what is told."""
        before = self.text.rfind(",", unit.start, date.start)
        if before < 0:
            return wording_of(self.text[unit.start : date.start]).OF_SPEAKER.match(self.text, unit.start) is not None
        return self.text.find(",", date.end, unit.end) >= 0


def is_story(calendar: Calendar) -> bool:
    """The whole text tells of years ago: most of its dates lie there, and none is of the days about the document's."""
    latest = _last_day(calendar.latest)
    days = [day for date in calendar.dates if (day := _last_day(date.edtf))] if latest else []
    if latest is None or len(days) < DATED_AT_LEAST or any(abs(latest - day) < NEWS for day in days):
        return False
    return 4 * sum(latest - day > YEARS for day in days) >= 3 * len(days)


def _last_day(edtf: str | None) -> datetime.date | None:
    """None where it has no end."""
    days = civil.first_and_last(edtf) if edtf else None
    return days[1] if days else None
