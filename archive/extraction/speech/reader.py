"""Reads one sentence with the grammar of its language."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.people.unit import Unit
from archive.extraction.speech.backward import is_no_content
from archive.extraction.speech.clauses import quotations_of, reports_of
from archive.extraction.speech.english.grammar import ENGLISH
from archive.extraction.speech.grammar import Grammar
from archive.extraction.speech.reports import Cue, Reading, Report
from archive.extraction.speech.slavic.grammar import SLAVIC

# The grammar of a family of languages, by the letters that its sentences are written in.
GRAMMARS = {"latin": ENGLISH, "cyrillic": SLAVIC}
# A list or table without full stops is no sentence.
LONGEST = 400
MARKS = "“”«»„‟‘’'\" \t\xa0"


def read_unit(text: str, unit: Unit) -> Reading:
    """What the sentence reports, in order and without overlaps."""
    grammar = grammar_of(unit)
    if len(unit.tokens) > LONGEST:
        return Reading(tuple(quotations_of(text, unit, grammar)), None)
    cued = grammar.cued(text, unit)
    backward = grammar.backward(unit, cued.cues)
    kept = _without_overlaps(reports_of(cued, grammar))
    if backward:
        kept = [one for one in kept if not _tells_of_before(text, unit, one, backward)]
    open_end = bool(unit.tokens) and unit.tokens[-1].text in (":", ",")
    return Reading(tuple(kept), cued.cues[-1] if cued.cues and open_end else None, backward)


def grammar_of(unit: Unit) -> Grammar:
    """The grammar for the letters in which most of the words begin."""
    words = [token.text for token in unit.tokens if token.kind == "w"] or [token.text.lstrip(MARKS) for token in unit.tokens]
    cyrillic = 2 * sum("а" <= word[:1].lower() <= "ї" for word in words) >= len(words)
    return GRAMMARS["cyrillic" if cyrillic else "latin"]


def _without_overlaps(reports: Sequence[Report]) -> list[Report]:
    kept: list[Report] = []
    for report in reports:
        if report.start < report.end and (not kept or report.start >= kept[-1].end):
            kept.append(report)
    return kept


def _tells_of_before(text: str, unit: Unit, report: Report, backward: Cue) -> bool:
    """The report is of the verb, or holds the verb, by which the sentence tells who spoke the one before."""
    verb = unit.tokens[backward.first].start
    return is_no_content(text, unit, report, backward) or report.start <= verb < report.end
