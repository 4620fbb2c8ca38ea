"""Reads plain text. Line ends and every character stay as they are, so that offsets count in what was brought."""

from __future__ import annotations

import codecs

from archive.reading.types import ReadText, Unreadable, expect_size, expect_words

MARKS = [(codecs.BOM_UTF8, "utf-8-sig", "UTF-8"), (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"), (codecs.BOM_UTF16_BE, "utf-16", "UTF-16")]


def read_plain(raw: bytes) -> ReadText:
    """The text of the bytes. Refuses what is too large, not UTF-8 (or UTF-16 with its mark), binary or blank."""
    expect_size(raw)
    mark, encoding, called = next((one for one in MARKS if raw.startswith(one[0])), (b"", "utf-8", "UTF-8"))
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + (len(mark) if mark == codecs.BOM_UTF8 else 0)
        raise Unreadable(f"The file is not {called} text: byte {at} can't be read. Save it as UTF-8 and try again.") from error
    if "\x00" in text:
        raise Unreadable(f"The file has a NUL character at position {text.index(chr(0))}; it is not a text.")
    return ReadText(expect_words(text), encoding, "bom" if mark else "content")


def normalise_pasted(text: str) -> str:
    """Pasted text with every line end as one LF: browsers send CRLF whatever was pasted."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
