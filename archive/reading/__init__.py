"""Bytes in, text out: what editors bring is read, or refused with a sentence that says why.

Plain text and subtitles are read here; a text that is the source of a page is read as that page. All other forms are read by a process
apart (`reader`), which loads the big parsers when they are needed and is killed and replaced when a hostile file runs over its limits.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.reading.encodings import decode
from archive.reading.forms import form_of, is_source
from archive.reading.letters import CHOICES
from archive.reading.plain import normalise_pasted, read_plain
from archive.reading.reader import reader
from archive.reading.sheets import whole_text
from archive.reading.subtitles import read_subtitles
from archive.reading.types import (  # fmt: skip
    FEED,
    HTML,
    LARGEST,
    LARGEST_FILE,
    MAIL,
    PDF,
    SUBTITLES,
    TEXT,
    WACZ,
    WARC,
    DateRead,
    Held,
    Locator,
    ReadText,
    Unreadable,
)
from archive.reading.unread import expect_readable

__all__ = [
    "CHOICES",
    "LARGEST",
    "LARGEST_FILE",
    "TEXT",
    "DateRead",
    "Locator",
    "ReadText",
    "Refusal",
    "Unreadable",
    "form_of",
    "normalise_pasted",
    "read",
    "read_plain",
]
NO_TEXT = "The PDF holds no text: its pages are pictures. Run text recognition over it, and capture what comes out."


@dataclass(frozen=True, slots=True)
class Refusal:
    """One page of an archive that can't be read, though others can: its address, and the sentence."""

    address: str
    sentence: str


def read(
    raw: bytes, name: str = "", *, today: datetime.date, form: str = "", charset: str = "", address: str = ""
) -> Iterator[ReadText | Refusal]:
    """The documents in one file: one, or the entries of a feed, or the pages of a web archive as they are read.

    `charset` and `address` are as the bytes came, or as who brings them says. Raises Unreadable where nothing in the file can be read.
    """
    if not form:
        form = form_of(raw, name)
        if not _looks_so(raw, form):
            expect_readable(raw)
        charset = charset if charset and not _tells_its_letters(raw, form) else ""
    if form == TEXT and not is_source(raw):
        yield read_plain(raw, charset)
    elif form == SUBTITLES:
        yield read_subtitles(raw, charset)
    elif form == PDF:
        yield _joined(reader.read(raw, form=form, today=today.isoformat()))
    elif form in (WARC, WACZ):
        yield from _archived(raw, form, today)
    else:
        form = HTML if form == TEXT else form
        yield from reader.read(raw, form=form, today=today.isoformat(), charset=charset, address=address)


def _looks_so(raw: bytes, form: str) -> bool:
    """Whether the bytes have this form, whatever the file is named; a mail may stand below the line with which folders begin one."""
    is_mail = form == MAIL and raw.startswith(b"From ")
    return is_mail or (form not in (TEXT, WACZ) and form == form_of(raw))


def _tells_its_letters(raw: bytes, form: str) -> bool:
    """Whether it is a page that knows better than who brings it how it is written."""
    return (form in (HTML, FEED) or (form == TEXT and is_source(raw))) and decode(raw).source != "guessed"


def _joined(pieces: list[ReadText]) -> ReadText:
    """The pieces of a long PDF as one text."""
    pages = [(one.words, piece.text[one.start : one.end]) for piece in pieces for one in piece.locators]
    text, places = whole_text([words for _, words in pages])
    if not text.strip():
        raise Unreadable(NO_TEXT)
    locators = (Locator(start, end, page) for (page, _), (start, end) in zip(pages, places, strict=True) if end > start)
    return replace(pieces[0], text=text, locators=tuple(locators))


def _archived(raw: bytes, form: str, today: datetime.date) -> Iterator[ReadText | Refusal]:
    """Each page of a web archive. One that can't be read does not stop the others."""
    is_empty = True
    for page in _pages(raw, form, today):
        is_empty = False
        seen = datetime.date.fromisoformat(page.seen) if page.seen else today
        try:
            for one in read(page.raw, today=min(seen, today), form=page.form, charset=page.charset, address=page.address):
                yield of_page(one, page) if isinstance(one, ReadText) else one
        except Unreadable as refusal:
            yield Refusal(page.address, str(refusal))
    if is_empty:
        raise Unreadable("The web archive holds no pages: no answer with a web page, a PDF or a text in it.")


def of_page(text: ReadText, page: Held) -> ReadText:
    """With what the web archive tells of the page's fetching, where it does."""
    return replace(text, raw=page.raw, seen=page.seen, address=page.address or text.address, fetched=page.address)


def _pages(raw: bytes, form: str, today: datetime.date) -> Iterator[Held]:
    files = [Held(raw, WARC)] if form == WARC else reader.unpack(raw, form=form, today=today.isoformat())
    for file in files:
        yield from reader.unpack(file.raw, form=WARC, today=today.isoformat(), only=list(file.only))
