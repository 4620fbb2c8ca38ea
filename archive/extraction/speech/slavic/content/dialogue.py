"""Lines of dialogue in Russian, Belarusian and Ukrainian: "— Да, — сказала Анна Ли", and «Да, — сказала она. — Приду»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.extraction.languages.slavic import words as slavic
from archive.extraction.people.mentions import KnownNames
from archive.extraction.people.unit import Unit, unit_of
from archive.extraction.speech.grammar import Cued
from archive.extraction.speech.reports import DASHES, Cue, Report
from archive.extraction.speech.slavic.right import right_of

INSIDE = re.compile(r"[,!?…]\s?[—–]\s(?P<verb>\w{3,20})\s(?P<name>[^—–.!?«»\n]{2,60}+)[.,]\s?[—–]\s")


def turn_of(unit: Unit, cues: Iterable[Cue]) -> Report | None:
    """ "— Q, — said X." A later sentence of the turn begins with a dash too and has no verb of speech."""
    tokens = unit.tokens
    if not tokens or tokens[0].text not in DASHES:
        return None
    cue = next((c for c in cues if c.first and tokens[c.first - 1].text in DASHES), None)
    stop = cue.first - 1 if cue else len(tokens)
    while stop > 1 and tokens[stop - 1].text in (",", *DASHES):
        stop -= 1
    if stop <= 1:
        return None
    span = (tokens[cue.first].start, tokens[cue.last].end) if cue else None
    return Report("direct", tokens[1].start, tokens[stop - 1].end, cue.source if cue else None, span, "dialogue")


def parts(cued: Cued, report: Report) -> Sequence[Report]:
    """«Q1, — сказала X. — Q2»: the reporter's words stand between dashes inside the marks."""
    match = INSIDE.search(cued.text, report.start, report.end) if report.kind == "direct" and report.quoted else None
    if match is None or match["verb"].lower() not in slavic.SAYING:
        return (report,)
    inserted = unit_of(cued.text, cued.unit.block, match.start("verb"), match.end("name"), (), KnownNames(cued.unit.language))
    at = next(n for n, token in enumerate(cued.tokens) if token.end > match.start())  # the quotation, one token of this sentence
    source = right_of(inserted, 1)
    spoken = replace(report, source=replace(source, first=at, last=at) if source else None, cue=match.span("verb"))
    first = replace(spoken, end=match.start() + (cued.text[match.start()] != ","), how="quotation before")
    second = replace(spoken, start=match.end(), how="second quotation")
    return [part for part in (first, second) if part.start < part.end]
