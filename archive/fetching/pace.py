"""Visits to one host after another, with a pause between them as long as the site wants, and never none."""

from __future__ import annotations

import time
from collections.abc import Callable

from archive.fetching.addresses import read_address
from archive.fetching.visiting import Page, Visitor

SHORTEST = 2.0  # seconds between two visits to a host
LONGEST = 120.0  # of what a site may ask for; who wants more closes its pages in robots.txt


class Pace:
    """A visitor that takes its time. `sleep` and `clock` are handed in by tests."""

    def __init__(
        self, visitor: Visitor, *, sleep: Callable[[float], None] = time.sleep, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.visitor, self._sleep, self._clock = visitor, sleep, clock
        self._last: dict[str, float] = {}

    def visit(self, url: str, *, etag: str = "", last_modified: str = "") -> Page:
        host = read_address(url).host
        if host in self._last:
            pause = min(max(SHORTEST, self.visitor.delay(url)), LONGEST)
            left = self._last[host] + pause - self._clock()
            if left > 0:
                self._sleep(left)
        try:
            return self.visitor.visit(url, etag=etag, last_modified=last_modified)
        finally:
            self._last[host] = self._clock()
