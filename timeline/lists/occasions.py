"""Lists of occasions as plain values: those of a page, each with how many public statements it has, and in how many outlets.

page = page_of(rows.values_list(*COLUMNS, named=True), NEWEST_OCCASIONS)
lines_of(page.rows)
"""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from archive import edtf
from archive.entries.asking import asked, listed
from archive.enums import OccasionKind
from timeline.printing.language import ngettext

COLUMNS = ("id", "held_sort", "public_id", "name", "kind", "place", "held_on")
# The joins stand in the order in which they are made. What no outlet printed counts as one.
REPORTED = """
SELECT s.occasion_id, COUNT(*), COUNT(DISTINCT COALESCE(a.outlet_id, 0))
FROM archive_statement s CROSS JOIN archive_document d CROSS JOIN archive_article a
WHERE s.occasion_id IN ({occasions}) AND NOT s.status <> 'public' AND d.id = s.document_id AND a.id = d.article_id GROUP BY s.occasion_id
"""


class Reported(NamedTuple):
    """How many public statements there are of an occasion, and in how many outlets."""

    statements: int = 0
    outlets: int = 0

    @property
    def words(self) -> str:
        """“37 statements in 5 outlets”."""
        statements = ngettext("%(shown)s statement", "%(shown)s statements", self.statements) % {"shown": f"{self.statements:,}"}
        return ngettext("%(statements)s in %(shown)s outlet", "%(statements)s in %(shown)s outlets", self.outlets) % {
            "statements": statements,
            "shown": f"{self.outlets:,}",
        }


class Line(NamedTuple):
    """An occasion in a list. `kind` is empty where it tells nothing."""

    public_id: str
    name: str
    kind: str
    place: str
    held_on: str
    reported: Reported

    @property
    def said_in_words(self) -> str:
        """Where it stands in the list."""
        return edtf.parse(self.held_on).words if self.held_on else ""


def lines_of(rows: Collection[Any]) -> list[Line]:
    known = reported(row.id for row in rows)
    return [
        Line(row.public_id, row.name, kind_in_words(row.kind), row.place, row.held_on, known.get(row.id, Reported())) for row in rows
    ]  # fmt: skip


def reported(occasions: Iterable[int]) -> dict[int, Reported]:
    """By the number of the occasion."""
    numbers = listed(occasions)
    return {pk: Reported(*counts) for pk, *counts in asked(REPORTED.format(occasions=numbers))}


def kind_in_words(kind: str) -> str:
    return "" if kind == OccasionKind.OTHER else str(OccasionKind(kind).label)
