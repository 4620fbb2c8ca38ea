"""Walks over one sentence from cue to cue and gathers what each reports, in any language: the grammar of the sentence answers
what stands before, behind and around a cue.

Content that a cue introduces keeps the cues inside it (what A says that B said is A's): the walk goes on behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.people.unit import Unit
from archive.extraction.speech.grammar import NOTHING, Content, Cued, Grammar, Held, Reached
from archive.extraction.speech.loose_quotes import leftovers
from archive.extraction.speech.reports import Cue, Report
from archive.extraction.speech.stretches import before_links
from archive.extraction.text.tokens import Token

# What may close reported words before their reporting clause.
CLOSING = (",", "—", "–")
# Marks at the end of reported words that are not theirs.
ENDING = ".!?…;:,—–- \t\n\r\xa0"
CLAUSE_BEFORE = "clause before"


def reports_of(cued: Cued, grammar: Grammar) -> list[Report]:
    """What the sentence reports, in order; reports may overlap."""
    found = sorted(_Walk(cued, grammar).run(), key=_start)
    return sorted((part for report in found for part in grammar.parts(cued, report)), key=_start)


def quotations_of(text: str, unit: Unit, grammar: Grammar) -> list[Report]:
    """The quotations of a list or table without full stops, which is no sentence, with nobody beside them."""
    unit = replace(unit, mentions=())
    return leftovers(Cued(text, unit, unit.tokens, (), {}, frozenset()), grammar, [], None)


def _start(report: Report) -> int:
    return report.start


class _Walk:
    """`at` is the first token that no report has yet, `last` the cue of the report before."""

    def __init__(self, cued: Cued, grammar: Grammar) -> None:
        self.cued, self.grammar, self.tokens = cued, grammar, cued.tokens
        self.found: list[Report] = [cued.turn] if cued.turn else []
        self.at = len(self.tokens) if cued.turn else 0
        self.last: Cue | None = None

    def run(self) -> list[Report]:
        cues = self.cued.cues
        for number, cue in enumerate(cues):
            if not self._is_given(cue):
                self._read(cue, next((c for c in cues[number + 1 :] if c.begin >= cue.stop), None))
        return [*self.found, *leftovers(self.cued, self.grammar, self.found, self.last)]

    def _is_given(self, cue: Cue) -> bool:
        """The cue stands inside what another reports."""
        if cue.first < self.at and not cue.inverted:
            return True
        return cue.begin < self.at and cue.word not in self.grammar.leading and not self._goes_on(cue)

    def _goes_on(self, cue: Cue) -> bool:
        """Coordinated verbs ("and added") share a source that lies behind."""
        return cue.source is not None and cue.source.first < self.at <= cue.first

    def _read(self, cue: Cue, following: Cue | None) -> None:
        """Around the cue, or before and behind it."""
        here = Reached(self.cued, cue, self.at, following, self.last)
        free = cue.begin >= self.at
        if free and self._take(self.grammar.around(here), cue):
            return
        told = free and cue.word not in self.grammar.leading and self._take(self._before(here), cue)
        here = replace(here, at=self.at, told=told)
        more = self._take(self.grammar.behind(here), cue)
        if told and not more and self.found[-1].how == CLAUSE_BEFORE:
            self._take(self.grammar.continuation(here), cue)

    def _before(self, here: Reached) -> Content:
        """ "The road will open in May, she said": the quotation or the clause that ends before the cue."""
        opening = self.grammar.opening(here)
        end = before_links(self.tokens, here.at, opening)
        if end <= here.at:
            return NOTHING
        if self.tokens[end - 1].kind == "q":
            return self._quotation_before(here.at, end)
        if end == opening or self.tokens[end].text not in CLOSING or not self.grammar.trails(here, end):
            return NOTHING
        return Content(self.grammar.past_opener(self.cued, here.at, end), end, CLAUSE_BEFORE)

    def _quotation_before(self, begin: int, end: int) -> Content:
        """“…,” said X. Words of the reporter that run into the quotation make it a mixed statement."""
        first = end - 1
        while first > begin and self.tokens[first - 1].kind == "q":
            first -= 1
        lead = self.tokens[begin:first]
        if lead and first == end - 1 and self.grammar.is_title(self.cued, first):
            return NOTHING
        if self._is_lead(lead):
            return Content(self.grammar.past_opener(self.cued, begin, end), end, CLAUSE_BEFORE)
        return Content(first, end, "quotation before", apart=True)

    def _is_lead(self, lead: Sequence[Token]) -> bool:
        """The words before a quotation begin what it ends."""
        return len(lead) > 1 and lead[-1].text not in (",", ":") and any(t.lower not in self.grammar.connectors for t in lead)

    def _take(self, content: Content, cue: Cue) -> bool:
        """Makes reports of the content, and goes on behind it."""
        if not content:
            return False
        held = self.grammar.held(self.cued, cue, content)
        self.found += held_reports(self.cued, content, cue, held) if held else reports_from(self.cued, content, cue)
        self.at, self.last = max(self.at, content.end, content.past), cue
        return True


def held_reports(cued: Cued, content: Content, cue: Cue, held: Held) -> list[Report]:
    """The part of the content that the speaker denies, asks, supposes or asserts behind such words."""
    holding = (cued.tokens[held.first].start, cued.tokens[held.last].end)
    reports = reports_from(cued, replace(content, begin=held.begin, end=held.end), cue)
    return [replace(report, force=held.force, holding=holding) for report in reports]


def reports_from(cued: Cued, content: Content, cue: Cue) -> list[Report]:
    """The content as reports of the cue: one, or one for each quotation that stands apart."""
    inner = cued.tokens[content.begin : content.end]
    quotes = tuple(token.quoted for token in inner if token.quoted)
    span = (cued.tokens[cue.first].start, cued.tokens[cue.last].end)
    if content.apart or (len(inner) == 1 and quotes):
        return [Report("direct", one.inner, one.outer, cue.source, span, content.how, (one,)) for one in quotes]
    start, stop = inner[0].start, inner[-1].end
    if inner[-1].kind == "p":
        stop = start + len(cued.text[start:stop].rstrip(ENDING))
    return [Report("mixed" if quotes else "indirect", start, stop, cue.source, span, content.how, quotes)]
