"""Long lists at the desk, a page at a time by key: what costs the same on the first page and on the thousandth."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

PAGE = 50
LONGEST_NUMBER = 18


@dataclass(frozen=True)
class Paged:
    """The rows of a page, and after which row the next one begins; None on the last."""

    rows: list[Any]
    after: int | None


def paged(found: QuerySet, key: str, after: str, size: int = PAGE) -> Paged:
    """The page of rows, in the order of this column, that begins behind the row of this number."""
    numbers = [after] if after.isdecimal() and len(after) < LONGEST_NUMBER else []
    last = found.model._default_manager.filter(pk__in=numbers).values_list(key, flat=True).first()
    if last is not None:
        found = found.filter(Q(**{f"{key}__gt": last}) | Q(**{key: last, "pk__gt": after}))
    rows = list(found.order_by(key, "pk")[: size + 1])
    return Paged(rows[:size], rows[size - 1].pk if len(rows) > size else None)
