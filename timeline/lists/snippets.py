"""The part of a long text that shows what was searched for: it ends at no half word or letter, and at no half of what was found.

begin, end = shown_part(text, spans)      # all of the text, where it is short
"""

from collections.abc import Sequence
from itertools import pairwise

import regex

Span = tuple[int, int]

SHORT = 420  # characters: so much is shown whole
ROOM = 300  # characters that are shown of what is longer
BEFORE = 90  # of these, at most, before what was found
SLACK = 40  # so few are not left out at an end, nor are so many without a space one word
WORDS = regex.compile(r"(?<=\s)\S")
LETTERS = regex.compile(r"\X")  # what readers take for letters, with all signs on them


def shown_part(text: str, spans: Sequence[Span]) -> Span:
    """Around where most of what was found stands together, the first such place; the beginning, where nothing was found."""
    if len(text) <= SHORT:
        return 0, len(text)
    hit = max(spans, key=lambda span: (_together(spans, span[0]), -span[0]), default=(0, 0))
    places = [place for place in _places(text) if not any(begin < place < end for begin, end in spans)]
    begin = next((place for place in places if hit[0] - BEFORE <= place), 0)
    begin = 0 if begin <= SLACK else min(begin, max(place for place in places if place <= hit[0]))
    most = max(begin + ROOM, hit[1])
    if len(text) - most <= SLACK:
        return begin, len(text)
    end = max((place for place in places if hit[1] <= place <= most), default=most)
    return begin, len(text[:end].rstrip())


def _together(spans: Sequence[Span], place: int) -> int:
    return sum(place <= begin and end <= place + ROOM - BEFORE for begin, end in spans)


def _places(text: str) -> list[int]:
    """Where it may be parted: before words, and within what has no spaces between letters."""
    words = [0, *(one.start() for one in WORDS.finditer(text)), len(text)]
    long = [(begin, end) for begin, end in pairwise(words) if end - begin > SLACK]
    return sorted({*words, *(one.start() for begin, end in long for one in LETTERS.finditer(text, begin, end))})
