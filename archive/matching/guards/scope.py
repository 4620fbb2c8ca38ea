"""One side says less: under a condition, as a question or a wish, of fewer, in a smaller place or time, or with a detail more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.matching.features import Features
from archive.matching.guards.difference import NARROWER, Difference, written
from archive.matching.guards.numbers import SPANS
from archive.matching.prepared import Prepared

# Said on one side alone, they make a claim smaller: a condition or a doubt. In a text that negates they don't ("no country may").
LIMITS = frozenset(
    "if unless may might could possibly perhaps partly allegedly reportedly supposedly whether hope hopes hoped wish wishes thank thanks "
    "если может возможно надеемся надеюсь якобы".split()
)
UNIVERSAL = frozenset("all every everyone everybody everywhere always never none nobody entire whole все всегда никогда каждый".split())
ANY, PARTS = frozenset("any anyone anybody anything anywhere".split()), frozenset("some several many most few часть некоторые".split())
# A question that asks, and not one that answers itself or asks for a yes ("isn't it true that …?").
QUESTION = re.compile(
    r"\W{0,3}(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|why|how|what|when|where|who|which)\b(?!n['’]t)[^.!?]{0,400}\?\W{0,3}",
    re.I,
)
LIMIT_LIKENESS, SCOPE_LIKENESS, CONTAINED = 0.5, 0.3, 0.97
FEWEST_DETAILS, ONE_SENTENCE = 2, 20


def differing_scope(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    yield from _questions(query, other)
    if features.with_synonyms >= LIMIT_LIKENESS:
        yield from _limits(query, other)
    if max(len(query.words), len(other.words)) <= ONE_SENTENCE:
        yield from _universals(query, other, features)
        yield from _details(query, other, features)


def _questions(query: Prepared, other: Prepared) -> Iterator[Difference]:
    if bool(QUESTION.fullmatch(query.text.strip())) != bool(QUESTION.fullmatch(other.text.strip())):
        yield Difference(NARROWER, "narrower: only one side asks")


def _limits(query: Prepared, other: Prepared) -> Iterator[Difference]:
    ours, theirs = _limits_of(query), _limits_of(other)
    if bool(ours) != bool(theirs):
        yield Difference(NARROWER, f"narrower: only one side says '{(ours or theirs)[0]}'")


def _limits_of(side: Prepared) -> list[str]:
    if side.negations:
        return []
    return [word.text for word in side.words if word.folded in LIMITS and not (word.text == "May" and word.start)]


def _universals(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    """ "In every region" against "in the valley"; "never" against "not this year"."""
    ours, theirs = _universals_of(query), _universals_of(other)
    is_alike = features.with_synonyms >= SCOPE_LIKENESS and query.content & other.content
    if not is_alike or bool(ours) == bool(theirs):
        return
    smaller, larger = (other, query) if ours else (query, other)
    if any(word.folded in ANY for word in smaller.words):  # "more than anybody else" is all, said otherwise
        return
    if less := _said_of_less(smaller, larger):
        yield Difference(NARROWER, f"narrower: '{(ours or theirs)[0]}' against '{less[0]}'")


def _universals_of(side: Prepared) -> list[str]:
    return [word.text for word in side.words if word.folded in UNIVERSAL]


def _said_of_less(smaller: Prepared, larger: Prepared) -> list[str]:
    """The words of the smaller side that it has alone, or that name a part. Where both negate, "never" and "at no time" are one, and a
    span of time alone is less ("not this year")."""
    alone = smaller.content - larger.content
    words = [word for word in smaller.words if word.stem in alone or word.folded in PARTS]
    both_negate = smaller.negations and larger.negations
    return [word.text for word in words if not both_negate or word.folded in SPANS]


def _details(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    """All of one side stands in the other, which tells more: with a number or names, of FEWEST_DETAILS at least."""
    for side, longer, contained in ((query, other, features.query_contained), (other, query, features.other_contained)):
        more = longer.content - side.content
        told = [stem for stem in more if stem[0] == "#" or stem in longer.names]
        if contained >= CONTAINED and len(side.content) > 1 and len(told) >= FEWEST_DETAILS:
            yield Difference(NARROWER, f"narrower: only one side says {', '.join(sorted(_told(longer, stem) for stem in told))}")
            return


def _told(side: Prepared, stem: str) -> str:
    number = next((number.text for number in side.quantities if number.token == stem), "")
    return f"'{number or written(side, stem)}'"
