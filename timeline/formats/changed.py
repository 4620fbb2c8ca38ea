"""The entries of a feed: each with when it was changed last, which a reader of feeds goes by."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from archive.models import Revision, Statement
from timeline.formats.items import Item, items
from timeline.formats.taken import Taken

BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)  # of a feed with nothing in it


class Changed(NamedTuple):
    item: Item
    at: datetime


def changed(taken: Taken) -> list[Changed]:
    """In two queries more than the items take."""
    rows = list(items(taken))
    if taken.listed.is_of_corrections:
        return [Changed(one, one.recorded) for one in rows]
    numbers = dict(Statement.objects.public().filter(pk__in=[place.id for place in taken.page.rows]).values_list("public_id", "pk"))
    last = Revision.objects.last_of("statement", numbers.values())
    return [Changed(one, last.get(numbers.get(one.own["id"]), one.recorded)) for one in rows]


def latest(rows: Iterable[Changed]) -> datetime:
    return max([BEFORE_ALL, *(one.at for one in rows)])
