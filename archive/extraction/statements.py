"""Puts a document's reports together: every sentence read in order, sources resolved, quotations that stand alone given to whoever spoke
before or speaks after, dates and occasions found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.blocks import Block
from archive.extraction.clauses import Reading, read_unit
from archive.extraction.confidence import confidence_of
from archive.extraction.headers import Page
from archive.extraction.occasions import Told, fallback, told_in
from archive.extraction.people import Mention, mentions_of
from archive.extraction.quotes import Quoted
from archive.extraction.reports import Cue, Report, Unit
from archive.extraction.sentences import units_of
from archive.extraction.sources import Source
from archive.extraction.speakers import Person, Scene, cast_of, people_of
from archive.extraction.tokens import tokens_of
from archive.extraction.types import CueFound, DateFound, OccasionFound, SaidOnFound, SpeakerFound, StatementFound


@dataclass(slots=True)
class Spoken:
    """One report with the sentence it stands in, and what was resolved so far."""

    report: Report
    number: int
    source: Source | None
    speakers: tuple[SpeakerFound, ...] = ()
    inherited: bool = False


def statements_of(text: str, page: Page, quotes: Sequence[Quoted], dates: Sequence[DateFound]) -> list[StatementFound]:
    """Every statement of the page's body, before copies are merged."""
    units = _units(text, page.body, quotes)
    readings = [read_unit(text, unit) for unit in units]
    mentions = [m for unit in units for m in unit.mentions] + _mentions_in(text, page.captions)
    scene = Scene(cast_of(_trusted(mentions, readings)))
    spoken = _speakers(text, units, readings, scene)
    return _dated(text, units, spoken, page, dates, scene)


def _units(text: str, blocks: Sequence[Block], quotes: Sequence[Quoted]) -> list[Unit]:
    units = []
    at = 0
    for number, block in enumerate(blocks):
        while at < len(quotes) and quotes[at].start < block.start:
            at += 1
        here = []
        while at < len(quotes) and quotes[at].start < block.end:
            here.append(quotes[at])
            at += 1
        units += [_unit(text, number, start, end, here) for start, end in units_of(text, block, here)]
    return units


def _unit(text: str, block: int, start: int, end: int, quotes: Sequence[Quoted]) -> Unit:
    tokens = tokens_of(text, start, end, [q for q in quotes if start <= q.start < end])
    return Unit(block, start, end, tuple(tokens), tuple(mentions_of(text, tokens)))


def _mentions_in(text: str, blocks: Sequence[Block]) -> list[Mention]:
    return [m for block in blocks for m in mentions_of(text, tokens_of(text, block.start, block.end))]


def _trusted(mentions: Sequence[Mention], readings: Sequence[Reading]) -> list[Mention]:
    """Sure names, and doubtful ones that the document lets speak."""
    speaking = {m.name for reading in readings for r in reading.reports if r.source for m in r.source.mentions}
    return [m for m in mentions if m.sure or m.name in speaking]


# ---------------------------------------------------------------- who


def _speakers(text: str, units: Sequence[Unit], readings: Sequence[Reading], scene: Scene) -> list[Spoken]:
    found: list[Spoken] = []
    announced: tuple[int, Cue] | None = None
    for number, (unit, reading) in enumerate(zip(units, readings, strict=True)):
        scene.enter(number, unit)
        for report in reading.reports:
            spoken = Spoken(report, number, report.source)
            if spoken.source is None and announced and unit.block - units[announced[0]].block <= 1:
                spoken.source = announced[1].source
                spoken.inherited = True
            if spoken.source is not None:
                spoken.speakers = scene.resolve(spoken.source, number, text)
                scene.hear(number, people_of(scene.cast, spoken.speakers))
            found.append(spoken)
        if reading.reports or unit.tokens:
            announced = (number, reading.announced) if reading.announced else None
        _inherit(units, found, unit)
    return found


def _inherit(units: Sequence[Unit], found: list[Spoken], unit: Unit) -> None:
    """A quotation without a source goes on the one before it, or, left open at the end of its paragraph, belongs to the one after."""
    for at, spoken in enumerate(found):
        if spoken.speakers or spoken.report.source:
            continue
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        if spoken.report.quoted and not spoken.report.quoted[0].closed and after and after.speakers and _blocks_apart(units, spoken, after) <= 1:
            _take(spoken, after)
        elif before and before.speakers and _blocks_apart(units, before, spoken) <= 1 and _is_adjacent(units, before, spoken):
            _take(spoken, before)


def _is_adjacent(units: Sequence[Unit], before: Spoken, spoken: Spoken) -> bool:
    """Nothing but the quotation itself stands in its sentence, and no sentence of the reporter's between."""
    alone = all(t.kind != "w" for t in units[spoken.number].tokens)
    return alone and spoken.number - before.number <= 1 or before.number == spoken.number


def _blocks_apart(units: Sequence[Unit], before: Spoken, after: Spoken) -> int:
    return units[after.number].block - units[before.number].block


def _take(spoken: Spoken, other: Spoken) -> None:
    spoken.speakers, spoken.inherited = other.speakers, True


# ---------------------------------------------------------------- when and where


def _dated(
    text: str, units: Sequence[Unit], spoken: Sequence[Spoken], page: Page, dates: Sequence[DateFound], scene: Scene
) -> list[StatementFound]:
    carried: dict[tuple[str | None, ...], tuple[SaidOnFound | None, OccasionFound | None]] = {}
    otherwise = fallback(page.dateline, page.published)
    found = []
    for one in spoken:
        told = told_in(text, _own_words(units[one.number], spoken, one), dates) if not one.inherited else Told(None, None)
        key = tuple(s.name for s in one.speakers)
        said, occasion = told.said_on, told.occasion
        if key and any(key):
            before = carried.get(key, (None, None))
            said, occasion = said or before[0], occasion or before[1]
            carried[key] = (said, occasion)
        found.append(_statement(text, one, said or otherwise, occasion, dates))
    return found


def _own_words(unit: Unit, spoken: Sequence[Spoken], one: Spoken) -> list[tuple[int, int]]:
    """The stretches of the sentence that no report covers and no quotation."""
    taken = sorted({(s.report.start, s.report.end) for s in spoken if s.number == one.number} | {(t.start, t.end) for t in unit.tokens if t.kind == "q"})
    stretches, at = [], unit.start
    for start, end in taken:
        if start > at:
            stretches.append((at, start))
        at = max(at, end)
    return [*stretches, (at, unit.end)] if at < unit.end else stretches


def _statement(
    text: str, one: Spoken, said: SaidOnFound | None, occasion: OccasionFound | None, dates: Sequence[DateFound]
) -> StatementFound:
    report = one.report
    cue = CueFound(text[report.cue[0] : report.cue[1]], *report.cue) if report.cue else None
    return StatementFound(
        kind=report.kind,
        start=report.start,
        end=report.end,
        text=text[report.start : report.end],
        duplicates=(),
        speakers=one.speakers,
        cue=cue,
        confidence=confidence_of(report, one.speakers, inherited=one.inherited),
        said_on=said,
        occasion=occasion,
        dates=tuple(d for d in dates if report.start <= d.start and d.end <= report.end),
    )


__all__ = ["Person", "statements_of"]
