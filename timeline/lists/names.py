"""Lists of speakers and outlets as plain values: those of a page, each with the number of its public statements.

page = page_of(rows.values_list(*COLUMNS[TallyScope.SPEAKER], named=True), BY_NAME)
lines_of(TallyScope.SPEAKER, page.rows)
"""

from collections.abc import Collection
from typing import Any, NamedTuple

from archive.entries.asking import asked
from archive.enums import TallyScope
from archive.models.outlet import kind_in_words
from archive.models.speaker import called

COLUMNS = {  # by the first two it is paged
    TallyScope.SPEAKER: ("id", "name_key", "slug", "name", "description"),
    TallyScope.OUTLET: ("id", "name_key", "slug", "name", "kind"),
}
STATEMENTS = "SELECT key, statements FROM archive_tally WHERE scope = '{scope}' AND key IN ({keys})"


class Line(NamedTuple):
    """A speaker or an outlet in a list. `full_name` tells it from others of its name; `about` may be empty."""

    slug: str
    name: str
    full_name: str
    about: str
    statements: int


def lines_of(scope: TallyScope, rows: Collection[Any]) -> list[Line]:
    keys = ", ".join(f"'{int(row.id)}'" for row in rows)
    known = dict(asked(STATEMENTS.format(scope=scope.value, keys=keys))) if rows else {}
    make = _speaker if scope == TallyScope.SPEAKER else _outlet
    return [make(row, known.get(str(row.id), 0)) for row in rows]


def _speaker(row: Any, statements: int) -> Line:
    return Line(row.slug, row.name, called(row.name, row.description), row.description, statements)


def _outlet(row: Any, statements: int) -> Line:
    return Line(row.slug, row.name, row.name, kind_in_words(row.kind), statements)
