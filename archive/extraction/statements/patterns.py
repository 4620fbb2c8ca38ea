"""What the patterns of both families of languages are made of: a word, a capital, the rest of a clause, a place behind a preposition."""

from __future__ import annotations

import re
from collections.abc import Iterable

UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЎЇЄҐ"
WORD = r"(?:(?:[A-Z]\.){1,3}+|[^\W_](?:[\w’'&-]|\.(?=\w)){0,30}+)"
CAPITAL = rf"[{UPPER}][\w’'-]{{1,24}}+"
# The rest of a clause, up to its next mark.
TAIL = r"(?P<tail>[^,;:“”\"«»\n()]{0,160}+)"
# ", Ardovia" behind a town.
COUNTRY = re.compile(rf",\s{CAPITAL}(?:\s{CAPITAL})?(?=,|[.]?$)")
# A short name in quotation marks.
QUOTED_NAME = re.compile(r"\s(?:“[^”\n]{1,60}”|\"[^\"\n]{1,60}\"|«[^»\n]{1,60}»|„[^“”\n]{1,60}[“”])(?!\s[—–-])")
# What no text holds, for a question that a family of languages does not ask.
NEVER = re.compile(r"(?!)")


def any_of(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def place_behind(links: str, no_places: Iterable[str]) -> re.Pattern[str]:
    """A place of up to three capitals behind one of the prepositions."""
    name = rf"(?!(?:{any_of(no_places)})\b){CAPITAL}"
    return re.compile(rf"\b(?P<link>{links})\s(?P<place>(?:The\s)?{name}(?:\s{name}|\s(?:de|del|am|upon|el)\s{CAPITAL}){{0,2}})")
