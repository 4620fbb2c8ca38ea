"""What was searched for by how well it matches, among the newest few thousand hits.

Every hit holds all words of the query. One in which they stand more often, for its length, matches better: BM25 with one weight for all
words. Of hits that match alike the newer comes first. All that is weighed is read on each request, so that no more of it may be than this.
"""

from collections.abc import Mapping
from typing import NamedTuple

from archive.entries.asking import asked, listed
from archive.models.search import Way, query_phrases
from timeline.lists.paging import NEWEST_FIRST, Walked

MOST_RANKED = 2_000
SATURATION, BY_LENGTH = 1.2, 0.75  # as both databases have them: how soon another time tells no more, and how much the length tells
STEMS = "SELECT statement_id, stems FROM archive_searchentry WHERE statement_id IN"


class Ranked(NamedTuple):
    """A place in the list, from 0 on, and the number of the statement there."""

    rank: int
    id: int


def read(walk: Walked, query: str, place: tuple[int, int] | None, size: int, *, back: bool) -> list[Ranked]:
    """Up to `size` places from a place on, in order or back from there."""
    rows = ranked(walk, query)
    if place is None:
        return rows[:size]
    return rows[: place[0]][::-1][:size] if back else rows[place[0] + 1 :][:size]


def ranked(walk: Walked, query: str) -> list[Ranked]:
    newest = [one.id for one in walk.read(NEWEST_FIRST, None, MOST_RANKED, back=False)]
    scores = _scores(dict(asked(f"{STEMS} ({listed(newest)})")), query)
    best = sorted(newest, key=lambda statement: -scores.get(statement, 0.0))
    return [Ranked(rank, statement) for rank, statement in enumerate(best)]


def _scores(stems: Mapping[int, str], query: str) -> dict[int, float]:
    phrases, texts = query_phrases(query), {statement: text.split() for statement, text in stems.items()}
    usual = sum(map(len, texts.values())) / max(1, len(texts))
    return {
        statement: _score([sum(_times(way, words) for way in ways) for ways in phrases], len(words) / usual)
        for statement, words in texts.items()
    }


def _score(times: list[int], length: float) -> float:
    less = SATURATION * (1 - BY_LENGTH + BY_LENGTH * length)
    return sum(one * (SATURATION + 1) / (one + less) for one in times)


def _times(phrase: Way, words: list[str]) -> int:
    """How often these words stand there side by side."""
    first, long = phrase[0], len(phrase)
    if long == 1:
        return words.count(first)
    return sum(words[at : at + long] == phrase for at, word in enumerate(words) if word == first)
