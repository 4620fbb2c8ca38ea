"""Puts a document's statements together: who said what, and when and on which occasion by the reporter's own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from archive.extraction.page.head import Layout
from archive.extraction.speakers.attribution import spoken_in
from archive.extraction.speakers.spoken import Relay, Spoken
from archive.extraction.speech.asking import force_of
from archive.extraction.speech.reports import Report
from archive.extraction.statements.confidence import confidence_of, evidence_of, fitted
from archive.extraction.statements.said_on import said_on_each
from archive.extraction.statements.telling import DAY_LENGTH, Calendar, Told, calendar_of
from archive.extraction.text.faults import attempt
from archive.extraction.text.quotes import Quoted
from archive.extraction.types import CueFound, DateFound, RelayedFound, SpeakerFound, StatementFound


def statements_of(text: str, page: Layout, quotes: Sequence[Quoted], dates: Sequence[DateFound]) -> list[StatementFound]:
    """Every statement of the page's body, before copies are merged."""
    sentences, spoken = spoken_in(text, page, quotes)
    calendar = calendar_of(dates, page.published.edtf[:DAY_LENGTH] if page.published else None)
    before: Spoken | None = None
    found: list[StatementFound] = []
    none: list[StatementFound] = []
    for number, (one, told) in enumerate(zip(spoken, said_on_each(text, page, sentences, spoken, calendar, dates), strict=True)):
        force = force_of(text, one.report, spoken[number + 1].report if number + 1 < len(spoken) else None)
        found += attempt(f"The statement at {one.report.start}", partial(_statement, text, one, before, told, calendar, force), none)
        before = one if one.names else before
    return found


def _statement(text: str, one: Spoken, before: Spoken | None, told: Told, calendar: Calendar, force: str) -> list[StatementFound]:
    report = one.report
    speakers, evidence = _who(one, before)
    confidence = confidence_of(evidence)
    sure = confidence >= fitted().threshold
    statement = StatementFound(
        kind=report.kind,
        force=force,
        start=report.start,
        end=report.end,
        text=text[report.start : report.end],
        duplicates=(),
        speakers=speakers if sure else (),
        cue=_cue(text, report),
        confidence=confidence,
        said_on=told.said_on,
        occasion=told.occasion,
        dates=calendar.within(report.start, report.end),
        candidates=() if sure else speakers,
        evidence=evidence,
        relayed=tuple(_relayed(text, relay) for relay in one.relayed),
    )
    return [statement]


def _who(one: Spoken, before: Spoken | None) -> tuple[tuple[SpeakerFound, ...], tuple[str, ...]]:
    """The speakers and what tells them; where the report has none, whoever spoke before comes into question."""
    if not one.speakers and before and one.report.how != "turn":
        return before.speakers, (one.report.how, "spoke before" if one.number - before.number <= 1 else "spoke long before")
    last = before is not None and [s.name for s in one.speakers] == [s.name for s in before.speakers]
    return one.speakers, evidence_of(one.report, one.speakers, inherited=one.inherited, spoke_last=last)


def _cue(text: str, report: Report) -> CueFound | None:
    span = report.holding or report.cue
    return CueFound(text[slice(*span)], *span) if span else None


def _relayed(text: str, relay: Relay) -> RelayedFound:
    report = relay.report
    words = text[report.start : report.end]
    force = force_of(text, report, None)
    return RelayedFound(report.kind, report.start, report.end, words, relay.speakers, _cue(text, report), force=force)
