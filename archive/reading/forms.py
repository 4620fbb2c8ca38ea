"""Which form a file has: its first bytes tell, and where they don't, the end of its name."""

from __future__ import annotations

import re
import zlib
from pathlib import PurePath

from archive.reading.types import FEED, HTML, PDF, SUBTITLES, TEXT, WACZ, WARC

ENDINGS = {
    ".txt": TEXT, ".text": TEXT, ".md": TEXT, ".markdown": TEXT,
    ".srt": SUBTITLES, ".vtt": SUBTITLES,
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".xht": HTML, ".shtml": HTML,
    ".rss": FEED, ".atom": FEED, ".rdf": FEED,
    ".pdf": PDF, ".warc": WARC, ".wacz": WACZ,
}  # fmt: skip
ABOVE = re.compile(rb"(?:\s++|<!--(?:[^-]++|-(?!->))*+-->|<\?[^>]{0,500}>)*+", re.DOTALL)
ROOT = re.compile(rb"<(?:(?P<html>!doctype\s+html|html|head|body)|(?P<feed>rss|feed|rdf:rdf|channel))\b", re.IGNORECASE)


def form_of(raw: bytes, name: str = "") -> str:
    """One of the names above; what looks like none of them is text."""
    return _by_magic(raw) or ENDINGS.get(PurePath(name).suffix.lower()) or _by_markup(raw) or TEXT


def _by_magic(raw: bytes) -> str | None:
    if raw.startswith(b"%PDF-"):
        return PDF
    if raw.startswith(b"PK\x03\x04"):
        return WACZ
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
    opening = raw[:8192].replace(b"\x00", b"")  # also UTF-16
    opening = opening[next((at for at in range(min(4, len(opening))) if opening[at] < 0x80), 0) :]
    root = ROOT.match(opening, ABOVE.match(opening).end())  # type: ignore[union-attr]
    return (HTML if root["html"] else FEED) if root else None
