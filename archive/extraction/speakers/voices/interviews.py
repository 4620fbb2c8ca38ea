"""Interviews without labels: a title names who was asked, and questions and answers stand below each other in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.extraction.page.transcripts.label_shapes import Printed
from archive.extraction.page.transcripts.turn_words import DIRECTION, words_of
from archive.extraction.page.transcripts.turns import END, LEAST_WORDS, Turn, tells_of
from archive.extraction.people.mentions import Mention
from archive.extraction.speakers.voices.headings import without_office
from archive.extraction.speakers.voices.owners import Paper

TITLE = re.compile(
    r"\b(?:interview|q\s?&\s?a|conversation\swith|questions\s(?:for|to)|интервью|бесед[аы]|інтерв['’]ю|розмова|інтэрв['’]ю|гутарка|размова)\b",
    re.IGNORECASE,
)
DASH = re.compile(r"[-–—]\s?")
LEAST_ASKED = 2
LONGEST_QUESTION = 60  # words


def answers(paper: Paper) -> dict[int, Turn]:
    """The answers as turns of the one whom the title names, by the number of their paragraph."""
    asked = _asked(paper)
    texts = [block.text for block in paper.page.body]
    questions = [number for number, text in enumerate(texts) if _is_question(text)]
    if asked is None or len(questions) < LEAST_ASKED or not _alternate(questions, len(texts)):
        return {}
    behind = range(questions[0], len(texts))
    if any(tells_of(texts[number], [asked.surname.casefold()]) for number in behind):
        return {}
    label = Printed(asked.name, asked.start, asked.end, asked.end, "title")
    return {number: _turn(paper, number, label) for number in behind if number not in questions and _is_spoken(texts[number])}


def _asked(paper: Paper) -> Mention | None:
    """The one person whom the title of an interview names."""
    for block in paper.above:
        if TITLE.search(block.text):
            found = paper.named(paper.tokens(block))
            return without_office(found[0]) if len(found) == 1 else None
    return None


def _is_question(text: str) -> bool:
    return text.endswith("?") and len(text.split()) <= LONGEST_QUESTION


def _alternate(questions: Sequence[int], end: int) -> bool:
    """Something stands behind each question before the next."""
    return all(following > number + 1 for number, following in zip(questions, [*questions[1:], end], strict=True))


def _is_spoken(text: str) -> bool:
    return len(text.split()) >= LEAST_WORDS and not END.fullmatch(text) and not DIRECTION.fullmatch(text)


def _turn(paper: Paper, number: int, label: Printed) -> Turn:
    block = paper.page.body[number]
    dash = DASH.match(block.text)
    start, end = words_of(block.text, dash.end() if dash else 0)
    return Turn(number, label, block.start + start, block.start + end)
