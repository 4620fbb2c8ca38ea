"""Whether a text reads like a transcript or an interview though no label in it says who speaks: an editor is told so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.extraction.page.kinds import IS_PARAGRAPH
from archive.extraction.page.transcripts.turns import SELF
from archive.extraction.text.blocks import blocks_of

LEAST = 3  # questions with an answer behind each
SHARE = 4  # one of so many paragraphs asks
DASH = re.compile(r"(?:[-–—]|>>)\s?\S")
TITLES = re.compile(
    r"\b(?:transcript|interview|briefing|q\s?&\s?a|conversation with|стенограмм|интервью|беседа|расшифровк|інтерв|гутарк|розмов|стэнаграм)",
    re.IGNORECASE,
)
HEAD = 3  # lines that may be the title


def reads_like_a_transcript(text: str) -> bool:
    """By questions and answers in turn, by lines of a dash, or by a title that says so above words of people about themselves."""
    blocks = blocks_of(text)
    spoken = [block.text for block in blocks if IS_PARAGRAPH(block.text)]
    titled = any(TITLES.search(block.text) for block in blocks[:HEAD])
    return _asks(spoken) or _dashes(spoken) or (titled and _speaks_of_itself(spoken))


def _asks(spoken: Sequence[str]) -> bool:
    answered = sum(one.endswith("?") and not other.endswith("?") for one, other in pairwise(spoken))
    return answered >= LEAST and answered * SHARE >= len(spoken)


def _dashes(spoken: Sequence[str]) -> bool:
    dashed = sum(bool(DASH.match(one)) for one in spoken)
    return dashed > LEAST and 2 * dashed >= len(spoken)


def _speaks_of_itself(spoken: Sequence[str]) -> bool:
    return len(spoken) > LEAST and 3 * sum(bool(SELF.search(one)) for one in spoken) >= len(spoken)
