"""The rail beside the chronology: what a reader may narrow it to. Counts come from rollup rows, never from a request's own counting."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from archive.entries.asking import asked
from archive.models.search import Condition
from timeline.filters import StatementFilter
from timeline.lists import kept
from timeline.lists.walks import rows_of

LISTED = 8
SCOPES = (  # the name of the parameter, its label, and the column of the table of that name which names a row
    ("speaker", _("Speaker"), "name"),
    ("claim", _("Claim"), "text"),
    ("outlet", _("Outlet"), "name"),
)
OFFERED = """
SELECT held.slug, held.{column}, t.statements FROM archive_tally t CROSS JOIN archive_{scope} held
WHERE t.scope = '{scope}' AND t.statements > 0 AND held.id = CAST(t.key AS bigint) ORDER BY t.statements DESC, t.id LIMIT {most}
"""
STATEMENTS = "SELECT statements FROM archive_tally WHERE scope = %s AND key = %s"


class Offer(NamedTuple):
    """One of those with the most public statements, and how many."""

    slug: str
    name: str
    count: int


@dataclass(frozen=True)
class Choice:
    """One row of a facet; its count is of the whole archive, so it is None where another filter is on."""

    name: str
    query: str
    count: int | None


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]


def facets(chosen: StatementFilter, *, whole: bool, revision: str) -> list[Facet]:
    """What can still be chosen, the most frequent first. `whole`: the list is of the whole archive but for the filter."""
    counted, begun = whole and not chosen.active(), f"{chosen.query}&".removeprefix("&")
    found = []
    for name, label, column in SCOPES:
        offers = () if name in chosen.given else kept.at(revision, offered, name, column)
        choices = [Choice(one.name, f"{begun}{urlencode({name: one.slug})}", one.count if counted else None) for one in offers]
        found += [Facet(name, label, choices)] if choices else []
    return found


def offered(scope: str, column: str) -> list[Offer]:
    """Those with the most, each under what `column` calls it."""
    return [Offer(*row) for row in asked(OFFERED.format(scope=scope, column=column, most=LISTED))]


def statements_of(scope: str, key: Any = "") -> int:
    rows = rows_of(Condition(STATEMENTS, (str(scope), str(key))))
    return rows[0][0] if rows else 0
