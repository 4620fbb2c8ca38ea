"""One side of a pair that a person judges."""

from dataclasses import dataclass

from archive.models import Claim, Statement


@dataclass(frozen=True)
class Side:
    """The words of one statement that a judgement is about: a span in its Document."""

    statement: Statement
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.statement.text[self.start - self.statement.start : self.end - self.statement.start]

    def occurrences(self):
        """The standing occurrences that these words touch."""
        return self.statement.occurrences.standing().filter(start__lt=self.end, end__gt=self.start)

    def claims(self) -> list[Claim]:
        """The claims that these words carry already."""
        return list(Claim.objects.filter(pk__in=self.occurrences().values("claim")))
