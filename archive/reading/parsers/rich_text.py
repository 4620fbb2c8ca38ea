"""The text of a file in Rich Text Format (.rtf)."""

from __future__ import annotations

import re
from typing import Any

from striprtf import striprtf

from archive.reading.parsers.html import UNPRINTABLE
from archive.reading.types import LARGEST, LARGEST_PDF, RTF, ReadText, Unreadable, expect_size

PICTURE = re.compile(rb"[0-9a-fA-F]{40,}+\s*+")  # no word is so long
BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
LINK = re.compile(r"HYPERLINK", re.IGNORECASE)
BROKEN = "The RTF file is damaged and can't be read. Open it, copy its text and paste that."
NO_TEXT = "The RTF file holds no text: what it shows are pictures. Run text recognition over it, and capture what comes out."

striprtf.specialchars |= {"cell": "\t", "nestcell": "\t"}


def read_rich_text(raw: bytes, **known: Any) -> list[ReadText]:
    """The one text of the file."""
    expect_size(raw, LARGEST_PDF)
    written = BEYOND_ASCII.sub(lambda one: f"\\'{one[0][0]:02x}".encode(), PICTURE.sub(b"", _without_binary(raw)))
    try:
        # The library would put the address of a link among the words of its sentence.
        text = striprtf.rtf_to_text(LINK.sub("LINK", written.decode("ascii")), errors="replace")  # type: ignore[no-untyped-call]
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    except (LookupError, ValueError, TypeError, OverflowError) as error:
        raise Unreadable(BROKEN) from error
    text = UNPRINTABLE.sub("", text).strip("\n")
    if not text.strip():
        raise Unreadable(NO_TEXT)
    if len(text.encode()) > LARGEST:
        raise Unreadable("The text of the RTF file is longer than the 2 MB that a document may have.")
    return [ReadText(text, "rtf", "format", RTF)]


def _without_binary(raw: bytes) -> bytes:
    """The file without pictures that stand in it as bytes, so many as it says."""
    kept, at = list[bytes](), 0
    for match in BINARY.finditer(raw):
        if match.start() >= at:
            kept.append(raw[at : match.start()])
            at = match.end() + int(match[1])
    return b"".join([*kept, raw[at:]])
