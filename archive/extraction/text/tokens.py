"""Cuts a stretch of text into words, marks and whole quotations, which is how the reporting clauses around them are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.languages import sentence_ends
from archive.extraction.text.quotes import Quoted

# With a full stop: "Mr. Orr", where the sentence goes on "Arlen Corp. said", "U.S.", and an initial.
TITLED = rf"(?:{'|'.join(sorted(sentence_ends.TITLES))})\.(?=\s)"
FIRM = rf"(?:{'|'.join(sorted(sentence_ends.FIRMS))})\.(?=,|\s(?:[a-z(&]|['’]s))"
LETTERS = r"(?:[^\W\d_]\.){2,8}"
INITIAL = r"[A-ZА-ЯЁІЎЇЄ]\.(?=\s?[A-ZА-ЯЁІЎЇЄ])"
# "co-founder's", "3.5", and the possessive of many: "the members' vote".
WORD = r"[^\W_]++(?:[’'&.\-‑/+][^\W_]++)*+(?:(?<=s)[’'](?=\s[^\W_]))?"
MARK = r"\.{3}|[^\w\s]|_"
TOKEN = re.compile(rf"(?=[A-Z][a-z]{{1,6}}\.)(?:{TITLED}|{FIRM})|{LETTERS}|{INITIAL}|{WORD}|{MARK}")
# Names that begin in small letters: "al-Tamimi", "d'Angelo".
SMALL_BEGINNING = re.compile(r"(?:(?:al|el|an|as|ash|ad|ar|az|ibn|abu|bin)-|[dl][’'])[A-Z]")
APOSTROPHE_S = re.compile(r"[’'][sS]?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word ("w"), a mark ("p") or a quotation with its marks ("q")."""

    start: int
    end: int
    text: str
    lower: str
    kind: str
    quoted: Quoted | None = None

    @property
    def is_capital(self) -> bool:
        if self.kind != "w" or self.text[0].isupper():
            return self.kind == "w"
        return ("-" in self.text or "’" in self.text or "'" in self.text) and bool(SMALL_BEGINNING.match(self.text))

    @property
    def bare(self) -> str:
        """The word without a possessive ending."""
        return APOSTROPHE_S.sub("", self.text) if "'" in self.text or "’" in self.text else self.text


def tokens_of(text: str, start: int, end: int, quotes: Sequence[Quoted] = ()) -> list[Token]:
    """The tokens of text[start:end]; a quotation inside is one token."""
    found: list[Token] = []
    at = start
    for quoted in quotes:
        if quoted.start < at or quoted.start >= end:
            continue
        found += _words(text, at, quoted.start)
        stop = min(quoted.end, end)
        found.append(Token(quoted.start, stop, text[quoted.start : stop], "", "q", quoted))
        at = stop
    return found + _words(text, at, end)


def _words(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        found.append(Token(match.start(), match.end(), word, word.lower().replace("’", "'"), "w" if word[0].isalnum() else "p"))
    return found
