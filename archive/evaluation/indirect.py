"""Indirect and mixed speech: whether the words that a report covers are those of the gold, by overlap of letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from archive.evaluation.gold import GoldDocument, GoldStatement
from archive.evaluation.quotations import Tally, judge, letters
from archive.extraction.types import StatementFound

OVERLAP = 0.8  # intersection over union
KINDS = ("indirect", "mixed")


Covered: TypeAlias = frozenset[int]  # the places of the letters


def count(tally: Tally, document: GoldDocument, statements: Sequence[StatementFound]) -> None:
    """Recall counts gold reports that a verb of speech announces; precision every proposed one, but those in optional passages."""
    text = document.text
    given = [(letters(text, [(one.start, one.end)]), one) for one in statements if one.kind in KINDS]
    gold = [(letters(text, [one.span]), one) for one in document.statements if one.kind in KINDS]
    for covered, wanted in gold:
        if wanted.required:
            _count_wanted(tally, document, wanted, max(given, key=lambda one: overlap(one[0], covered), default=None))
    for covered, one in given:
        _count_given(tally, document, one, [(overlap(covered, there), wanted) for there, wanted in gold])


def _count_wanted(tally: Tally, document: GoldDocument, wanted: GoldStatement, best: tuple[Covered, StatementFound] | None) -> None:
    """`best` overlaps the gold report most."""
    covered, given = best or (frozenset(), None)
    is_found = overlap(covered, letters(document.text, [wanted.span])) >= OVERLAP
    if wanted.has_cue:
        tally.counts.update({"reports wanted": 1, "reports found": is_found})
    if given is not None and is_found:
        judge(tally, document, wanted, given)
    else:
        start, end = wanted.span
        tally.miss(document, "report not found", document.text[start:end], given.text if given else "")


def _count_given(tally: Tally, document: GoldDocument, given: StatementFound, beside: Sequence[tuple[float, GoldStatement]]) -> None:
    """`beside`: the gold reports, and how far each overlaps this one."""
    is_right = any(share >= OVERLAP for share, _ in beside)
    is_optional = any(share > 0 and not wanted.required for share, wanted in beside)
    if is_right or not is_optional:
        tally.counts.update({"reports given": 1, "reports right": is_right})
    if not is_right and not is_optional:
        tally.miss(document, "report that the gold has not", given.text)


def overlap(a: Covered, b: Covered) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0
