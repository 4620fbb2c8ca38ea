"""One side says less: under a condition, as a question or a wish, of fewer, in a smaller place or time, or with a detail more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from archive.matching.features import Features
from archive.matching.guards.difference import NARROWER, Difference, Placed, against, of_stem
from archive.matching.guards.numbers import SPANS
from archive.matching.prepared import Prepared
from archive.matching.words import Word

UNIVERSAL = frozenset("all every everyone everybody everywhere always never none nobody entire whole все всегда никогда каждый".split())
ANY, PARTS = frozenset("any anyone anybody anything anywhere".split()), frozenset("some several many most few часть некоторые".split())
# A question that asks, and not one that answers itself or asks for a yes ("isn't it true that …?").
QUESTION = re.compile(
    r"\W{0,3}(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|why|how|what|when|where|who|which)\b(?!n['’]t)[^.!?]{0,400}\?\W{0,3}",
    re.I,
)
SCOPE_LIKENESS, CONTAINED = 0.3, 0.97
FEWEST_DETAILS, ONE_SENTENCE = 2, 20


def differing_scope(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    yield from _questions(query, other)
    if max(len(query.words), len(other.words)) <= ONE_SENTENCE:
        yield from _universals(query, other, features)
        yield from _details(query, other, features)


def _questions(query: Prepared, other: Prepared) -> Iterator[Difference]:
    ours, theirs = (bool(QUESTION.fullmatch(side.text.strip())) for side in (query, other))
    if ours != theirs:
        yield Difference(NARROWER, "narrower: a question" if ours else "wider: not a question")


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
        yield against("wider", ours[0], less[0], label=NARROWER) if ours else against("narrower", less[0], theirs[0], label=NARROWER)


def _universals_of(side: Prepared) -> list[Word]:
    return [word for word in side.words if word.folded in UNIVERSAL]


def _said_of_less(smaller: Prepared, larger: Prepared) -> list[Word]:
    """The words of the smaller side that it has alone, or that name a part. Where both negate, "never" and "at no time" are one, and a
    span of time alone is less ("not this year")."""
    alone = smaller.content - larger.content
    words = [word for word in smaller.words if word.stem in alone or word.folded in PARTS]
    both_negate = smaller.negations and larger.negations
    return [word for word in words if not both_negate or word.folded in SPANS]


def _details(query: Prepared, other: Prepared, features: Features) -> Iterator[Difference]:
    """All of one side stands in the other, which tells more: with a number or names, of FEWEST_DETAILS at least."""
    for side, longer, contained in ((query, other, features.query_contained), (other, query, features.other_contained)):
        told = [stem for stem in longer.content - side.content if stem[0] == "#" or stem in longer.names]
        if contained >= CONTAINED and len(side.content) > 1 and len(told) >= FEWEST_DETAILS:
            yield _detailed(sorted((of_stem(longer, stem) for stem in told), key=attrgetter("start")), by_us=longer is query)
            return


def _detailed(more: Sequence[Placed], *, by_us: bool) -> Difference:
    """The side with details says more, and is wider in what it claims."""
    told, place = ", ".join(f"'{one.text}'" for one in more), (more[0].start, more[0].end)
    return (
        Difference(NARROWER, f"wider: says besides {told}", place)
        if by_us
        else Difference(NARROWER, f"narrower: leaves out {told}", None, place)
    )
