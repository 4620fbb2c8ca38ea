"""Reads one sentence with the grammar of its language."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.people.unit import Unit
from archive.extraction.speech.backward import is_no_content
from archive.extraction.speech.clauses import quotations_of, reports_of
from archive.extraction.speech.colons import announcing
from archive.extraction.speech.english.grammar import ENGLISH
from archive.extraction.speech.grammar import Grammar
from archive.extraction.speech.reports import Cue, Reading, Report
from archive.extraction.speech.slavic.grammar import SLAVIC

# The grammars of the families of languages, by the first and the last of their letters; every other sentence is read as English.
GRAMMARS = {("а", "ї"): SLAVIC}
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
    announced = cued.cues[-1] if cued.cues and open_end else announcing(unit)
    return Reading(tuple(kept), announced, backward)


def grammar_of(unit: Unit) -> Grammar:
    """The grammar for the letters in which half of the words begin."""
    words = [token.text for token in unit.tokens if token.kind == "w"] or [token.text.lstrip(MARKS) for token in unit.tokens]
    opening = [word[:1].lower() for word in words]
    of_letters = (grammar for (first, last), grammar in GRAMMARS.items() if 2 * sum(first <= one <= last for one in opening) >= len(words))
    return next(of_letters, ENGLISH)


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
