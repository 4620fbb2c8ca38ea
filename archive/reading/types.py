"""What reading finds, as frozen values: the text of a document, what its page says of it, and where in it a page or time code begins."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from math import ceil
from typing import Any
from urllib.parse import urljoin, urlsplit

TEXT, SUBTITLES, HTML, FEED, PDF, WARC, WACZ = "text", "subtitles", "html", "feed", "pdf", "warc", "wacz"
WORD, RTF, MAIL = "word", "rtf", "mail"
LARGEST = 2 * 1024 * 1024  # of a text, a page, a feed, and of the text that is read out of any file
LARGEST_PDF = 20 * 1024 * 1024  # and of other files that hold pictures beside their text
LARGEST_ARCHIVE = 50 * 1024 * 1024
LARGEST_FILE = max(LARGEST, LARGEST_PDF, LARGEST_ARCHIVE)

ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]{1,1992}")


class Unreadable(ValueError):  # noqa: N818 a refusal, named like archive.errors.Refused
    """The bytes are refused; the message is a sentence for the editor."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where the characters from `start` to `end` stand in the source, in words: “p. 3”, “00:01:12”."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class DateRead:
    """One date that a page tells of itself, and the place that tells it."""

    edtf: str
    source: str


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of one document and how it was written.

    `encoding` is "utf-8-sig" where a byte order mark stood before UTF-8; `encoding_source` tells who says so: "bom", "header", "meta",
    "content" (the bytes themselves are valid UTF-8), "guessed", or "format" where the file's format leaves no choice. `raw` are the
    document's own bytes where the file holds several, and `seen` the day on which a web archive fetched them. `published_readings` has
    several dates where the page's disagree; `published` is then the likeliest. `address` is what the page says of
    itself, `fetched` where it was found, if it was fetched.
    """

    text: str
    encoding: str
    encoding_source: str = "content"
    form: str = TEXT
    title: str = ""
    site: str = ""
    author: str = ""
    language: str = ""
    address: str = ""
    fetched: str = ""
    published: str = ""
    published_source: str = ""
    published_readings: tuple[DateRead, ...] = ()
    locators: tuple[Locator, ...] = ()
    seen: str = ""
    raw: bytes | None = None

    def to_json(self) -> dict[str, Any]:
        """For the worker's answer; the bytes travel beside it."""
        written = asdict(self)
        del written["raw"]
        return written

    @classmethod
    def from_json(cls, written: dict[str, Any], raw: bytes | None) -> ReadText:
        readings = tuple(DateRead(**one) for one in written.pop("published_readings"))
        locators = tuple(Locator(**one) for one in written.pop("locators"))
        return cls(**written, published_readings=readings, locators=locators, raw=raw)


@dataclass(frozen=True, slots=True)
class Held:
    """One file within an archive, still to be read: its bytes, its form, and what the archive says of it.

    `seen` is the day on which it was fetched, in ISO 8601; `only` are the addresses of a web archive's pages, where it lists them.
    """

    raw: bytes
    form: str
    address: str = ""
    charset: str = ""
    seen: str = ""
    only: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {"form": self.form, "address": self.address, "charset": self.charset, "seen": self.seen, "only": list(self.only)}


def expect_size(raw: bytes, largest: int = LARGEST) -> None:
    if len(raw) > largest:
        raise Unreadable(f"The file has {ceil(len(raw) / 2**20 * 10) / 10:.1f} MB; a document has at most {largest // 1024 // 1024} MB.")


def expect_words(text: str) -> str:
    """The text, unless nothing can be read in it."""
    if not text.strip():
        raise Unreadable("The file is empty." if not text else "The file holds nothing but white space.")
    return text


def absolute_address(written: str, base: str = "") -> str:
    """The http(s) address that is written, perhaps relative to `base`; empty where it is none, or damaged."""
    try:
        found = urljoin(base, written.strip())
        urlsplit(found)  # refuses what is no host
    except ValueError:
        return ""
    return found if ADDRESS.fullmatch(found) else ""
