"""Closed lists of words that the reading of speech goes by: verbs of speech, roles, bodies, first names. General words alone; no
person, outlet or place of a particular document."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(text.split())
