"""The rail beside the chronology: what a reader may narrow it to. Counts come from rollup rows, never from a request's own counting."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from archive.enums import TallyScope
from archive.models import Claim, Outlet, Speaker, Tally
from timeline.filters import StatementFilter
from timeline.lists import kept

LISTED = 8
SCOPES = (
    ("speaker", _("Speaker"), TallyScope.SPEAKER, Speaker, "name"), ("claim", _("Claim"), TallyScope.CLAIM, Claim, "text"),
    ("outlet", _("Outlet"), TallyScope.OUTLET, Outlet, "name"),
)  # fmt: skip


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
    for name, label, scope, model, column in SCOPES:
        offers = () if name in chosen.given else kept.at(revision, offered, scope, model, column)
        choices = [Choice(one.name, f"{begun}{urlencode({name: one.slug})}", one.count if counted else None) for one in offers]
        found += [Facet(name, label, choices)] if choices else []
    return found


def offered(scope: str, model: type[Model], column: str) -> list[Offer]:
    """Those with the most, each under what `column` calls it."""
    top = most(scope, LISTED)
    rows = model._default_manager.filter(pk__in=[pk for pk, _count in top]).values_list("pk", "slug", column)
    names = {pk: names for pk, *names in rows}
    return [Offer(*names[pk], count) for pk, count in top if pk in names]


def most(scope: str, number: int) -> list[tuple[int, int]]:
    """(id, public statements) of those with the most."""
    rows = Tally.objects.filter(scope=scope, statements__gt=0).order_by("-statements", "id")
    return [(int(key), statements) for key, statements in rows.values_list("key", "statements")[:number]]


def statements_of(scope: str, key: Any = "") -> int:
    return Tally.objects.filter(scope=scope, key=str(key)).values_list("statements", flat=True).first() or 0
