"""What two texts have in common, as numbers that a score is made of and a reason can name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import fsum, sqrt

from archive.matching.idf import Idf
from archive.matching.meaning.synonyms import synonyms
from archive.matching.meaning.vectors import cosine
from archive.matching.numbers import unmatched
from archive.matching.prepared import Prepared

# A synonym counts for so much of the word it stands for.
SYNONYM_WEIGHT = 0.7
NEAR_DAYS = 60
LONG_PHRASE, MOST = 8, 2.0  # words of a phrase that counts as 1; the most that one can count
RAREST = 3  # stems
SPEAKER = {None: 0.0, True: 1.0, False: -1.0}


@dataclass(frozen=True, slots=True)
class Features:
    """Each roughly between 0 and 2, so that the coefficients can be read.

    `query` is the text that is asked about, `other` the one it is compared with. `cosine` is None where a side has no vector. `rarest` is
    how rare the RAREST stems in common are: two rare ideas tell, however long the texts are. `grams` counts at its square root: the first
    thing in common tells more than the last. Who repeats himself, and soon, is likelier to mean the same: `speaker` is 1 for the same one
    and -1 for another, `near` 1 for the same day and a half for NEAR_DAYS; both 0 where nothing is known.
    """

    query_contained: float
    other_contained: float
    jaccard: float
    with_synonyms: float
    rarest: float
    grams: float
    phrase_length: float
    number_shared: float
    names_conflict: float
    length_ratio: float
    cosine: float | None
    speaker: float
    near: float


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of two sayings beside their words; None where it isn't."""

    is_same_speaker: bool | None = None
    days_apart: int | None = None


UNKNOWN = Circumstances()


@dataclass(frozen=True, slots=True)
class Common:
    """Found once for a pair: the terms both have, the pairs of synonyms among the others, the longest run of words in both."""

    shared: frozenset[str]
    alike: tuple[tuple[str, str], ...]
    phrase: tuple[str, ...]


def common(query: Prepared, other: Prepared) -> Common:
    shared = query.content & other.content
    alike = synonym_pairs(query.content - shared, other.content - shared)
    return Common(shared, tuple(alike), longest_phrase(query, other) if shared else ())


def measure(query: Prepared, other: Prepared, idf: Idf, around: Circumstances = UNKNOWN) -> Features:
    return features_of(query, other, common(query, other), idf, around)


def features_of(query: Prepared, other: Prepared, both: Common, idf: Idf, around: Circumstances = UNKNOWN) -> Features:
    shared_mass, query_mass, other_mass = idf.mass(both.shared), idf.mass(query.content), idf.mass(other.content)
    alike_mass = SYNONYM_WEIGHT * fsum(min(idf.of(a), idf.of(b)) for a, b in both.alike)
    union_mass = query_mass + other_mass - shared_mass
    return Features(
        query_contained=_part(shared_mass, query_mass),
        other_contained=_part(shared_mass, other_mass),
        jaccard=_part(shared_mass, union_mass),
        with_synonyms=_part(shared_mass + alike_mass, union_mass - alike_mass) if union_mass else 0.0,
        rarest=fsum(sorted(map(idf.of, both.shared), reverse=True)[:RAREST]) / (RAREST * idf.most),
        grams=sqrt(_cosine(query, other)),
        phrase_length=min(len(both.phrase) / LONG_PHRASE, MOST),
        number_shared=float(len(unmatched(query.quantities, other.quantities)) < len(query.quantities)),
        names_conflict=float(bool(query.names and other.names and not query.names & other.names)),
        length_ratio=_part(*sorted((len(query.words), len(other.words)))),
        cosine=None if query.vector is None or other.vector is None else cosine(query.vector, other.vector),
        speaker=SPEAKER[around.is_same_speaker],
        near=0.0 if around.days_apart is None else NEAR_DAYS / (NEAR_DAYS + abs(around.days_apart)),
    )


def _part(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def synonym_pairs(ours: Collection[str], theirs: Collection[str]) -> list[tuple[str, str]]:
    """Words that each side has alone and that mean the same; each is used once."""
    left, pairs = set(theirs), []
    table = synonyms()
    for stem in sorted(table.keys() & ours):
        if meant := table[stem] & left:
            partner = min(meant)
            left.discard(partner)
            pairs.append((stem, partner))
    return pairs


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
    ours, theirs = query.grams, other.grams
    return min(fsum([ours[gram] * theirs[gram] for gram in ours.keys() & theirs.keys()]), 1.0)
