"""What speaks against where words begin and end. Plain text in, sentences out."""

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext

from archive.errors import Doubt

BESIDE = 60  # characters either side of an end that are looked at for the word that it may cut
WORD = re.compile(r"\d++(?:[.,]\d++)+|\w++(?:[’'ʼ\u00ad-]\w++)*")
PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"', "‘": "’", "〈": "〉", "「": "」"}
SINGLE = "’"  # an apostrophe as well
BEHIND = " \n\t.,;:!?…"  # what may stand behind the closing mark


def doubts_of_span(text: str, start: int, end: int) -> Iterator[Doubt]:
    words = text[start:end]
    cut = [word for word in (_cut_at(text, start), _cut_at(text, end)) if word]
    if cut:
        yield Doubt(
            "mid-word", gettext("The words begin or end inside a word: %(names)s.") % {"names": ", ".join(f"“{word}”" for word in cut)}
        )
    if words != words.strip():
        yield Doubt("on-a-space", gettext("The words begin or end on a space."))
    if _begins_on_mark(words.strip()) or _ends_on_mark(words.strip()):
        yield Doubt("on-marks", gettext("The words begin or end on their own quotation marks."))


def mended(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without what is doubted: no word cut, no space at its ends, none of its own quotation marks there."""
    start, end = _whole(text, start)[0], _whole(text, end)[1]
    for _turn in range(2):  # spaces stand inside the marks and outside of them
        words = text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
        words = text[start:end]
        start += bool(_begins_on_mark(words))
        end -= len(words) - len(words.rstrip(BEHIND)) + 1 if _ends_on_mark(words) else 0
    return start, end


def _whole(text: str, place: int) -> tuple[int, int]:
    """The word that this place cuts, or the place itself."""
    first = max(0, place - BESIDE)
    found = WORD.finditer(text[first : place + BESIDE])
    cut = ((first + match.start(), first + match.end()) for match in found)
    return next(((begins, ends) for begins, ends in cut if begins < place < ends), (place, place))


def _cut_at(text: str, place: int) -> str:
    """The word that this place cuts in two. Scripts without spaces have none that could be told."""
    begins, ends = _whole(text, place)
    return "" if begins == ends or unicodedata.east_asian_width(text[place]) in "WF" else text[begins:ends]


def _begins_on_mark(words: str) -> bool:
    """The first mark closes nowhere inside, or closes them as a whole."""
    closing = PAIRS.get(words[:1], "")
    if not closing:
        return False
    at = words.rfind(closing) if closing == SINGLE else _closes(words, closing)
    return at < 0 or not words[at + 1 :].strip(BEHIND)


def _closes(words: str, closing: str) -> int:
    """Where the mark that opens the words is closed; -1 where it is not."""
    depth = 0
    for at, sign in enumerate(words):
        if at and sign in closing:
            depth -= 1
        elif sign == words[0]:
            depth += 1
        if depth == 0:
            return at
    return -1


def _ends_on_mark(words: str) -> bool:
    """The last mark was opened nowhere inside."""
    inside, last = words.rstrip(BEHIND)[:-1], words.rstrip(BEHIND)[-1:]
    opening = [mark for mark, closing in PAIRS.items() if last and last in closing and last != SINGLE]
    if not opening:
        return False
    return inside.count(last) % 2 == 0 if last in opening else sum(map(inside.count, opening)) <= inside.count(last)
