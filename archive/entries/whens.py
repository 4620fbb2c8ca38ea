"""Days of saying, and whether they tell which of two was first."""

from typing import NamedTuple

from archive import edtf
from archive.models import Statement
from archive.models.statement import said_in_words


class When(NamedTuple):
    """A day of saying; `is_reported`: on it the words were published, and nothing tells when they were said."""

    date: edtf.Edtf
    is_reported: bool = False

    @property
    def words(self) -> str:
        return said_in_words(self.date.text, self.is_reported)

    @property
    def is_vague(self) -> bool:
        return self.is_reported or self.date.approximate or self.date.uncertain


def when_of(statement: Statement) -> When | None:
    return When(statement.said, statement.said_is_reported) if statement.said else None


def is_in_order(before: When, after: When) -> bool:
    """Whether the first was surely said before the other."""
    moments = before.date.time, after.date.time
    if moments[0] and moments[1] and (moments[0].tzinfo is None) == (moments[1].tzinfo is None):
        return moments[0] < moments[1]
    return edtf.days_between(before.date, after.date)[0] > 0
