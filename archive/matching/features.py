"""What two texts have in common, as numbers that a score is made of and a reason can name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from archive.matching.idf import Idf
from archive.matching.meanings import synonyms
from archive.matching.numbers import unmatched
from archive.matching.prepared import Prepared

# A synonym counts for so much of the word it stands for.
SYNONYM_WEIGHT = 0.7


@dataclass(frozen=True, slots=True)
class Features:
    """Each roughly between 0 and 2, so that the coefficients can be read. Names tell the topic, not the claim: a phrase weighs without them.

    `query` is the text that is asked about, `other` the one it is compared with.
    """

    query_contained: float
    other_contained: float
    jaccard: float
    with_synonyms: float
    rarest_shared: float
    shared_terms: float
    grams: float
    phrase_mass: float
    phrase_length: float
    number_shared: float
    names_conflict: float
    length_ratio: float


def measure(query: Prepared, other: Prepared, idf: Idf) -> Features:
    shared = query.content & other.content
    shared_mass, query_mass, other_mass = idf.mass(shared), idf.mass(query.content), idf.mass(other.content)
    phrase, names = longest_phrase(query, other), query.names | other.names
    lengths = sorted((len(query.words), len(other.words)))
    return Features(
        query_contained=shared_mass / query_mass if query_mass else 0.0,
        other_contained=shared_mass / other_mass if other_mass else 0.0,
        jaccard=shared_mass / (query_mass + other_mass - shared_mass) if shared_mass else 0.0,
        with_synonyms=soft_jaccard(query.content, other.content, idf),
        rarest_shared=max(map(idf.of, shared), default=0.0) / 10,
        shared_terms=min(len(shared), 6) / 6,
        grams=_cosine(query, other),
        phrase_mass=min(idf.mass(stem for stem in phrase if stem in shared and stem not in names) / 20, 2.0),
        phrase_length=min(len(phrase) / 8, 2.0),
        number_shared=float(len(unmatched(query.quantities, other.quantities)) < len(query.quantities)),
        names_conflict=float(bool(query.names and other.names and not query.names & other.names)),
        length_ratio=lengths[0] / lengths[1] if lengths[1] else 0.0,
    )


def synonym_pairs(ours: Collection[str], theirs: Collection[str]) -> list[tuple[str, str]]:
    """Words that each side has alone and that mean the same; each is used once."""
    left, pairs = set(theirs), []
    for stem in sorted(ours):
        if meant := synonyms().get(stem, frozenset()) & left:
            partner = min(meant)
            left.discard(partner)
            pairs.append((stem, partner))
    return pairs


def soft_jaccard(ours: frozenset[str], theirs: frozenset[str], idf: Idf) -> float:
    shared = ours & theirs
    mass = idf.mass(shared)
    total = idf.mass(ours | theirs)
    for a, b in synonym_pairs(ours - shared, theirs - shared):
        a_mass, b_mass = idf.of(a), idf.of(b)
        mass += SYNONYM_WEIGHT * min(a_mass, b_mass)
        total -= SYNONYM_WEIGHT * min(a_mass, b_mass)
    return mass / total if total else 0.0


def longest_phrase(query: Prepared, other: Prepared) -> tuple[str, ...]:
    """The longest run of words, stop words included, that stands in both."""
    best_length = best_end = 0
    runs: dict[int, int] = {}
    for at, stem in enumerate(query.sequence):
        following: dict[int, int] = {}
        for place in other.places.get(stem, ()):
            length = following[place] = runs.get(place - 1, 0) + 1
            if length > best_length:
                best_length, best_end = length, at + 1
        runs = following
    return query.sequence[best_end - best_length : best_end]


def _cosine(query: Prepared, other: Prepared) -> float:
    small, large = sorted((query.grams, other.grams), key=len)
    dot = sum(count * large.get(gram, 0) for gram, count in small.items())
    return dot / (query.grams_norm * other.grams_norm) if dot else 0.0
