"""The rail beside the chronology: what a reader may narrow it to. Counts come from rollup rows, never from a request's own counting."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from archive.enums import TallyScope
from archive.models import Claim, Outlet, Speaker, Tally
from timeline.filters import StatementFilter

LISTED = 8
SCOPES = (("speaker", _("Speaker"), TallyScope.SPEAKER, Speaker), ("claim", _("Claim"), TallyScope.CLAIM, Claim),
          ("outlet", _("Outlet"), TallyScope.OUTLET, Outlet))  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """One row of a facet; its count is of the whole archive, so it is None where another filter is on."""

    row: Any
    query: str
    count: int | None


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]


def facets(chosen: StatementFilter, *, whole: bool) -> list[Facet]:
    """What can still be chosen, the most frequent first. `whole`: the list is of the whole archive but for the filter."""
    counted = whole and not chosen.active()
    open_ones = [scope for scope in SCOPES if scope[0] not in chosen.given]
    found = [Facet(name, label, _choices(chosen, name, scope, model, counted)) for name, label, scope, model in open_ones]
    return [facet for facet in found if facet.choices]


def _choices(chosen: StatementFilter, name: str, scope: str, model: type[Model], counted: bool) -> list[Choice]:
    top = most(scope, LISTED)
    rows = model.objects.in_bulk([pk for pk, _count in top])
    return [Choice(rows[pk], chosen.query_with(**{name: rows[pk].slug}), count if counted else None) for pk, count in top if pk in rows]


def most(scope: str, number: int) -> list[tuple[int, int]]:
    """(id, public statements) of those with the most."""
    rows = Tally.objects.filter(scope=scope, statements__gt=0).order_by("-statements", "id")
    return [(int(key), statements) for key, statements in rows.values_list("key", "statements")[:number]]


def statements_of(scope: str, key: Any = "") -> int:
    return Tally.objects.filter(scope=scope, key=str(key)).values_list("statements", flat=True).first() or 0
