"""Visits to one host after another, with a pause between them as long as the site wants, and never none."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from archive.fetching.addresses import read_address
from archive.fetching.unfetched import Busy
from archive.fetching.visiting import Page, Visitor

SHORTEST = 2.0  # seconds between two visits to a host
LONGEST = 120.0  # of what a site may ask for; who wants more closes its pages in robots.txt


class Visits(Protocol):
    """When each host was visited last: a dict, or what all processes share."""

    def get(self, host: str, /) -> float | None: ...
    def __setitem__(self, host: str, at: float, /) -> None: ...


class Pace:
    """A visitor that takes its time. It refuses to wait longer than its `patience`. `sleep` and `clock` are handed in by tests.

    The clock is the one on the wall: of several processes that share their `visits`, each reads the same.
    """

    def __init__(
        self,
        visitor: Visitor,
        *,
        visits: Visits | None = None,
        patience: float = LONGEST,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.visitor, self.patience, self._sleep, self.clock = visitor, patience, sleep, clock
        self._visits = {} if visits is None else visits

    def visit(self, url: str, *, etag: str = "", last_modified: str = "") -> Page:
        host = read_address(url).host
        self._wait(host, url)
        self._visits[host] = self.clock()
        try:
            return self.visitor.visit(url, etag=etag, last_modified=last_modified)
        finally:
            self._visits[host] = self.clock()

    def _wait(self, host: str, url: str) -> None:
        last = self._visits.get(host)
        if last is None:
            return
        pause = min(max(SHORTEST, self.visitor.delay(url)), LONGEST)
        left = min(last + pause - self.clock(), pause)  # also where somebody set the clock back
        if left > self.patience:
            raise Busy(f"{host} was visited just now and wants {pause:.0f} seconds between two visits. Try again in {left:.0f} seconds.")
        if left > 0:
            self._sleep(left)
