"""Reads one sentence with the rules of its language."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.people.mentions import NOTHING_KNOWN, KnownNames, mentions_of
from archive.extraction.speech.backward import is_no_content
from archive.extraction.speech.english import backward as english_backward
from archive.extraction.speech.english.clauses import Clauses
from archive.extraction.speech.loose_quotes import LooseQuotes
from archive.extraction.speech.reports import Reading, Report, Unit
from archive.extraction.speech.slavic import backward as slavic_backward
from archive.extraction.speech.slavic.clauses import SlavicClauses
from archive.extraction.text.quotes import Quoted
from archive.extraction.text.tokens import tokens_of

LONGEST = 400
MARKS = "“”«»„‟‘’'\" \t\xa0"


def unit_of(text: str, block: int, start: int, end: int, quotes: Sequence[Quoted], known: KnownNames = NOTHING_KNOWN) -> Unit:
    """The sentence text[start:end] of a paragraph, with those of the quotations that begin in it."""
    first, last = bisect_left(quotes, start, key=_start), bisect_left(quotes, end, key=_start)
    tokens = tokens_of(text, start, end, quotes[first:last])
    return Unit(block, start, end, tuple(tokens), tuple(mentions_of(text, tokens, known)), known.language)


def _start(quoted: Quoted) -> int:
    return quoted.start


def read_unit(text: str, unit: Unit) -> Reading:
    """What the sentence reports, in order and without overlaps."""
    if len(unit.tokens) > LONGEST:
        return _quotations_of(text, unit)
    is_slavic = _is_cyrillic(unit)
    clauses = (SlavicClauses if is_slavic else Clauses)(text, unit)
    kept: list[Report] = []
    for report in clauses.run():
        if report.start < report.end and (not kept or report.start >= kept[-1].end):
            kept.append(report)
    open_end = bool(unit.tokens) and unit.tokens[-1].text in (":", ",")
    backward = (slavic_backward if is_slavic else english_backward).backward_cue(unit, clauses.cues)
    if backward:
        verb = unit.tokens[backward.first].start
        kept = [one for one in kept if not is_no_content(text, unit, one, backward) and not one.start <= verb < one.end]
    return Reading(tuple(kept), clauses.cues[-1] if clauses.cues and open_end else None, backward)


def _quotations_of(text: str, unit: Unit) -> Reading:
    """A list or table without full stops is no sentence: its quotations alone are kept, with nobody beside them."""
    loose = LooseQuotes(text, replace(unit, mentions=()))
    loose.leftovers()
    return Reading(tuple(loose.found), None)


def _is_cyrillic(unit: Unit) -> bool:
    words = [token.text for token in unit.tokens if token.kind == "w"] or [token.text.lstrip(MARKS) for token in unit.tokens]
    return 2 * sum("а" <= word[:1].lower() <= "ї" for word in words) >= len(words)
