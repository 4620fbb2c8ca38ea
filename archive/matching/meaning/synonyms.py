"""Words of one meaning: "frontier" and "border", "flats" and "apartments". Two tables, no model; see lexicon/LICENCES.txt."""

from __future__ import annotations

from functools import cache

from archive.matching.words import fold, read_lines, stem


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """Stem → stems that share one of their first meanings in the dictionary, or are used for each other in the news."""
    found: dict[str, set[str]] = {}
    for line in read_lines("meanings.txt"):
        first, *partners = line.split()
        for partner in partners:
            found.setdefault(first, set()).add(partner)
            found.setdefault(partner, set()).add(first)
    for line in read_lines("alike.txt"):
        group = {stem(fold(word)) for word in line.split()}
        for one in group:
            found.setdefault(one, set()).update(group - {one})
    return {one: frozenset(others) for one, others in found.items()}
