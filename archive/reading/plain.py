"""Reads plain text. Line ends and every character stay as they are, so that offsets count in what was brought."""

from __future__ import annotations

import codecs

from archive.reading.encodings import known_encoding
from archive.reading.letters import CHOICES, decoded, guess
from archive.reading.types import ReadText, Unreadable, expect_size, expect_words

MARKS = [(codecs.BOM_UTF8, "utf-8-sig", "UTF-8"), (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"), (codecs.BOM_UTF16_BE, "utf-16", "UTF-16")]
SAVE = "Save it as UTF-8 and try again."
CHOOSE = "Choose the encoding that it is written in (the command has --encoding for it), or save it as UTF-8 and try again."


def read_plain(raw: bytes, charset: str = "") -> ReadText:
    """The text of the bytes: UTF-8; else as told by who brings them; else in the encoding of an old program where that is sure.

    Refuses what is too large, binary or blank, and what may be written in several ways.
    """
    expect_size(raw)
    mark, encoding, called = next((one for one in MARKS if raw.startswith(one[0])), (b"", "utf-8", "UTF-8"))
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + (len(mark) if mark == codecs.BOM_UTF8 else 0)
        refusal = f"The file is not {called} text: byte {at} can't be read."
        return _in_other_letters(raw, charset, refusal, SAVE if mark else CHOOSE)
    if "\x00" in text:
        return _in_other_letters(raw, charset, f"The file has a NUL character at position {text.index(chr(0))}; it is not a text.", "")
    return ReadText(expect_words(text), encoding, "bom" if mark else "content")


def _in_other_letters(raw: bytes, charset: str, refusal: str, advice: str) -> ReadText:
    charset = charset if charset in CHOICES else known_encoding(charset) or ""
    text = decoded(raw, charset) if charset else None
    if text is not None and "\x00" not in text:
        return ReadText(expect_words(text), charset, "header")
    found = guess(raw)
    if found.text is not None and not charset:
        return ReadText(expect_words(found.text), found.encoding, "guessed")
    may_be = f"It may be {' or '.join(found.names)}." if found.names else ""
    raise Unreadable(" ".join(sentence for sentence in (refusal, may_be, advice) if sentence))


def normalise_pasted(text: str) -> str:
    """Pasted text with every line end as one LF: browsers send CRLF whatever was pasted."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
