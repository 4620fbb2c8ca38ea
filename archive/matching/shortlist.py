"""Which of many texts share most words with one: inverted lists in memory, read rarest term first until a budget of postings is spent.

The cost of a query stays flat as the archive grows, for the common terms that would bring half of it are never read.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from archive.matching.idf import Idf
from archive.matching.meaning.synonyms import synonyms
from archive.matching.prepared import Prepared

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

POSTINGS = 30_000
FEWEST_TERMS = 2
SYNONYM_WEIGHT = 0.5


class Shortlist:
    """Over the contents of texts, in their order; answers with their positions."""

    def __init__(self, contents: Iterable[Collection[str]]) -> None:
        import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

        gathered: dict[str, array[int]] = {}
        total = 0
        for content in contents:
            for stem in content:
                gathered.setdefault(stem, array("I")).append(total)
            total += 1
        self._postings = {stem: np.frombuffer(places, dtype=np.uint32) for stem, places in gathered.items()}
        self.idf = Idf({stem: len(places) for stem, places in self._postings.items()}, total)
        self._masses = np.zeros(total)
        for stem, places in self._postings.items():
            self._masses[places] += self.idf.of(stem)

    def candidates(self, query: Prepared, limit: int) -> dict[int, float]:
        """Positions of the texts that share most with the query, and how much: shared idf mass of the union, as far as it was looked up."""
        shared: NDArray[np.float64] = self._masses * 0
        spent = 0
        for count, (weight, stem) in enumerate(self._terms(query)):
            postings = self._postings[stem]
            if count >= FEWEST_TERMS and spent + len(postings) > POSTINGS:
                break
            spent += len(postings)
            shared[postings] += weight  # a text stands once in a list
        found = shared.nonzero()[0]
        shares = shared[found] / (self.idf.mass(query.content) + self._masses[found] - shared[found])
        best = (-shares).argsort(kind="stable")[:limit]
        return dict(zip(found[best].tolist(), shares[best].tolist(), strict=True))

    def _terms(self, query: Prepared) -> list[tuple[float, str]]:
        """Own terms and, at a lower weight, what means the same; only those that some text has."""
        weights = {stem: self.idf.of(stem) for stem in query.content if stem in self._postings}
        for stem in query.content:
            for other in synonyms().get(stem, ()):
                if other in self._postings:
                    weights.setdefault(other, SYNONYM_WEIGHT * min(self.idf.of(stem), self.idf.of(other)))
        return sorted(((weight, stem) for stem, weight in weights.items()), key=lambda term: (len(self._postings[term[1]]), term[1]))
