"""The parsers of formats that need big libraries. Only the reading process imports them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from archive.reading.parsers.html import read_page
from archive.reading.types import HTML, ReadText

PARSERS: dict[str, Callable[..., list[ReadText]]] = {HTML: read_page}


def parse(raw: bytes, said: dict[str, Any]) -> list[ReadText]:
    """The documents in the bytes of one file. `said` has its form, the day of capture, and what is known of it from outside."""
    known = {name: value for name, value in said.items() if name not in ("form", "today")}
    return PARSERS[said["form"]](raw, today=datetime.date.fromisoformat(said["today"]), **known)
