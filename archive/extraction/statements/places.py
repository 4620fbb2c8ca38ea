"""The place in the name of an occasion: "in Valmere", «в Минске»."""

from __future__ import annotations

import re

from archive.extraction.statements.wording import StatementWording


def place_in(phrase: str, noun: str, wording: StatementWording) -> str | None:
    """The first place of a phrase, in the nominative; of a visit also where it leads. What people write stands in no place."""
    if noun in wording.PLACELESS:
        return None
    found = (match for match in wording.PLACE.finditer(phrase) if wording.holds_place(match["link"], noun))
    place = next((match["place"] for match in found if not wording.NO_PLACE.search(match["place"])), None)
    return wording.nominative_place(place) if place else None


def last_place(text: str, start: int, end: int, wording: StatementWording) -> re.Match[str] | None:
    """The place at the very end of a phrase, with its preposition."""
    return next((match for match in wording.PLACE.finditer(text, start, end) if match.end() >= end), None)
