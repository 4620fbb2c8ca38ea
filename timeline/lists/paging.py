"""Pages by key: each begins where the one before ended, by the row's sort key and id, so that the last page costs what the first does.

    page = page_of(Statement.objects.public(), OLDEST_FIRST, cursor=request.GET.get("cursor", ""))
    page.rows, page.next, page.previous      # the last two are cursors for the address, "" where there is no such page

A cursor is sealed: it holds the internal id of a row, which nobody needs to know, so it is enciphered and authenticated with the site's
secret key, for one order of one list (AES-GCM). The same place always has the same cursor, so that equal answers have equal ETags.
`page_of` raises CursorError for any other text.
"""

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db.models import BooleanField, F, Func, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from archive import edtf

PAGE_SIZE = 50  # rows, of the API too
# Statements or claims with all that a page tells of each, and of a trail more: with 50 a page would be heavier than it may be.
ON_A_PAGE, OF_A_TRAIL = 20, 13
MOST_COUNTED = 2_000
LONGEST_CURSOR = 4000  # the longest key is a claim's or a name's; far below what a server takes as an address
NONCE = 12
TUPLE = "(%(expressions)s)"


class CursorError(ValueError):
    """This text is no cursor of this list: cut short, changed, or of another list or order."""

    def __str__(self) -> str:
        return str(_("This page marker has expired. Begin again at the first page."))


class Count(NamedTuple):
    """A number of rows that was counted up to a limit; `more` says that there are others."""

    number: int
    more: bool = False

    def __str__(self) -> str:
        return f"{self.number:,}{'+' * self.more}"


class Walked(Protocol):
    """Rows that are read by a way of their own: a walk of statements."""

    model: Any

    def read(self, order: "Order", place: Any, size: int, *, back: bool) -> list[Any]: ...

    def count_up_to(self, most: int) -> Count: ...


Rows = QuerySet | Walked


def count_up_to(rows: Rows, most: int = MOST_COUNTED) -> Count:
    """No request counts a table: beyond `most` the answer is “2,000+”."""
    if not isinstance(rows, QuerySet):
        return rows.count_up_to(most)
    number = rows.order_by()[: most + 1].count()
    return Count(min(number, most), number > most)


@dataclass(frozen=True)
class Order:
    """How a list is read: by `key`, rows with the same key by `id`.

    `last` is a value of the key that stands at the end in either direction (the undated). Rows with the same key go the same way as
    the keys unless `ids_descending` says otherwise; it has to be as the index is.
    """

    key: str
    id: str = "id"
    descending: bool = False
    ids_descending: bool | None = None
    last: int | None = None

    @property
    def directions(self) -> tuple[bool, bool]:
        return self.descending, self.descending if self.ids_descending is None else self.ids_descending

    @property
    def fields(self) -> tuple[str, str]:
        key, row_id = ("-" * down for down in self.directions)
        return f"{key}{self.key}", f"{row_id}{self.id}"

    def reversed(self) -> "Order":
        key, row_id = self.directions
        return replace(self, descending=not key, ids_descending=not row_id)

    def parts(self) -> list[Q]:
        """The list cut where its order by the columns breaks off: descending, the dated come before the undated."""
        if self.descending and self.last is not None:
            return [Q(**{f"{self.key}__lt": self.last}), Q(**{self.key: self.last})]
        return [Q()]

    def part_of(self, value: Any) -> int:
        return int(len(self.parts()) == 2 and value == self.last)

    def beyond(self, value: Any, row_id: int, *, back: bool) -> Q | Func:
        """The rows that follow (or come before) this place: one comparison of two columns, which every index of them answers at once.

        Where rows of one key go the other way than the keys, the bound on the key alone is what lets SQLite use the index.
        """
        by_key, by_id = ("lt" if down != back else "gt" for down in self.directions)
        if by_key == by_id:
            both = Func(F(self.key), F(self.id), template=TUPLE, output_field=BooleanField())
            place = Func(Value(value), Value(row_id), template=TUPLE, output_field=BooleanField())
            way = {"lt": " < ", "gt": " > "}[by_key]
            return Func(both, place, arg_joiner=way, template="%(expressions)s", output_field=BooleanField())
        further = Q(**{f"{self.key}__{by_key}": value}) | Q(**{self.key: value, f"{self.id}__{by_id}": row_id})
        return Q(**{f"{self.key}__{by_key}e": value}) & further


OLDEST_FIRST = Order("said_sort", last=edtf.UNDATED_SORT)
NEWEST_FIRST = OLDEST_FIRST.reversed()
BEST_MATCH = Order("rank")  # what was searched for: see `ranking`
NEWEST_RECORDED = Order("recorded", descending=True)  # when they became public here: see `recorded`
BY_NAME = Order("name_key")  # speakers, outlets
MOST_SAID = Order("tally__sayings", "tally__claim_id", descending=True, ids_descending=False)  # claims with `select_related("tally")`
NEWEST_DOCUMENTS = Order("published_sort", descending=True, last=edtf.UNDATED_SORT)
NEWEST_OCCASIONS = Order("held_sort", descending=True, last=edtf.UNDATED_SORT)
LATEST = Order("id", descending=True)  # corrections: the log itself


@dataclass(frozen=True)
class ListPage:
    """One page of a list: its rows, and the cursors of the pages after and before it ("" where there is none)."""

    rows: list[Any]
    next: str = ""
    previous: str = ""


def page_of(rows: Rows, order: Order, *, cursor: str = "", size: int = PAGE_SIZE) -> ListPage:
    """The page of `rows` at a cursor, or the first: one query, or two where the newest first end at the undated. Raises CursorError."""
    back, place = _unsealed(cursor, rows, order) if cursor else (False, None)
    found = _read(rows, order, place, size + 1, back=back)
    more, found = len(found) > size, found[:size]
    if back:
        found.reverse()
    if not found:
        return ListPage([])
    has_previous, has_next = (more, True) if back else (bool(cursor), more)
    return page_between(found, rows, order, has_previous, has_next)


def leads_back(rows: Rows, order: Order, cursor: str) -> bool:
    """Whether a cursor leads to the page before a place."""
    return bool(cursor) and _unsealed(cursor, rows, order)[0]


def page_between(found: list[Any], rows: Rows, order: Order, has_previous: bool, has_next: bool) -> ListPage:
    """A page of these rows, with cursors for what stands beside them."""
    return ListPage(
        found,
        next=_sealed(rows, order, found[-1], back=False) if has_next else "",
        previous=_sealed(rows, order, found[0], back=True) if has_previous else "",
    )


def page_from(rows: QuerySet, order: Order, row: Any, *, size: int = PAGE_SIZE) -> ListPage:
    """The page that begins with this row of the list."""
    found = [row, *_read(rows, order, (_value(row, order.key), _value(row, order.id)), size, back=False)]
    return page_between(found[:size], rows, order, has_previous=True, has_next=len(found) > size)


def _read(rows: Rows, order: Order, place: tuple[Any, int] | None, size: int, *, back: bool) -> list[Any]:
    """Up to `size` rows from a place on, part after part; backwards from the last part to the first."""
    if not isinstance(rows, QuerySet):
        return rows.read(order, place, size, back=back)
    parts = list(enumerate(order.parts()))
    if back:
        parts.reverse()
    fields = (order.reversed() if back else order).fields
    found: list[Any] = []
    for number, part in parts:
        if len(found) == size:
            break
        if place and (number > order.part_of(place[0]) if back else number < order.part_of(place[0])):
            continue
        inside = rows.filter(part)
        if place and number == order.part_of(place[0]):
            inside = inside.filter(order.beyond(*place, back=back))
        found += inside.order_by(*fields)[: size - len(found)]
    return found


# The seal. Its nonce is a keyed hash of what is sealed: another for every text, and always the same for one.


def _sealed(rows: Rows, order: Order, row: Any, *, back: bool) -> str:
    plain = json.dumps([back, _value(row, order.key), _value(row, order.id)], separators=(",", ":")).encode()
    name = _list_name(rows, order)
    nonce = hmac.digest(_key("nonce"), name + plain, "sha256")[:NONCE]
    return urlsafe_b64encode(nonce + AESGCM(_key("seal")).encrypt(nonce, plain, name)).rstrip(b"=").decode()


def _unsealed(cursor: str, rows: Rows, order: Order) -> tuple[bool, tuple[Any, int]]:
    try:
        token = urlsafe_b64decode(cursor[:LONGEST_CURSOR].encode("ascii") + b"=" * (-len(cursor) % 4))
        plain = AESGCM(_key("seal")).decrypt(token[:NONCE], token[NONCE:], _list_name(rows, order))
    except (ValueError, InvalidTag) as error:
        raise CursorError from error
    back, value, row_id = json.loads(plain)
    return back, (value, row_id)


def _value(row: Any, path: str) -> Any:
    """Of a model instance, by way of others; a row of values has the path itself as the name of its column."""
    if isinstance(row, tuple):
        return getattr(row, path)
    for name in path.split("__"):
        row = getattr(row, name)
    return row


def _list_name(rows: Rows, order: Order) -> bytes:
    return f"{rows.model._meta.label} {' '.join(order.fields)}\n".encode()


def _key(purpose: str) -> bytes:
    return hashlib.sha256(f"timeline.paging {purpose} {settings.SECRET_KEY}".encode()).digest()
