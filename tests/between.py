"""What somebody else does between two reads of one request."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def before_reading(words: str, act: Callable[[], object], *, time: int = 1) -> Iterator[None]:
    """The act comes once, before a query that holds these words: the first of them, or that at which `time` it is."""
    met = 0

    def look(execute: Callable[..., object], sql: str, params: Any, many: bool, context: dict[str, Any]) -> object:
        nonlocal met
        if met < time and words in sql:
            met += 1
            if met == time:
                act()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield
    assert met == time
