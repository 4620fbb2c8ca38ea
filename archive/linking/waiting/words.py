"""Words of a statement as what waits is told by them."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from archive.matching import letters_of
from archive.models import Passage, Statement

NEEDED = [f"statement__{name}" for name in ("start", "text", "force", "translation_of", "document")]


class Span(NamedTuple):
    statement: int
    start: int
    end: int

    def touches(self, words: "Words") -> bool:
        return self.statement == words.statement and self.start < words.end and words.start < self.end


class Words(NamedTuple):
    """A span of a statement, with its `letters` and how the speaker holds it."""

    statement: int
    start: int
    end: int
    original: int
    force: str
    letters: str

    @classmethod
    def of(cls, statement: Statement, start: int, end: int) -> "Words":
        text = statement.text[start - statement.start : end - statement.start]
        return cls(statement.pk, start, end, statement.translation_of_id or statement.pk, statement.force, _letters_of(text))

    @property
    def said(self) -> str:
        """Stands for these words wherever they are held so."""
        return hashlib.sha256(f"{self.force} {self.letters}".encode()).hexdigest()[:32]

    def touch(self, other: "Words") -> bool:
        return self.statement == other.statement and self.start < other.end and other.start < self.end

    def moved(self, statement: int, later: int) -> "Words":
        """The same words where they stand in another capture."""
        return self._replace(statement=statement, start=self.start + later, end=self.end + later)


@lru_cache(maxsize=10_000)
def _letters_of(text: str) -> str:
    return letters_of(text)


def words_of(passages: Iterable[int]) -> dict[int, Words]:
    """Read apart from the proposals: a query that joins both sides is planned badly where PostgreSQL has no statistics."""
    known = Passage.objects.select_related("statement").only("start", "end", *NEEDED).in_bulk(set(passages))
    return {pk: Words.of(one.statement, one.start, one.end) for pk, one in known.items()}
