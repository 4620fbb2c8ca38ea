"""Reads plain text. Line ends and every character stay as they are, so that offsets count in what was brought."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

LARGEST = 2 * 1024 * 1024


class Unreadable(ValueError):  # noqa: N818 a refusal, named like archive.errors.Refused
    """The bytes are refused; the message is a sentence for the editor."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of a file and how it was written: "utf-8", or "utf-8-sig" where a byte order mark stood before it."""

    text: str
    encoding: str


def read_plain(raw: bytes) -> ReadText:
    """The text of the bytes. Refuses what is too large, not UTF-8, binary or blank."""
    if len(raw) > LARGEST:
        raise Unreadable(f"The file has {len(raw) / 1024 / 1024:.1f} MB; a document has at most {LARGEST // 1024 // 1024} MB.")
    marked = raw.startswith(codecs.BOM_UTF8)
    try:
        text = raw.decode("utf-8-sig" if marked else "utf-8")
    except UnicodeDecodeError as error:
        at = error.start + (len(codecs.BOM_UTF8) if marked else 0)
        raise Unreadable(f"The file is not UTF-8 text: byte {at} can't be read. Save it as UTF-8 and try again.") from error
    if "\x00" in text:
        raise Unreadable(f"The file has a NUL character at position {text.index(chr(0))}; it is not a text.")
    if not text.strip():
        raise Unreadable("The file is empty." if not text else "The file holds nothing but white space.")
    return ReadText(text, "utf-8-sig" if marked else "utf-8")


def normalise_pasted(text: str) -> str:
    """Pasted text with every line end as one LF: browsers send CRLF whatever was pasted."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
