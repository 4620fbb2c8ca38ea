"""The words of two statements, each with those marked that the other has not."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from archive.matching import Change, changed_words, is_verbatim
from timeline.chronology import Segment
from timeline.record.comparing import SHORT_WORD

MOST_KEPT = 500  # pairs of texts
LEAST_KEPT = 1 / 4  # of the shorter text; below it the wording is another throughout, and marks would tell nothing

Span = tuple[int, int]


class Words(NamedTuple):
    """Both texts in pieces. Where none is marked, the words are the same, or are `apart`: nearly all of them are others."""

    earlier: tuple[Segment, ...]
    later: tuple[Segment, ...]
    is_same: bool = False
    is_apart: bool = False


@lru_cache(maxsize=MOST_KEPT)
def differing(earlier: str, later: str) -> Words:
    """Of two texts in one language."""
    if is_verbatim(earlier, later):
        return whole(earlier, later)._replace(is_same=True)
    changes = changed_words(earlier, later)
    kept = sum(len(one.words) for one in changes if one.op == "same")
    if kept < LEAST_KEPT * min(len(earlier), len(later)):
        return whole(earlier, later)._replace(is_apart=True)
    return Words(_pieces(earlier, _spans(changes, "removed", earlier)), _pieces(later, _spans(changes, "added", later)))


def whole(earlier: str, later: str) -> Words:
    """Without a mark."""
    return Words((Segment(earlier),), (Segment(later),))


def _spans(changes: list[Change], op: str, text: str) -> list[Span]:
    """Where the marks stand; what lies between two of them and is a short word belongs to them."""
    spans = [(one.start, one.end) for one in changes if one.op == op]
    joined: list[Span] = []
    for start, end in spans:
        if joined and len(text[joined[-1][1] : start].strip()) <= SHORT_WORD:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _pieces(text: str, spans: list[Span]) -> tuple[Segment, ...]:
    places = [0, *(place for span in spans for place in span), len(text)]
    pieces = [Segment(text[start:end], marked=bool(number % 2)) for number, (start, end) in enumerate(pairwise(places))]
    return tuple(piece for piece in pieces if piece.text)
