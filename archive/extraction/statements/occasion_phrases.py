"""Finds the occasion in a reporter's words: "at a press conference in Minsk on 17 May", "addressing parliament", "in a post on a blog"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.extraction.statements.patterns import COUNTRY, QUOTED_NAME
from archive.extraction.statements.phrase_names import name_in
from archive.extraction.statements.places import last_place, place_in
from archive.extraction.statements.wording import StatementWording
from archive.extraction.types import DateFound, Span

HELD = "held"  # behind the name, before its place: "a summit held in Valmere"


@dataclass(frozen=True, slots=True)
class OccasionPhrase:
    """From `start` to `end` with the word that joins it; `name` without article, day and place at its end.

    `noun` is the kind of occasion in small letters; `definite` where it was told of before ("the meeting"); `dates` are its own.
    """

    start: int
    end: int
    name: str | None
    noun: str
    place: str | None
    definite: bool
    dates: tuple[DateFound, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """A match in its text that ends at `end`, with its parts by name: `link`, `text` and the `noun` in it."""

    text: str
    match: re.Match[str]
    end: int
    wording: StatementWording

    @property
    def first(self) -> int:
        return self.match.start("text")

    @property
    def noun(self) -> Span:
        return self.match.span("noun")


def phrase_in(
    text: str, stretch: Span, stops: Iterable[int], dates: Sequence[DateFound], wording: StatementWording
) -> OccasionPhrase | None:
    """The first occasion of a stretch of the reporter's words. Its phrase ends no later than the next of `stops`, where a clause begins."""
    found = [match for pattern in wording.PHRASES if (match := pattern.search(text, *stretch))]
    match = min(found, key=lambda one: one.start(), default=None)
    venue = wording.VENUE.search(text, *stretch)
    if venue and (match is None or _goes_before(venue, match, wording)):
        match = venue
    if match is None:
        return _place_alone(text, stretch, wording)
    named = match.end("noun")
    end = min([match.end("text"), *(stop for stop in stops if named <= stop)])
    return _phrase(_Found(text, match, _cut(text, named, end, wording), wording), dates)


def _goes_before(venue: re.Match[str], match: re.Match[str], wording: StatementWording) -> bool:
    """Not in "speaking at a rally", where the occasion itself is named."""
    return venue.start() < match.start() and (match["link"].casefold() in wording.ASIDE or match.start() > venue.end("noun"))


def _cut(text: str, begin: int, end: int, wording: StatementWording) -> int:
    """Where the next clause begins: at a joining word, or at a name before a verb of speech."""
    cut = wording.CUT.search(text, begin, end)
    end = cut.start() if cut else end
    return begin + wording.speaking_clause(text[begin:end])


def _place_alone(text: str, stretch: Span, wording: StatementWording) -> OccasionPhrase | None:
    """ "told reporters in Valmere": nothing that has a name, but a place."""
    reporters = wording.REPORTERS.search(text, *stretch)
    place = wording.PLACE.search(text, reporters.start(), stretch[1]) if reporters else None
    if reporters is None or place is None or place.start("place") != reporters.end():
        return None
    return OccasionPhrase(reporters.start(), place.end(), None, "", wording.nominative_place(place["place"]), definite=False)


# ---------------------------------------------------------------- what a phrase holds


def _phrase(found: _Found, dates: Sequence[DateFound]) -> OccasionPhrase:
    text, match, wording, first = found.text, found.match, found.wording, found.first
    end = _past_quoted_name(found)
    noun = match["noun"].casefold()
    told = wording.PARTICIPLE.search(text, match.end("noun"), end)
    named = told.start() if told else end
    own = _dates_of(found, end, dates)
    place = place_in(text[first : end if told and told.group().endswith(HELD) else named], noun, wording)
    begin = match.start("link") if _link(match).casefold() in wording.ASIDE else first
    name = name_in(text, (begin, named), own, place, wording)
    return OccasionPhrase(match.start(), end, name, noun, place, bool(wording.DEFINITE.match(text, first)), own)


def _link(match: re.Match[str]) -> str:
    """The word that joins the phrase; a venue is joined by its verb."""
    return match.groupdict().get("link") or ""


def _past_quoted_name(found: _Found) -> int:
    """Where the phrase ends without the marks behind it, or behind the name in quotation marks that its last word takes."""
    text, first = found.text, found.first
    end = first + len(text[first : found.end].rstrip(" ,.—–-"))
    named = QUOTED_NAME.match(text, end) if found.wording.TAKES_NAME.search(text, first, end) else None
    return named.end() if named else end


def _dates_of(found: _Found, end: int, dates: Sequence[DateFound]) -> tuple[DateFound, ...]:
    """The dates within the phrase that are of the occasion, and those right beside it."""
    own = [date for date in dates if found.first <= date.start and date.end <= end and _is_own(found, date)]
    country = COUNTRY.match(found.text, end) if last_place(found.text, found.first, end, found.wording) else None
    after = country.end() if country else end
    return (*own, *(date for date in dates if _is_beside(found, date, after)))


def _is_own(found: _Found, date: DateFound) -> bool:
    return date.end <= found.noun[0] or found.wording.is_of_the_occasion(found.text, found.first, date.start)


def _is_beside(found: _Found, date: DateFound, end: int) -> bool:
    """ "on Tuesday | at a press conference", "at a press conference in Minsk | , on Tuesday"."""
    start = found.match.start()
    before = date.end <= start and not found.text[date.end : start].strip()
    return before or (date.start >= end and found.wording.BESIDE_PHRASE.fullmatch(found.text, end, date.start) is not None)
