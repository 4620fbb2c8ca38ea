"""Lists by cursor: `{"next": URL or null, "previous": URL or null, "results": […]}`, with a count only on request.

A parameter that the list does not know, or that stands twice, is refused: a program that misspells a filter must not be given everything.
"""

import re
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, QueryDict

from archive.enums import TallyScope
from archive.models import Statement, Tally
from timeline.api.problems import BadParameters, Fault, faults_of
from timeline.api.shapes import Shape, site_url
from timeline.filter_forms import Filter
from timeline.lists.paging import PAGE_SIZE, Count, CursorError, ListPage, Order, Rows, count_up_to, page_of

LARGEST_PAGE = 200
# Statements of which publication keeps the count; each under the key of one row, but for the kind.
TALLIED = {"speaker": TallyScope.SPEAKER, "outlet": TallyScope.OUTLET, "claim": TallyScope.CLAIM, "kind": TallyScope.KIND}


def check(chosen: Filter, params: QueryDict) -> None:
    """Raise BadParameters that names everything that is wrong with the parameters."""
    faults = [Fault(name, "This list has no such parameter.", "unknown") for name in chosen.unknown(params)]
    faults += [Fault(name, "This parameter stands here more than once.", "repeated") for name in params if len(params.getlist(name)) > 1]
    if not re.fullmatch("[0-9]{1,3}", params.get("page_size", "1")) or not 1 <= int(params.get("page_size", "1")) <= LARGEST_PAGE:
        faults.append(Fault("page_size", f"Give a whole number from 1 to {LARGEST_PAGE}.", "range"))
    if params.get("count", "1") not in ("0", "1"):
        faults.append(Fault("count", "Give 1 for the number of all rows, or leave it out.", "choice"))
    faults += faults_of(chosen)
    if faults:
        raise BadParameters(faults)


def read_page(rows: Rows, order: Order, params: QueryDict) -> ListPage:
    """The page that the parameters ask for."""
    try:
        return page_of(rows, order, cursor=params.get("cursor", ""), size=int(params.get("page_size", PAGE_SIZE)))
    except CursorError as error:
        raise BadParameters([Fault("cursor", str(error), "cursor")]) from error


def envelope(request: HttpRequest, page: ListPage, results: list[Shape], count: Count | None) -> dict[str, Any]:
    body = {"next": _url(request, page.next), "previous": _url(request, page.previous), "results": results}
    return body | ({"count": count.number, "count_is_exact": not count.more} if count else {})


def link_header(body: dict[str, Any]) -> dict[str, str]:
    links = [f'<{body[name]}>; rel="{relation}"' for name, relation in (("next", "next"), ("previous", "prev")) if body[name]]
    return {"Link": ", ".join(links)} if links else {}


def total(chosen: Filter, rows: Rows) -> Count:
    """How many rows pass: from the rollups where they know, or counted up to a limit."""
    active = {name: chosen.cleaned_data[name] for name in chosen.given if name not in chosen.ALWAYS_ON}
    if rows.model is Statement and (not active or (len(active) == 1 and active.keys() <= TALLIED.keys())):
        name, value = next(iter(active.items()), (None, ""))
        return Count(tallied(TALLIED[name] if name else TallyScope.ARCHIVE, [value]).get(_key(value), 0))
    return count_up_to(rows)


def tallied(scope: TallyScope, rows: list[Any]) -> dict[str, int]:
    """Numbers of public statements, from the rollups."""
    kept = Tally.objects.filter(scope=scope, key__in=[_key(row) for row in rows])
    return dict(kept.values_list("key", "statements"))


def _key(value: Model | str) -> str:
    return str(value.pk) if isinstance(value, Model) else value


def _url(request: HttpRequest, cursor: str) -> str | None:
    if not cursor:
        return None
    query = request.GET.copy()
    query["cursor"] = cursor
    return site_url(f"{request.path}?{query.urlencode()}")
