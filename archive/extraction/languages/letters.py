"""Whose letters a text is written in: a sentence is read with the words of its own family of languages."""

from __future__ import annotations

import re

CYRILLIC = re.compile(r"[А-яЁёІіЎўЇїЄєҐґ][\w’'-]*+")
LATIN = re.compile(r"[A-Za-zÀ-ɏ][\w’'-]*+")


def is_mostly_cyrillic(text: str) -> bool:
    """At least half of its words are written in Cyrillic letters, and one is."""
    return CYRILLIC.search(text) is not None and len(CYRILLIC.findall(text)) >= len(LATIN.findall(text))
