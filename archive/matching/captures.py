"""Two captures of one article: where words of the earlier stand in the later, and what else changed between them."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from archive.matching.wording import Change, changed_words
from archive.matching.words import fold

BESIDE = 60  # characters either side that tell apart two places of the same words
ALIKE = 75.0  # of 100: below that, words are gone rather than changed
LONGEST = 1000  # characters of words that are looked for when they changed
MOST_SEARCHED = 500_000  # characters in which changed words are looked for: likeness costs a glance at each
WORD = re.compile(r"\S+")
CLOCK = re.compile(
    r"[^\w:]{0,9}(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[^\w:]{1,9})?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?(?: [A-Z]{2,4})?[^\w:]{0,9}"
)
SIGNS = " \n\t\"'.,;:!?()[]-"
SAME_SIGNS = str.maketrans("“”„«»‘’‚ʼ–—−\u00a0\u202f\u2009", '"""""\'\'\'\'---   ')


class FoundAgain(NamedTuple):
    """Where words stand now, and whether they are still the same; `likeness` of 100."""

    start: int
    end: int
    is_same: bool
    likeness: float


class Lines(NamedTuple):
    """Lines that stayed (`kept` of them, with the first and last), or the words in which lines differ."""

    kept: int
    first: str
    last: str
    changes: list[Change]


def find_again(old: str, start: int, end: int, new: str) -> FoundAgain | None:
    """The words old[start:end] in the new text; None where they are gone.

    Signs and blanks that look alike make no difference. Where the same words stand in several places, the surroundings decide.
    """
    words, plain = _plain(old[start:end]), _plain(new)
    places = [match.start() for match in re.finditer(re.escape(words), plain)] if words.strip() else []
    if places:
        best = max(places, key=lambda at: _surroundings(old, start, end, new, at, at + len(words)))
        return FoundAgain(best, best + len(words), is_same=True, likeness=100.0)
    return _spread(words, plain[:MOST_SEARCHED]) or _changed(words[:LONGEST], plain[:MOST_SEARCHED])


def reads_the_same(old: str, new: str) -> bool:
    """Whether two captures differ in nothing but blanks and lines that are only a clock, which a page shows anew at each look."""
    return [line.split() for line in _lines(old) if not CLOCK.fullmatch(line)] == [
        line.split() for line in _lines(new) if not CLOCK.fullmatch(line)
    ]


def differences(old: str, new: str) -> list[Lines]:
    """Both texts in order: lines that stayed, counted, and the words that changed where they did not."""
    before, after = _lines(old), _lines(new)
    found: list[Lines] = []
    for step in Levenshtein.opcodes(before, after):
        theirs, ours = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        if step.tag == "equal":
            found.append(Lines(len(ours), ours[0], ours[-1], []))
        else:
            found.append(Lines(0, "", "", changed_words("\n".join(theirs), "\n".join(ours))))
    return _joined(found)


def _plain(text: str) -> str:
    """The text with one sign where several look alike; of the same length."""
    return text.translate(SAME_SIGNS)


def _surroundings(old: str, start: int, end: int, new: str, at: int, until: int) -> float:
    before = ratio(old[max(0, start - BESIDE) : start], new[max(0, at - BESIDE) : at])
    return before + ratio(old[end : end + BESIDE], new[until : until + BESIDE])


def _spread(words: str, plain: str) -> FoundAgain | None:
    """The same words with other line breaks and blanks between them."""
    pieces = WORD.findall(words)
    pattern = r"\s{1,20}".join(re.escape(piece) for piece in pieces)
    match = re.search(pattern, plain) if len(pieces) > 1 else None
    return FoundAgain(match.start(), match.end(), is_same=True, likeness=100.0) if match else None


def _changed(words: str, plain: str) -> FoundAgain | None:
    """The place that is likest, from the beginning of a word to the end of one."""
    place = partial_ratio_alignment(fold(words), _folded_alike(plain), score_cutoff=ALIKE) if len(words) >= 20 else None
    if place is None or place.dest_end <= place.dest_start:
        return None
    start, end = _whole_words(words, plain, place.dest_start, place.dest_end)
    return FoundAgain(start, end, is_same=False, likeness=place.score)


def _whole_words(words: str, plain: str, start: int, end: int) -> tuple[int, int]:
    """The span from the beginning of a word to the end of one, without what merely stands beside the words."""
    while start and not plain[start - 1].isspace():
        start -= 1
    rest = WORD.match(plain, end)
    end = rest.end() if rest and not plain[end - 1].isspace() else end
    changes = changed_words(words, plain[start:end])
    if changes[0].op == "added" and len(changes) > 1:
        start += changes[1].start
        changes = changed_words(words, plain[start:end])
    if changes[-1].op == "added" and len(changes) > 1 and changes[-2].op == "same":
        end = start + changes[-2].end
    return _without_signs(words, plain, start, end)


def _without_signs(words: str, plain: str, start: int, end: int) -> tuple[int, int]:
    """Without quotation marks and points at the edges, unless the words have such there too."""
    found = plain[start:end]
    before = len(found) - len(found.lstrip(SIGNS)) if words[:1] not in SIGNS else 0
    behind = len(found) - len(found.rstrip(SIGNS)) if words[-1:] not in SIGNS else 0
    return start + before, end - behind


def _folded_alike(text: str) -> str:
    """Folded for comparison where that keeps every character in its place."""
    folded = fold(text)
    return folded if len(folded) == len(text) else text.lower() if len(text.lower()) == len(text) else text


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _joined(found: list[Lines]) -> list[Lines]:
    """Neighbouring changes as one, so that a line that was moved is read beside what took its place."""
    joined: list[Lines] = []
    for one in found:
        if joined and one.changes and joined[-1].changes:
            joined[-1] = joined[-1]._replace(changes=joined[-1].changes + one.changes)
        else:
            joined.append(one)
    return joined
