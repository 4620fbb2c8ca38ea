"""Lists of speakers, outlets and claims as plain values: those of a page, each with the number of its public statements.

page = page_of(rows.values_list(*COLUMNS[TallyScope.SPEAKER], named=True), BY_NAME)
lines_of(TallyScope.SPEAKER, page.rows, Found(Walk()))
"""

from collections.abc import Collection
from typing import Any, NamedTuple

from archive.enums import TallyScope
from archive.models.outlet import kind_in_words
from archive.models.speaker import called
from timeline.lists.claims import PLACES
from timeline.lists.found import Found
from timeline.lists.paging import Count

COLUMNS = {  # by the first it is paged, and by another
    TallyScope.SPEAKER: ("id", "name_key", "slug", "name", "description"),
    TallyScope.OUTLET: ("id", "name_key", "slug", "name", "kind"),
    TallyScope.CLAIM: (*PLACES, "slug", "text"),
}


class Line(NamedTuple):
    """One in a list. `full_name` tells it from others of its name; `about` may be empty. `statements` is None where it is not counted."""

    slug: str
    name: str
    full_name: str
    about: str
    statements: Count | None


def lines_of(scope: TallyScope, rows: Collection[Any], found: Found) -> list[Line]:
    """Each with how many of the statements found are its."""
    known = found.of(scope, [str(row.id) for row in rows])
    return [LINES[scope](row, known.get(str(row.id))) for row in rows]


def _speaker(row: Any, statements: Count | None) -> Line:
    return Line(row.slug, row.name, called(row.name, row.description), row.description, statements)


def _outlet(row: Any, statements: Count | None) -> Line:
    return Line(row.slug, row.name, row.name, kind_in_words(row.kind), statements)


def _claim(row: Any, statements: Count | None) -> Line:
    return Line(row.slug, row.text, row.text, "", statements)


LINES = {TallyScope.SPEAKER: _speaker, TallyScope.OUTLET: _outlet, TallyScope.CLAIM: _claim}
