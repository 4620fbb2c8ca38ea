"""Sentence boundaries: the ends of sentences inside a line. Where a line ends a sentence ends, which is no merit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from archive.extraction.types import Span

LINE = re.compile(r"[^\n]+")


def count(text: str, gold: Iterable[Span], found: Iterable[Span]) -> Counter[str]:
    trivial = {match.end() for match in LINE.finditer(text)}
    wanted, given = (_ends(text, spans) - trivial for spans in (gold, found))
    return Counter({"ends right": len(wanted & given), "ends given": len(given), "ends wanted": len(wanted)})


def _ends(text: str, spans: Iterable[Span]) -> set[int]:
    return {start + len(text[start:end].rstrip()) for start, end in spans}
