"""Which of many texts are worth comparing with one: inverted lists in memory, read rarest term first until a budget of postings is spent.

The cost of a query stays flat as the archive grows, for the common terms that would bring half of it are never read.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable
from heapq import nlargest

from archive.matching.idf import Idf
from archive.matching.meanings import synonyms
from archive.matching.prepared import Prepared

POSTINGS = 30_000
FEWEST_TERMS = 2
SYNONYM_WEIGHT = 0.5


class Shortlist:
    """Over the contents of texts, in their order; answers with their positions."""

    def __init__(self, contents: Iterable[Collection[str]]) -> None:
        self._postings: dict[str, array[int]] = {}
        total = 0
        for content in contents:
            for stem in content:
                self._postings.setdefault(stem, array("I")).append(total)
            total += 1
        self.idf = Idf({stem: len(places) for stem, places in self._postings.items()}, total)
        self._masses = array("d", bytes(8 * total))
        for stem, places in self._postings.items():
            weight = self.idf.of(stem)
            for place in places:
                self._masses[place] += weight

    def candidates(self, query: Prepared, limit: int) -> list[int]:
        """The positions of the texts that share most with the query, best first."""
        shared: dict[int, float] = {}
        spent = 0
        for count, (weight, stem) in enumerate(self._terms(query)):
            postings = self._postings[stem]
            if count >= FEWEST_TERMS and spent + len(postings) > POSTINGS:
                break
            spent += len(postings)
            for place in postings:
                shared[place] = shared.get(place, 0.0) + weight
        mass = self.idf.mass(query.content)
        return nlargest(limit, shared, key=lambda place: (shared[place] / (mass + self._masses[place] - shared[place]), -place))

    def _terms(self, query: Prepared) -> list[tuple[float, str]]:
        """Own terms and, at a lower weight, what means the same; only those that some text has."""
        weights = {stem: self.idf.of(stem) for stem in query.content if stem in self._postings}
        for stem in query.content:
            for other in synonyms().get(stem, ()):
                if other in self._postings:
                    weights.setdefault(other, SYNONYM_WEIGHT * min(self.idf.of(stem), self.idf.of(other)))
        return sorted(((weight, stem) for stem, weight in weights.items()), key=lambda term: (len(self._postings[term[1]]), term[1]))
