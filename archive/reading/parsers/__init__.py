"""The parsers of formats that need big libraries. Only the reading process imports them.

Each takes the bytes of a file, the day of capture and what is known of the file from outside. It gives what it found, and where the next
piece begins if a long file is read in pieces.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from archive.reading.parsers.feeds import read_feed
from archive.reading.parsers.html import read_page
from archive.reading.parsers.mail import read_mail
from archive.reading.parsers.pdf import read_pdf
from archive.reading.parsers.rich_text import read_rich_text
from archive.reading.parsers.webarchive import read_wacz, read_warc
from archive.reading.parsers.word import read_word
from archive.reading.types import FEED, HTML, MAIL, PDF, RTF, WACZ, WARC, WORD, Held, ReadText

Found: TypeAlias = tuple[Sequence[ReadText | Held], int]
PARSERS: dict[str, Callable[..., Found]] = {
    HTML: lambda raw, **known: (read_page(raw, **known), 0),
    FEED: lambda raw, **known: (read_feed(raw, **known), 0),
    WORD: lambda raw, **known: (read_word(raw, **known), 0),
    RTF: lambda raw, **known: (read_rich_text(raw, **known), 0),
    MAIL: lambda raw, **known: (read_mail(raw, **known), 0),
    PDF: read_pdf,
    WARC: read_warc,
    WACZ: read_wacz,
}


def warm_up() -> None:
    """Parsers load the rest of themselves with their first page."""
    words = "The border will be open for everybody who wants to cross it, she said on the 17th of May."
    page = f"<html><title>Border talks</title><h1>Border talks</h1><p class=date>17 May 2019</p><p>{words}</p><p>{words}</p></html>"
    read_page(page.encode(), today=datetime.date(2020, 1, 1))


def parse(raw: bytes, said: dict[str, Any]) -> Found:
    """What is in the bytes of one file. `said` has its form, the day of capture, and what is known of it from outside."""
    known = {name: value for name, value in said.items() if name not in ("form", "today")}
    return PARSERS[said["form"]](raw, today=datetime.date.fromisoformat(said["today"]), **known)
