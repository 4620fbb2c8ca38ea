"""Puts a document's statements together: who said what, and when and on which occasion by the reporter's own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from archive.extraction.page.head import Layout
from archive.extraction.people.unit import Unit
from archive.extraction.speakers.attribution import spoken_in
from archive.extraction.speakers.spoken import Relay, Sentence, Spoken
from archive.extraction.statements.confidence import confidence_of, evidence_of, fitted
from archive.extraction.statements.document_day import day_of
from archive.extraction.statements.said_on import goes_on, speaks_now, told_in
from archive.extraction.statements.spoke_at import spoke_at
from archive.extraction.statements.telling import DAY_LENGTH, Calendar, Telling, Told, calendar_of, telling_of
from archive.extraction.statements.told_before import Memory, Said
from archive.extraction.text.faults import attempt
from archive.extraction.text.quotes import Quoted
from archive.extraction.types import CueFound, DateFound, RelayedFound, SaidOnFound, Span, SpeakerFound, StatementFound

# Words that have no clause of the reporter's beside them.
WITHOUT_CLAUSE = ("turn", "headline")


def statements_of(text: str, page: Layout, quotes: Sequence[Quoted], dates: Sequence[DateFound]) -> list[StatementFound]:
    """Every statement of the page's body, before copies are merged."""
    sentences, spoken = spoken_in(text, page, quotes)
    latest = page.published.edtf[:DAY_LENGTH] if page.published else None
    calendar = calendar_of(dates, latest)
    memory = Memory(latest, spoke_at(text, sentences, spoken, calendar))
    teller = _Teller(text, sentences, _by_sentence(spoken), calendar, _title_tells(text, page, calendar))
    otherwise = day_of(page, dates)
    before: Spoken | None = None
    found = []
    for one in spoken:
        carry = partial(_carried, memory, teller, one)
        told = attempt(f"When the words at {one.report.start} were said", carry, Told())
        found.append(_statement(teller, one, before, told, otherwise))
        before = one if one.names else before
    return found


def _carried(memory: Memory, teller: _Teller, one: Spoken) -> Told:
    return memory.carry(teller.said(one))


def _by_sentence(spoken: Sequence[Spoken]) -> dict[int, list[Spoken]]:
    reported: dict[int, list[Spoken]] = defaultdict(list)
    for one in spoken:
        reported[one.number].append(one)
    return reported


def _title_tells(text: str, page: Layout, calendar: Calendar) -> Told:
    """The occasion in the title of a transcript: "Remarks at the press conference in Valmere"."""
    if page.title is None or page.title.start is None or page.title.end is None:
        return Told()
    return told_in(telling_of(text, [(page.title.start, page.title.end)], calendar))


@dataclass(frozen=True, slots=True)
class _Teller:
    """The reporter, who tells beside the words when and where they were said."""

    text: str
    sentences: Sequence[Sentence]
    reported: Mapping[int, Sequence[Spoken]]
    calendar: Calendar
    title: Told

    def said(self, one: Spoken) -> Said:
        """What the clause of the words tells. Those of a transcript stand under its title, and those that go on have no clause."""
        follows = one.inherited or goes_on(self.text, one.report.cue)
        if one.report.how == "turn":
            return Said(one.names, self.title, goes_on=follows)
        if one.inherited or one.report.how in WITHOUT_CLAUSE:
            return Said(one.names, Told(), goes_on=follows)
        telling = self._telling(one)
        return Said(one.names, told_in(telling), speaks_now(telling, one.report.cue), follows)

    def _telling(self, one: Spoken) -> Telling:
        own = own_words(self.sentences[one.number].unit, self.reported[one.number])
        return telling_of(self.text, own, self.calendar, _clause(one))


def own_words(unit: Unit, reported: Sequence[Spoken]) -> list[Span]:
    """The stretches of the sentence that no report covers and no quotation."""
    taken = sorted({(s.report.start, s.report.end) for s in reported} | {(t.start, t.end) for t in unit.tokens if t.kind == "q"})
    stretches, at = [], unit.start
    for start, end in taken:
        if start > at:
            stretches.append((at, start))
        at = max(at, end)
    return [*stretches, (at, unit.end)] if at < unit.end else stretches


def _clause(one: Spoken) -> Span | None:
    """The verb of speech with its source."""
    cue, source = one.report.cue, one.report.source
    if cue is None or source is None:
        return cue
    return min(cue[0], source.start), max(cue[1], source.end)


# ---------------------------------------------------------------- a statement


def _statement(teller: _Teller, one: Spoken, before: Spoken | None, told: Told, otherwise: SaidOnFound | None) -> StatementFound:
    report = one.report
    speakers, evidence = _who(one, before)
    confidence = confidence_of(evidence)
    sure = confidence >= fitted().threshold
    return StatementFound(
        kind=report.kind,
        start=report.start,
        end=report.end,
        text=teller.text[report.start : report.end],
        duplicates=(),
        speakers=speakers if sure else (),
        cue=_cue(teller.text, report.cue),
        confidence=confidence,
        said_on=told.said_on or otherwise,
        occasion=told.occasion,
        dates=teller.calendar.within(report.start, report.end),
        candidates=() if sure else speakers,
        evidence=evidence,
        relayed=tuple(_relayed(teller.text, relay) for relay in one.relayed),
    )


def _who(one: Spoken, before: Spoken | None) -> tuple[tuple[SpeakerFound, ...], tuple[str, ...]]:
    """The speakers and what tells them; where the report has none, whoever spoke before comes into question."""
    if not one.speakers and before and one.report.how != "turn":
        return before.speakers, (one.report.how, "spoke before" if one.number - before.number <= 1 else "spoke long before")
    last = before is not None and [s.name for s in one.speakers] == [s.name for s in before.speakers]
    return one.speakers, evidence_of(one.report, one.speakers, inherited=one.inherited, spoke_last=last)


def _cue(text: str, span: Span | None) -> CueFound | None:
    return CueFound(text[slice(*span)], *span) if span else None


def _relayed(text: str, relay: Relay) -> RelayedFound:
    report = relay.report
    words = text[report.start : report.end]
    return RelayedFound(report.kind, report.start, report.end, words, relay.speakers, _cue(text, report.cue))
