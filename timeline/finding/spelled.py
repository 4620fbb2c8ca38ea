"""A query that no statement answers, in words that are spelled like its own and are there: names and the words of titles and claims."""

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from archive.matching.words import Word, words
from archive.models.finding.names import Reading, latin_of, read
from archive.models.search import LONGEST_QUERY, cut, left_out, query_phrases
from timeline.lists.known import rows_of
from timeline.lists.sources import counted_hits

MOST_WORDS, MOST_TRIED = 8, 4


def spelled_like(query: str) -> str:
    """The query with other words in the place of those that stand in no statement; empty where it can't be mended, or nothing has all of
    its words then either."""
    asked = query[:LONGEST_QUERY]
    out = {stem for ways in left_out(asked) for way in ways for stem in way}
    unknown = [word for word in words(asked)[:MOST_WORDS] if out.isdisjoint(cut(word.stem)) and not is_found(word.text)]
    readings = read({stem: [word.folded] for word in unknown for stem in cut(word.stem)})
    mended = asked
    for word in reversed(unknown):
        other = next(filter(is_found, _others(word, readings)), "")
        if not other:
            return ""
        mended = f"{mended[: word.start]}{other}{mended[word.end :]}"
    return mended if unknown and is_found(mended) else ""


def is_found(query: str) -> bool:
    """Whether a public statement is a hit; of what has no word there is nothing to miss."""
    return not query_phrases(query) or rows_of(counted_hits(query, 1))[0][0] > 0


def _others(word: Word, readings: dict[str, Reading]) -> Iterator[str]:
    """How the likeliest of the words is written that it may be."""
    for stem in cut(word.stem):
        likely = readings[stem]
        known = likely.same or likely.mistyped | likely.begun
        yield from sorted(known.values(), key=lambda written: _unlike(word.text, written))[:MOST_TRIED]


def _unlike(typed: str, written: str) -> tuple[bool, float]:
    """In another script, and by how many letters."""
    low, other = typed.casefold(), written.casefold()
    return low.isascii() != other.isascii(), OSA.distance(latin_of(low), latin_of(other))
