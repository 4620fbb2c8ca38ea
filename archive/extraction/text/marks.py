"""Reads what is typed in several characters as the one that it stands for: letters apart from their marks, as texts out of PDF files have
them ("e" and an accent for "é"), the ``marks'' of wires, letters as YAML escapes them; and over what is not seen, soft hyphens and marks
of no width within words, and the "> " with which a mail quotes another.

Extraction reads a mask in which they are one letter each, and what it finds is brought back to its places and words in the text as it is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, fields, replace
from typing import Any

from archive.extraction.types import Value

MARK = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
UNSEEN = "\u00ad\u200b\u2060"
# Stands in the mask for the line break and the "> " before a line that a mail quotes; it is in no text that is read otherwise.
QUOTES = "\u2029"
QUOTING = r"(?:\r?\n|\A)(?:(?:>[^\S\n]){1,9}+|>(?=\r?\n|[^\W\d_]))"
ESCAPED = r"\\(?:_|u(?![dD][89a-fA-F]|00[01])[0-9a-fA-F]{4})"
TYPED = re.compile(rf"[^\W\d_][{MARK}]++|[{UNSEEN}]++|(?<=\w)\ufeff(?=\w)|\u2011|{QUOTES}|``|''|{QUOTING}|{ESCAPED}")
STANDS_FOR = {"\\_": " ", "``": "“", "''": '"', "\u2011": "-", "\ufeff": "", QUOTES: "\n", **dict.fromkeys(UNSEEN, "")}
WORD = re.compile(rf"(?:[^\W_][{MARK}]*+)++")
MARKS = re.compile(rf"[{MARK}]++")
# Marks on these show the stress and are no part of the spelling; on other letters they are.
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
SPANS = ("sentences", "duplicates")
NAMES = ("name", "role", "place")


@dataclass(frozen=True, slots=True)
class Mask:
    """The `text` to read instead of the `original`. From `places[n]` on, what is read stands `shifts[n]` characters further on in it.

    `spelt` are words whose marks no letter holds, by how they are read.
    """

    original: str
    text: str
    places: tuple[int, ...]
    shifts: tuple[int, ...]
    spelt: dict[str, str]

    def at(self, place: int) -> int:
        return place + self.shifts[bisect_right(self.places, place) - 1]

    def unmasked(self, value: Any) -> Any:
        """The value with its places and words as they are in the original; names keep their letters in one."""
        if isinstance(value, tuple):
            return tuple(self.unmasked(item) for item in value)
        if not isinstance(value, Value):
            return value
        changed = {field.name: self._field(field.name, getattr(value, field.name)) for field in fields(value)}  # type: ignore[arg-type]
        if "text" in changed and changed.get("start") is not None:
            changed["text"] = self.original[changed["start"] : changed["end"]]
        if "chars" in changed:
            changed["chars"] = len(self.original)
        return replace(value, **changed)  # type: ignore[type-var]

    def _field(self, name: str, value: Any) -> Any:
        if name in ("start", "end") and value is not None:
            return self.at(value)
        if name in SPANS:
            return tuple((self.at(start), self.at(end)) for start, end in value)
        if name in NAMES and value and self.spelt:
            return WORD.sub(lambda word: self.spelt.get(word[0], word[0]), value)
        return self.unmasked(value)


def mask_of(text: str) -> Mask | None:
    """The mask of a text that has such characters, or None."""
    if not TYPED.search(text):
        return None
    written, places, shifts, at = list[str](), [0], [0], 0
    for match in TYPED.finditer(text):
        letter = _letter(match[0])
        written += [text[at : match.start()], letter]
        at = match.end()
        shifts.append(shifts[-1] + len(match[0]) - len(letter))
        places.append(at - shifts[-1])
    return Mask(text, "".join([*written, text[at:]]), tuple(places), tuple(shifts), _spelt(text))


def _letter(typed: str) -> str:
    known = STANDS_FOR.get(typed)
    if known is not None:
        return known
    if ">" in typed:
        return QUOTES
    if typed[0] == "\\":
        return chr(int(typed[2:], 16))
    return "" if typed[0] in UNSEEN else MARKS.sub("", unicodedata.normalize("NFC", typed))


def is_quoted_line(text: str, start: int) -> bool:
    """Whether the line that begins there, in the text that is read, is one that a mail quotes."""
    while start and text[start - 1] in " \t\xa0\ufeff":
        start -= 1
    return start > 0 and text[start - 1] == QUOTES


def _spelt(text: str) -> dict[str, str]:
    found = {}
    for word in WORD.findall(text):
        printed = unicodedata.normalize("NFC", word) if MARKS.search(word) else ""
        if MARKS.search(printed) and not CYRILLIC.search(printed):
            found[MARKS.sub("", printed)] = printed
    return found
