"""Whether somebody's own words ask: a quotation that is wholly a question asserts nothing, whatever verb stands beside it."""

from __future__ import annotations

import re

from archive.extraction.speech.reports import ASKED, ASSERTED, Report
from archive.extraction.text.sentences import sentences_of

# ", isn't it?", ", right?": the sentence asserts, and asks for assent.
TAG = re.compile(
    r",\s(?:right|okay|ok|correct|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|wo|ca)n['’]t\s(?:it|he|she|they|we|you|i)"
    r"|правда|верно|так|да|не так ли|не правда ли|чи не так|правда ж|хіба ні|ці не так)\?$",
    re.IGNORECASE,
)
# "It may be argued so, but the point is this: who gains by it?": a clause before the colon.
STATED_WORDS = 5
# What may stand behind the mark of a question: "Who will pay?!", "Who will pay?..".
BEHIND_MARK = "!.… \t\xa0\"”»“’')"


def force_of(text: str, report: Report, second: Report | None) -> str:
    """How the speaker holds the words; `second` are those behind, which may be the rest of one quotation: “Who,” she asked, “will pay?”

    A quotation of questions and assertions is asserted: a part of it stands for itself, and a question before it leads to it.
    """
    if report.force != ASSERTED or report.kind != "direct":
        return report.force
    rest = second if second and _goes_on(text, report, second) else None
    asks = is_question(text, report.start, report.end) or (rest is not None and is_question(text, rest.start, rest.end))
    return ASKED if asks else ASSERTED


def _goes_on(text: str, first: Report, second: Report) -> bool:
    """The quotation is cut in two by the reporter, in the middle of a sentence."""
    cut = second.kind == "direct" and second.cue == first.cue is not None and first.end <= second.start
    return cut and text[first.start : first.end].rstrip(BEHIND_MARK)[-1:].isalnum() and text[first.end - 1] not in ".!?…"


def is_question(text: str, start: int, end: int) -> bool:
    """Every sentence of the words ends in the mark of a question."""
    if not text[start:end].rstrip(BEHIND_MARK).endswith("?"):
        return False
    return all(_asks(text[first:last].rstrip(BEHIND_MARK)) for first, last in sentences_of(text, start, end))


def _asks(sentence: str) -> bool:
    stated, colon, _ = sentence.partition(": ")
    return sentence.endswith("?") and not TAG.search(sentence) and not (colon and len(stated.split()) >= STATED_WORDS)
