"""The rows that a person ticked on a page, as he saw them."""

from typing import NamedTuple

from django.http import QueryDict

from archive import errors
from archive.acts import held
from archive.desk.lists.pages import with_all_beside
from archive.errors import Stale
from archive.models import Statement

MOST_TICKED = 200  # in one post
LONGEST_NUMBER = 18


class Ticked(NamedTuple):
    """A row, its version that was shown, and what was confirmed of it."""

    statement: Statement
    version: int
    confirmed: tuple[str, ...]

    def expect_unchanged(self) -> None:
        """Within a transaction: refuse what another saved since the page was shown."""
        if held(self.statement).lock_version != self.version:
            raise Stale(errors.OVERTAKEN)


def ticked_in(given: QueryDict) -> list[Ticked]:
    """In the order of their places; all that the page showed where “all” is ticked."""
    values = given.getlist("shown" if "all" in given else "row")[:MOST_TICKED]
    versions = {
        int(number): int(version) for number, _sep, version in (one.partition(":") for one in values) if are_numbers(number, version)
    }
    rows = with_all_beside(Statement.objects.filter(pk__in=versions)).order_by("document_id", "start", "end")
    return [Ticked(one, versions[one.pk], tuple(given.getlist(f"seen-{one.pk}"))) for one in rows]


def are_numbers(*texts: str) -> bool:
    return all(one.isdecimal() and len(one) < LONGEST_NUMBER for one in texts)
