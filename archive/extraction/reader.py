"""Reads one sentence with the rules of its language."""

from __future__ import annotations

from dataclasses import replace

from archive.extraction.clauses import Clauses
from archive.extraction.clauses_slavic import SlavicClauses
from archive.extraction.loose_quotes import LooseQuotes
from archive.extraction.reports import Reading, Report, Unit

LONGEST = 400


def read_unit(text: str, unit: Unit) -> Reading:
    """What the sentence reports, in order and without overlaps."""
    if len(unit.tokens) > LONGEST:
        return _quotations_of(text, unit)
    clauses = (SlavicClauses if _is_cyrillic(unit) else Clauses)(text, unit)
    kept: list[Report] = []
    for report in clauses.run():
        if report.start < report.end and (not kept or report.start >= kept[-1].end):
            kept.append(report)
    open_end = bool(unit.tokens) and unit.tokens[-1].text in (":", ",")
    return Reading(tuple(kept), clauses.cues[-1] if clauses.cues and open_end else None)


def _quotations_of(text: str, unit: Unit) -> Reading:
    """A list or table without full stops is no sentence: its quotations alone are kept, with nobody beside them."""
    loose = LooseQuotes(text, replace(unit, mentions=()))
    loose.leftovers()
    return Reading(tuple(loose.found), None)


def _is_cyrillic(unit: Unit) -> bool:
    words = [token.text for token in unit.tokens if token.kind == "w"] or [token.text for token in unit.tokens]
    return 2 * sum(any("а" <= c <= "ї" for c in word.lower()) for word in words) >= len(words)
