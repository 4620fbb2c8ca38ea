"""Bytes in, text out: what editors bring is read without changing a character, or refused with a sentence that says why.

Plain text and subtitles are read here. All other forms are read by a process apart (`reader`), which loads the big parsers when
first needed and is killed and replaced when a hostile file runs over its limits.
"""

from __future__ import annotations

import datetime

from archive.reading.forms import form_of
from archive.reading.plain import normalise_pasted, read_plain
from archive.reading.reader import reader
from archive.reading.types import LARGEST, LARGEST_FILE, TEXT, DateRead, Locator, ReadText, Unreadable

__all__ = [
    "LARGEST",
    "LARGEST_FILE",
    "TEXT",
    "DateRead",
    "Locator",
    "ReadText",
    "Unreadable",
    "form_of",
    "normalise_pasted",
    "read",
    "read_plain",
]


def read(raw: bytes, name: str = "", *, today: datetime.date, form: str = "", charset: str = "", address: str = "") -> list[ReadText]:
    """The documents in one file: one, or those of a feed. `charset` and `address` are what the bytes came with."""
    form = form or form_of(raw, name)
    if form == TEXT:
        return [read_plain(raw)]
    return reader.read(raw, form=form, today=today.isoformat(), charset=charset, address=address)
