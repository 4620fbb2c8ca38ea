"""The text of a PDF, page after page. A long one is read in pieces, as long as its pages are as light as pages of text are."""

from __future__ import annotations

import io
import re
import time
from typing import Any

import pypdf
from pypdf.errors import PyPdfError

from archive.reading.parsers.html import UNPRINTABLE
from archive.reading.parsers.layout import as_read, lines_of, text_of
from archive.reading.types import LARGEST, LARGEST_PDF, PDF, Locator, ReadText, Unreadable, expect_size

MOST_PAGES = 200
A_PIECE = 0.9  # seconds of work before the rest is left for the next piece
LEAST_PAGES = 8  # that a piece has to get through, or the file is no text
FAULTS = (
    PyPdfError, NotImplementedError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, AssertionError, OSError,
)  # fmt: skip
BROKEN = "The PDF is damaged and can't be read. Open it, copy its text and paste that."


def read_pdf(raw: bytes, *, begin: int = 0, **known: Any) -> tuple[list[ReadText], int]:
    """The text of the pages from the one numbered `begin`, and the number of the first page left to read, 0 where none is."""
    expect_size(raw, LARGEST_PDF)
    try:
        return _read(raw, begin)
    except FAULTS as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(BROKEN) from error


def _read(raw: bytes, begin: int) -> tuple[list[ReadText], int]:
    file = pypdf.PdfReader(io.BytesIO(raw), strict=False)
    if file.is_encrypted and not file.decrypt(""):
        raise Unreadable("The PDF is locked with a password. Save it without one and try again.")
    count = len(file.pages)
    if count > MOST_PAGES:
        raise Unreadable(f"The PDF has {count} pages; at most {MOST_PAGES} are read. Divide it.")
    began, number = time.process_time(), begin
    text, locators = "", list[Locator]()
    while number < count and time.process_time() - began < A_PIECE:
        page = _clean(text_of(as_read(lines_of(file.pages[number]))))
        number += 1
        locators.append(Locator(len(text), len(text) + len(page), f"p. {number}"))
        text += f"{page}\n\n"
        if len(text) > LARGEST:
            raise Unreadable("The PDF's text is longer than the 2 MB that a document may have.")
    if number < count and number - begin < LEAST_PAGES:
        raise Unreadable("The PDF's pages are too heavy to be read. Open it, copy its text and paste that.")
    return [ReadText(text, "pdf", "format", PDF, locators=tuple(one for one in locators if one.end > one.start))], number % max(count, 1)


def _clean(page: str) -> str:
    lines = (line.rstrip() for line in UNPRINTABLE.sub("", page).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
