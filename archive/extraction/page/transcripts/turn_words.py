"""The words of a turn without what is nobody's: stage directions around them, and the quotation marks that hold all of them."""

from __future__ import annotations

import re

# "(Applause.)", "[inaudible]", "(смех)".
DIRECTION = re.compile(r"[\[(][^\])\n]{1,80}+[\])]\s{0,3}+")
WHOLE = re.compile(r"(?:«(?P<a>[^«»]++)»|“(?P<b>[^“”]++)”|\"(?P<c>[^\"]++)\"|„(?P<d>[^„“”]++)[“”])[.,]?")
OPENING, CLOSING = '“«„"', '”»“"'


def words_of(text: str, start: int) -> tuple[int, int]:
    """Where the words that begin at `start` in the text of a block begin and end."""
    return _without_marks(text, *_without_directions(text, start))


def is_quoted(text: str, start: int) -> bool:
    """The words stand in quotation marks, whatever stands behind these."""
    return start < len(text) and text[start] in OPENING


def _without_directions(text: str, start: int) -> tuple[int, int]:
    """The words between stage directions: "[inaudible] I can only tell you what I know. (Applause.)"."""
    end = len(text)
    opening = DIRECTION.match(text, start)
    if opening and opening.end() < end:
        start = opening.end()
    if text[-1] in ")]":
        closing = max(text.rfind("(", start + 1), text.rfind("[", start + 1))
        if closing > start and DIRECTION.fullmatch(text, closing):
            end = len(text[:closing].rstrip())
    return start, end


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The words between the quotation marks where these hold all of them: "Anna Smith: «We will go.»"; a mark that only opens or only
    closes belongs to words that go on over several paragraphs."""
    whole = WHOLE.fullmatch(text, start, end)
    if whole:
        return whole.span(whole.lastgroup or 0)
    if text[start] in OPENING and not any(mark in CLOSING for mark in text[start + 1 : end]):
        return start + 1, end
    last = len(text[:end].rstrip(".,"))
    if last > start and text[last - 1] in CLOSING and not any(mark in OPENING for mark in text[start : last - 1]):
        return start, last - 1
    return start, end
