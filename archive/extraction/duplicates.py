"""Merges statements that a page prints twice, as teasers and pull quotes do. The copy of the article's body stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.types import StatementFound

LETTERS = re.compile(r"[\W_]+")


def merged(statements: Sequence[StatementFound], body: int) -> list[StatementFound]:
    """One statement for all copies of the same words. Kept is a copy after `body` (where the dateline ends), with a speaker, the last."""
    copies: dict[str, list[StatementFound]] = {}
    for statement in statements:
        copies.setdefault(LETTERS.sub("", statement.text).casefold(), []).append(statement)
    kept = [_merge(group, body) for group in copies.values()]
    return sorted(kept, key=lambda statement: statement.start)


def _merge(group: list[StatementFound], body: int) -> StatementFound:
    best = max(group, key=lambda s: (s.start >= body, bool(s.speakers), s.cue is not None, s.start))
    spans = tuple((s.start, s.end) for s in group if s is not best)
    return replace(best, duplicates=spans) if spans else best
