"""What a sentence says of the one before it, once its verb is found: the sentence before as reported words, and that nothing
behind the verb is any."""

from __future__ import annotations

from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Cue, Reading, Report

LEAST_WORDS = 4  # of a sentence that may be somebody's words
OPENING_MARKS = " \t\xa0“„«\"‘'"
CONTENT_FOLLOWS = (":", "—", "–")
ENDS = (".", "!", "…")


def told_before(unit: Unit, reading: Reading, cue: Cue, cue_span: tuple[int, int]) -> Report | None:
    """The sentence before as a report, where it is a whole sentence that tells nobody else's words."""
    last = unit.tokens[-1] if unit.tokens else None
    if last is None or reading.reports or reading.backward or sum(t.kind == "w" for t in unit.tokens) < LEAST_WORDS:
        return None
    if last.text not in ENDS or cue.source is None:
        return None
    kind = "mixed" if any(t.kind == "q" for t in unit.tokens) else "indirect"
    start, end = unit.tokens[0].start, unit.tokens[-2].end if last.text == "." else last.end
    return Report(kind, start, end, cue.source, cue_span, "sentence before")


def is_no_content(text: str, unit: Unit, report: Report, cue: Cue) -> bool:
    """What follows the verb without a colon: «Об этом он сообщил "Утренним новостям"», "she said this at a briefing"."""
    by_it = report.cue == (unit.tokens[cue.first].start, unit.tokens[cue.last].end)
    return by_it and not text[unit.start : report.start].rstrip(OPENING_MARKS).endswith(CONTENT_FOLLOWS)
