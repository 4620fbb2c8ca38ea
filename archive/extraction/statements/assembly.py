"""Puts a document's statements together: who said what from `attribution`, when and on which occasion from the reporter's own words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from archive.extraction.page.head import Layout
from archive.extraction.speakers.attribution import Relay, Sentence, Spoken, spoken_in
from archive.extraction.speech.reports import Unit
from archive.extraction.statements.confidence import confidence_of, evidence_of, fitted
from archive.extraction.statements.occasions import Memory, Told, fallback, goes_on, setting_in, speaks_now, told_in
from archive.extraction.text.faults import attempt
from archive.extraction.text.quotes import Quoted
from archive.extraction.types import CueFound, DateFound, OccasionFound, RelayedFound, SaidOnFound, Span, SpeakerFound, StatementFound

DAY = 10  # characters of a day in EDTF
# Rules that need no other date to read a day.
FULL_DAYS = ("day, month and year", "month, day and year", "year, month and day in digits", "day, month and year in digits")


def statements_of(text: str, page: Layout, quotes: Sequence[Quoted], dates: Sequence[DateFound]) -> list[StatementFound]:
    """Every statement of the page's body, before copies are merged."""
    sentences, spoken = spoken_in(text, page, quotes)
    reported: dict[int, list[Spoken]] = defaultdict(list)
    for one in spoken:
        reported[one.number].append(one)
    calendar = _Calendar(dates)
    otherwise = fallback(page.dateline, page.published, _heading(page, dates))
    latest = page.published.edtf[:DAY] if page.published else None
    memory = Memory(latest)
    titled = _titled(text, page, calendar, latest)
    memory.settings = _settings(text, sentences, spoken, calendar, latest)
    before: Spoken | None = None
    found = []

    def told_by(one: Spoken) -> Told:
        told, now = titled if one.report.how == "turn" else Told(), False
        if not one.inherited and one.report.how not in ("turn", "headline"):
            unit = sentences[one.number].unit
            own = _own_words(unit, reported[one.number])
            told = told_in(text, own, _clause(one), calendar.within(unit.start, unit.end), latest)
            now = speaks_now(text, own, one.report.cue)
        return memory.carry(_names(one), told, now=now, goes_on=one.inherited or goes_on(text, one.report.cue))

    for one in spoken:
        told = attempt(f"When the words at {one.report.start} were said", partial(told_by, one), Told())
        found.append(_statement(text, one, before, told.said_on or otherwise, told.occasion, calendar))
        before = one if any(speaker.name for speaker in one.speakers) else before
    return found


def _heading(page: Layout, dates: Sequence[DateFound]) -> DateFound | None:
    """The day that a heading above the text gives: "Sitting of Wednesday, 19 October 2016"."""
    first = page.body[0].start if page.body else 0
    title = (page.title.start or 0, page.title.end or 0) if page.title else (0, 0)
    above = [date for date in dates if date.end <= first and date.rule in FULL_DAYS and date.edtf]
    return next((date for date in above if page.published is None or not title[0] <= date.start < title[1]), None)


def _titled(text: str, page: Layout, calendar: _Calendar, latest: str | None) -> Told:
    """The event in the title of a transcript: "Remarks at the press conference in Valmere"."""
    if page.title is None or page.title.start is None or page.title.end is None:
        return Told()
    span = (page.title.start, page.title.end)
    return told_in(text, [span], None, calendar.within(*span), latest)


def _settings(
    text: str, sentences: Sequence[Sentence], spoken: Sequence[Spoken], calendar: _Calendar, latest: str | None
) -> dict[tuple[str, ...], Told]:
    """Where each speaker is said to have spoken, in sentences of their own; "he" there is whoever spoke last, or speaks next."""
    reporting = {one.number for one in spoken}
    named = [(one.number, names) for one in spoken if (names := _names(one))]
    by_surname = {name.rsplit(maxsplit=1)[-1]: names for _, names in reversed(named) for name in names}
    found: dict[tuple[str, ...], Told] = {}
    for number, sentence in enumerate(sentences):
        unit = sentence.unit
        told = None if number in reporting else setting_in(text, (unit.start, unit.end), calendar.within(unit.start, unit.end), latest)
        if told:
            mentioned = next((by_surname[token.bare] for token in unit.tokens if token.bare in by_surname), None)
            found.setdefault(mentioned or _nearest(named, number), told)
    return found


def _nearest(named: Sequence[tuple[int, tuple[str, ...]]], number: int) -> tuple[str, ...]:
    """Who spoke last before this sentence, or else who speaks next."""
    at = bisect_left(named, number, key=lambda one: one[0])
    return named[at - 1][1] if at else named[0][1] if named else ()


def _names(one: Spoken) -> tuple[str, ...]:
    return tuple(speaker.name for speaker in one.speakers if speaker.name)


def _clause(one: Spoken) -> Span | None:
    """The verb of speech with its source."""
    cue, source = one.report.cue, one.report.source
    if cue is None or source is None:
        return cue
    return min(cue[0], source.start), max(cue[1], source.end)


class _Calendar:
    """The dates of a document, found by place."""

    def __init__(self, dates: Sequence[DateFound]) -> None:
        self.dates, self.starts = dates, [date.start for date in dates]

    def within(self, start: int, end: int) -> tuple[DateFound, ...]:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return tuple(date for date in self.dates[first:last] if date.end <= end)


def _own_words(unit: Unit, reported: Sequence[Spoken]) -> list[Span]:
    """The stretches of the sentence that no report covers and no quotation."""
    taken = sorted({(s.report.start, s.report.end) for s in reported} | {(t.start, t.end) for t in unit.tokens if t.kind == "q"})
    stretches, at = [], unit.start
    for start, end in taken:
        if start > at:
            stretches.append((at, start))
        at = max(at, end)
    return [*stretches, (at, unit.end)] if at < unit.end else stretches


def _who(one: Spoken, before: Spoken | None) -> tuple[tuple[SpeakerFound, ...], tuple[str, ...]]:
    """The speakers and what tells them; where the report has none, whoever spoke before comes into question."""
    names = [speaker.name for speaker in one.speakers]
    last = before is not None and names == [speaker.name for speaker in before.speakers]
    if one.speakers or before is None or one.report.how == "turn":
        return one.speakers, evidence_of(one.report, one.speakers, inherited=one.inherited, spoke_last=last)
    return before.speakers, (one.report.how, "spoke before" if one.number - before.number <= 1 else "spoke long before")


def _statement(
    text: str, one: Spoken, before: Spoken | None, said: SaidOnFound | None, occasion: OccasionFound | None, calendar: _Calendar
) -> StatementFound:
    report = one.report
    speakers, evidence = _who(one, before)
    confidence = confidence_of(evidence)
    sure = confidence >= fitted().threshold
    return StatementFound(
        kind=report.kind,
        start=report.start,
        end=report.end,
        text=text[report.start : report.end],
        duplicates=(),
        speakers=speakers if sure else (),
        cue=_cue(text, report.cue),
        confidence=confidence,
        said_on=said,
        occasion=occasion,
        dates=calendar.within(report.start, report.end),
        candidates=() if sure else speakers,
        evidence=evidence,
        relayed=tuple(_relayed(text, relay) for relay in one.relayed),
    )


def _cue(text: str, span: Span | None) -> CueFound | None:
    return CueFound(text[slice(*span)], *span) if span else None


def _relayed(text: str, relay: Relay) -> RelayedFound:
    report = relay.report
    words = text[report.start : report.end]
    return RelayedFound(report.kind, report.start, report.end, words, relay.speakers, _cue(text, report.cue))
