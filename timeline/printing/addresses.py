"""Addresses of rows by their slug or public id, for lists that hold hundreds of them.

`reverse` searches the table of addresses each time, for 25 µs. Here it is asked once for each route, and what stands around the slug kept.
"""

from functools import cache, lru_cache
from html import escape
from urllib.parse import quote

from django.urls import reverse
from django.utils.safestring import SafeString

A_SLUG = "a0slug"  # fits every route, and stands in no address of ours
UNQUOTED = "/~:@!$&'()*+,;="  # as `reverse` leaves them


def address(route: str, slug: str) -> str:
    """What `reverse(route, args=[slug])` answers."""
    before, after = _around(route)
    return f"{before}{quote(slug, safe=UNQUOTED)}{after}"


@lru_cache(maxsize=10_000)
def link(route: str, slug: str) -> SafeString:
    """The same as it stands in an attribute of a page."""
    return SafeString(escape(address(route, slug)))


@cache
def list_address(route: str) -> str:
    """What `reverse(route)` answers."""
    return reverse(route)


@lru_cache(maxsize=5_000)
def period_address(route: str, *parts: str) -> str:
    """The page of a year, a month or a day."""
    return reverse(route, args=parts)


@cache
def _around(route: str) -> tuple[str, str]:
    before, _, after = reverse(route, args=[A_SLUG]).partition(A_SLUG)
    return before, after
