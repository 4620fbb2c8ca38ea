"""What a person judges: the words of a statement, two of them beside each other, and how words stand to a claim."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from archive.enums import Likeness, Stance
from archive.models import Claim, Statement, Suggestion
from archive.models.claim import OccurrenceQuerySet


@dataclass(frozen=True)
class Side:
    """The words of one statement that a judgement is about: a span in its Document."""

    statement: Statement
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.statement.text[self.start - self.statement.start : self.end - self.statement.start]

    def occurrences(self) -> OccurrenceQuerySet:
        """The standing occurrences that these words touch."""
        return self.statement.occurrences.standing().filter(start__lt=self.end, end__gt=self.start)

    def claims(self) -> list[Claim]:
        """The claims that these words carry already."""
        return list(Claim.objects.filter(pk__in=self.occurrences().values("claim")))


@dataclass(frozen=True)
class Sides:
    """Both sides of a judgement: the first says something of the other. `found_by` is what the machine proposed them with."""

    side: Side
    other: Side
    found_by: dict[str, Any] | None = None

    @classmethod
    def of(cls, suggestion: Suggestion) -> "Sides":
        later, earlier = (Side(passage.statement, passage.start, passage.end) for passage in (suggestion.passage, suggestion.other))
        return cls(later, earlier, {name: getattr(suggestion, name) for name in ("score", "method", "version", "rests_on")})


class Bearing(NamedTuple):
    """How words stand to a claim that they carry: what they do with it, and how near they come to it."""

    stance: Stance = Stance.ASSERTS
    likeness: Likeness = Likeness.PARAPHRASE


SAYS_IT = Bearing()
