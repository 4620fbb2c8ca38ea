"""Indirect and mixed speech: whether the words that a report covers are those of the gold, by overlap of letters."""

from __future__ import annotations

from collections.abc import Sequence

from archive.evaluation.gold import GoldDocument
from archive.evaluation.quotations import Tally, judge, letters
from archive.extraction.types import StatementFound

OVERLAP = 0.8  # intersection over union
KINDS = ("indirect", "mixed")


def count(tally: Tally, document: GoldDocument, statements: Sequence[StatementFound]) -> None:
    """Recall counts gold reports that a verb of speech announces; precision every proposed one, but those in optional passages."""
    text = document.text
    given = [(letters(text, [(one.start, one.end)]), one) for one in statements if one.kind in KINDS]
    gold = [(letters(text, [one.span]), one) for one in document.statements if one.kind in KINDS]
    for covered, wanted in gold:
        best = max(given, key=lambda one: overlap(one[0], covered), default=None)
        found = best[1] if best and overlap(best[0], covered) >= OVERLAP else None
        if wanted.required and wanted.has_cue:
            tally.counts.update({"reports wanted": 1, "reports found": found is not None})
        if wanted.required and found is None:
            tally.miss(document, "report not found", text[wanted.span[0] : wanted.span[1]], best[1].text if best else "")
        if wanted.required and found is not None:
            judge(tally, document, wanted, found)
    for covered, one in given:
        met = next((wanted for there, wanted in gold if overlap(covered, there) >= OVERLAP), None)
        optional = any(not wanted.required and overlap(covered, there) > 0 for there, wanted in gold)
        if met is None and optional:
            continue
        tally.counts.update({"reports given": 1, "reports right": met is not None})
        if met is None:
            tally.miss(document, "report that the gold has not", one.text)


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0
