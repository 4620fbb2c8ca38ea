"""Reads one sentence with the rules of its language."""

from __future__ import annotations

from archive.extraction.clauses import Clauses, Reading
from archive.extraction.clauses_slavic import SlavicClauses
from archive.extraction.reports import Report, Unit


def read_unit(text: str, unit: Unit) -> Reading:
    """What the sentence reports, in order and without overlaps."""
    clauses = (SlavicClauses if _is_cyrillic(unit) else Clauses)(text, unit)
    kept: list[Report] = []
    for report in clauses.run():
        if report.start < report.end and (not kept or report.start >= kept[-1].end):
            kept.append(report)
    open_end = bool(unit.tokens) and unit.tokens[-1].text in (":", ",")
    return Reading(tuple(kept), clauses.cues[-1] if clauses.cues and open_end else None)


def _is_cyrillic(unit: Unit) -> bool:
    words = [token.text for token in unit.tokens if token.kind == "w"] or [token.text for token in unit.tokens]
    return 2 * sum(any("а" <= c <= "ї" for c in word.lower()) for word in words) >= len(words)
