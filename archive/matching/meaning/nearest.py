"""Which of many texts are near one in meaning: their vectors in memory, all looked at. A million take a quarter of a second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from archive.matching.meaning.vectors import vectors_of

if TYPE_CHECKING:
    from archive.matching.meaning.vectors import Vector


class Nearest:
    """Over texts in their order; answers with their positions. Those that `readable` leaves out, in other languages, are never near."""

    def __init__(self, texts: Sequence[str], readable: Sequence[bool]) -> None:
        self._vectors = vectors_of([text if is_readable else "" for text, is_readable in zip(texts, readable, strict=True)])
        self._readable = readable

    def vector(self, place: int) -> Vector | None:
        return self._vectors[place] if self._readable[place] else None

    def candidates(self, query: Vector | None, limit: int) -> list[int]:
        """Best first, the earlier of equals first."""
        if query is None or not len(self._vectors):
            return []
        likeness = self._vectors @ query
        count = min(limit, len(likeness))
        best = likeness.argpartition(-count)[-count:]
        return sorted((int(place) for place in best if likeness[place] > 0), key=lambda place: (-likeness[place], place))

    def likeness(self, query: Vector | None, places: Sequence[int]) -> list[float]:
        if query is None:
            return [0.0] * len(places)
        found: list[float] = (self._vectors[list(places)] @ query).tolist()
        return found
