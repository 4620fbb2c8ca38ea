"""The text of a file in Rich Text Format (.rtf)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from striprtf import striprtf

from archive.reading.parsers.html import UNPRINTABLE
from archive.reading.types import LARGEST, LARGEST_PDF, RTF, ReadText, Unreadable, expect_size

TOKEN = re.compile(rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\.|[{}]|[^\\{}]++", re.DOTALL)
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
UNREAD = frozenset(b"fldinst pict objdata themedata datastore fontemb".split())  # addresses of links, and what stands in long numbers
HIDES = (b"v", b"deleted")
BACKSLASH = {rb"\\": rb"\'5c"}  # the library would take what follows for a word of the format
LAYOUT = (b"par", b"cell", b"row")
BROKEN = "The RTF file is damaged and can't be read. Open it, copy its text and paste that."
NO_TEXT = "The RTF file holds no text: what it shows are pictures. Run text recognition over it, and capture what comes out."

striprtf.specialchars |= {"cell": "\t", "nestcell": "\t"}


def read_rich_text(raw: bytes, **known: Any) -> list[ReadText]:
    """The one text of the file."""
    expect_size(raw, LARGEST_PDF)
    written = BEYOND_ASCII.sub(lambda one: f"\\'{one[0][0]:02x}".encode(), Shown(raw).written())
    try:
        text = striprtf.rtf_to_text(written.decode("ascii"), errors="replace")  # type: ignore[no-untyped-call]
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    except (LookupError, ValueError, TypeError, OverflowError) as error:
        raise Unreadable(BROKEN) from error
    text = UNPRINTABLE.sub("", text).strip("\n")
    if not text.strip():
        raise Unreadable(NO_TEXT)
    if len(text.encode()) > LARGEST:
        raise Unreadable("The text of the RTF file is longer than the 2 MB that a document may have.")
    return [ReadText(text, "rtf", "format", RTF)]


@dataclass(slots=True)
class Group:
    """What stands within braces: where it is written, and what hides its words."""

    written: list[bytes]
    hidden: frozenset[bytes] = frozenset()


class Shown:
    """The file without what it does not show, and with its footnotes behind its text."""

    def __init__(self, raw: bytes) -> None:
        self.raw, self.at = raw, 0
        self.notes: list[bytes] = []
        self.groups = [Group([])]

    def written(self) -> bytes:
        text = self.groups[0].written
        while (token := TOKEN.search(self.raw, self.at)) is not None:
            self.at = token.end()
            if token[0] == b"}" and len(self.groups) <= 2:
                break
            self._take(token)
        return b"".join([*text, *self.notes, b"}"])

    def _take(self, token: re.Match[bytes]) -> None:
        if token[0] == b"}":
            self.groups.pop()
        group = self.groups[-1]
        if token[0] == b"{":
            self.groups.append(replace(group))
        self._turn(group, token["word"], token["number"])
        if token["word"] != b"footnote" and not (group.hidden and _is_said(token)):
            group.written.append(BACKSLASH.get(token[0], token[0]))

    def _turn(self, group: Group, word: bytes | None, number: bytes | None) -> None:
        """What a word says of the rest of its group, or of the bytes behind it."""
        if word in UNREAD:
            group.written = []
        elif word == b"footnote":
            group.written = self.notes
            self.notes.append(b"\\par ")
        elif word in HIDES:
            group.hidden = group.hidden - {word} if number == b"0" else group.hidden | {word}
        elif word == b"plain":
            group.hidden = frozenset()
        elif word == b"bin" and self.at + int(number or 0) <= len(self.raw):
            self.at += int(number or 0)


def _is_said(token: re.Match[bytes]) -> bool:
    """Whether it gives letters or signs."""
    word = token["word"]
    if word is None:
        return token[0] not in b"{}"
    return word == b"u" or (word not in LAYOUT and word.decode() in striprtf.specialchars)
