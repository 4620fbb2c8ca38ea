"""Which form a file has: its first bytes tell, and where they don't, the end of its name."""

from __future__ import annotations

import re
import zlib
from pathlib import PurePath

from archive.reading.types import FEED, HTML, MAIL, PDF, RTF, SUBTITLES, TEXT, WACZ, WARC, WORD

ENDINGS = {
    ".txt": TEXT, ".text": TEXT, ".md": TEXT, ".markdown": TEXT,
    ".srt": SUBTITLES, ".vtt": SUBTITLES,
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".xht": HTML, ".shtml": HTML,
    ".rss": FEED, ".atom": FEED, ".rdf": FEED,
    ".pdf": PDF, ".warc": WARC, ".wacz": WACZ, ".docx": WORD, ".rtf": RTF, ".eml": MAIL, ".mht": MAIL, ".mhtml": MAIL,
}  # fmt: skip
ABOVE = re.compile(rb"(?:\s++|<!--(?:[^-]++|-(?!->))*+-->|<\?[^>]{0,500}>)*+", re.DOTALL)
LOOKED_AT = 8192
LEAST_TAGS = 3
TAGGED = re.compile(rb"<(?:p|div|span|article|section|main|h[1-6]|ul|ol|table|blockquote|header)\b[^<>]{0,500}>", re.IGNORECASE)
CLOSING = re.compile(rb"</(?:p|div|span|a|b|em|i|strong|li|td|h[1-6]|section|article|blockquote)\s*>", re.IGNORECASE)
HEAD = re.compile(rb"(?:[!-9;-~]{1,60}+:[^\n]*+(?:\n[ \t][^\n]*+)*+(?:\n|$))++")
CARRIED = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path|DKIM-Signature)\s*:", re.IGNORECASE | re.MULTILINE)
ROOT = re.compile(rb"<(?:(?P<html>!doctype\s+html|html|head|body)|(?P<feed>rss|feed|rdf:rdf|channel))\b", re.IGNORECASE)


def form_of(raw: bytes, name: str = "") -> str:
    """One of the names above; what looks like none of them is text."""
    return _by_magic(raw) or ENDINGS.get(PurePath(name).suffix.lower()) or _by_markup(raw) or _by_head(raw) or TEXT


def is_source(raw: bytes) -> bool:
    """Whether a text is the source of a web page, or of a piece of one: it begins and ends with a tag, and its paragraphs are marked up."""
    opening = raw[:LOOKED_AT].strip()
    is_page = (root := _root(opening)) is not None and bool(root["html"])
    return is_page or (bool(TAGGED.match(opening)) and raw.rstrip().endswith(b">") and len(CLOSING.findall(opening)) >= LEAST_TAGS)


def _by_magic(raw: bytes) -> str | None:
    if raw.startswith(b"%PDF-"):
        return PDF
    if raw.startswith(b"{\\rtf"):
        return RTF
    if raw.startswith(b"PK\x03\x04"):
        return WORD if b"word/" in raw and b"[Content_Types].xml" in raw else WACZ
    if raw.startswith(b"WARC/") or (raw.startswith(b"\x1f\x8b") and _opening_of(raw).startswith(b"WARC/")):
        return WARC
    return SUBTITLES if raw.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") else None


def _opening_of(raw: bytes) -> bytes:
    """The first few bytes of a gzip file."""
    try:
        return zlib.decompressobj(wbits=31).decompress(raw[:4096], 64)
    except zlib.error:
        return b""


def _by_markup(raw: bytes) -> str | None:
    opening = raw[:LOOKED_AT].replace(b"\x00", b"")  # also UTF-16
    root = _root(opening[next((at for at in range(min(4, len(opening))) if opening[at] < 0x80), 0) :])
    return (HTML if root["html"] else FEED) if root else None


def _root(opening: bytes) -> re.Match[bytes] | None:
    return ROOT.match(opening, ABOVE.match(opening).end())  # type: ignore[union-attr]


def _by_head(raw: bytes) -> str | None:
    """A mail tells in its head who carried it; a text with “From:” over it does not."""
    head = re.split(rb"\r?\n\r?\n", raw[:LOOKED_AT], maxsplit=1)[0]
    return MAIL if HEAD.fullmatch(head) and CARRIED.search(head) else None
