"""Small words that make another claim of the same words, found in a text: "only if", "at least", "would have", in four languages."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from archive.matching.prepared import Prepared
from archive.matching.words import read_lines, words

NO_SENSE = "-"


class Sign(NamedTuple):
    """`question` is what the words answer (on what condition? how many?), `sense` what they answer, `last` the place of the word behind."""

    question: str
    sense: str
    last: int
    text: str
    start: int
    end: int


class Phrase(NamedTuple):
    question: str
    sense: str
    words: tuple[str, ...]
    follows_comma: bool


def signs_of(side: Prepared) -> list[Sign]:
    """In the order of the text; of phrases for one question the longest at a place."""
    found, passed, table = [], dict.fromkeys(questions(), 0), phrases()
    folded = tuple(word.folded for word in side.words)
    for at in range(len(folded)):
        for phrase in (*table.get(folded[at : at + 2], ()), *table.get(folded[at : at + 1], ())):
            last = at + len(phrase.words)
            if at >= passed[phrase.question] and folded[at:last] == phrase.words and _is_set_off(phrase, side, at):
                passed[phrase.question] = last
                if phrase.sense != NO_SENSE:
                    found.append(_sign(phrase, side, at, last))
    return found


def _is_set_off(phrase: Phrase, side: Prepared, at: int) -> bool:
    return not phrase.follows_comma or (at > 0 and "," in side.text[side.words[at - 1].end : side.words[at].start])


def _sign(phrase: Phrase, side: Prepared, first: int, last: int) -> Sign:
    start, end = side.words[first].start, side.words[last - 1].end
    return Sign(phrase.question, phrase.sense, last, side.text[start:end], start, end)


@cache
def phrases() -> dict[tuple[str, ...], tuple[Phrase, ...]]:
    """The first two words, or the only one → the phrases that begin so, the longest first."""
    found: dict[tuple[str, ...], list[Phrase]] = {}
    for line in read_lines("signs.txt"):
        question, _, rest = line.partition(" ")
        sense, _, told = rest.partition(": ")
        for written in told.replace("|", ",").split(","):
            phrase = Phrase(question, sense, tuple(word.folded for word in words(written)), written.strip().startswith("~"))
            found.setdefault(phrase.words[:2], []).append(phrase)
    return {first: tuple(sorted(those, key=lambda one: -len(one.words))) for first, those in found.items()}


@cache
def questions() -> frozenset[str]:
    return frozenset(phrase.question for those in phrases().values() for phrase in those)
