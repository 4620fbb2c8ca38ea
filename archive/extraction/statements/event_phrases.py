"""Finds the event in a reporter's words: "at a press conference in Minsk on 17 May", "addressing parliament", "in a post on Telegram"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.extraction.languages.english import events
from archive.extraction.languages.slavic import events as slavic_events
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.types import DateFound, Span

UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЎЇЄҐ"
WORD = r"(?:(?:[A-Z]\.){1,3}+|[^\W_](?:[\w’'&-]|\.(?=\w)){0,30}+)"
NEAR_LINKS = "at|during|in|on|opening|closing|speaking to|told|via|hosting"
ASIDE_LINKS = "on the sidelines of|on the margins of|on the fringes of|on the eve of|after|following|ahead of|before"
NOT_BEFORE_NOUN = (
    "at|during|in|on|after|following|before|ahead|that|which|who|whom|when|where|while|as|and|but|or|is|was|has|had|said|told"
    "|for|with|from|by|about|over|to|event of"
)
NOUNS = "|".join(re.escape(word) for word in sorted(events.EVENTS - {"march"}, key=len, reverse=True))
WRITINGS = "|".join(re.escape(word) for word in sorted(events.WRITINGS, key=len, reverse=True))
TAIL = r"(?P<tail>[^,;:“”\"«»\n()]{0,160}+)"
MODIFIERS = rf"(?:(?!(?:{NOT_BEFORE_NOUN})\b){WORD},?\s){{0,7}}?"
ENGLISH = (
    re.compile(rf"\b(?P<link>(?i:{ASIDE_LINKS}|{NEAR_LINKS}))\s(?P<text>{MODIFIERS}(?P<noun>(?i:{NOUNS})|march)\b{TAIL})"),
    re.compile(rf"\b(?P<link>(?i:in|on))\s(?P<text>{MODIFIERS}(?P<noun>(?i:{WRITINGS}))\b{TAIL})"),
)
SLAVIC_ASIDE_LINKS = (
    "на полях|в кулуарах|по итогам|после|перед|накануне|по завершении|па выніках|пасля|перад|напярэдадні|на палях|за підсумками|після"
    "|напередодні"
)
SLAVIC_NEAR_LINKS = "во время|в ходе|в рамках|на|в|во|падчас|у ходзе|у межах|у рамках|у|ў|під час|у ході"
SLAVIC_NOT_BEFORE_NOUN = "что|што|що|на|в|во|у|ў|по|под|после|перед|и|і|с|з|со|от|для"
ASIDE = frozenset(f"{ASIDE_LINKS}|{SLAVIC_ASIDE_LINKS}".split("|"))
STEMS = "|".join(sorted({*slavic_events.EVENTS, *slavic_events.WRITINGS}, key=len, reverse=True))
SLAVIC = (
    re.compile(
        rf"\b(?P<link>(?i:{SLAVIC_ASIDE_LINKS}|{SLAVIC_NEAR_LINKS}))\s(?P<text>(?:(?!(?:{SLAVIC_NOT_BEFORE_NOUN})\b)[\w-]{{1,30}}+\s){{0,4}}?(?P<noun>(?:{STEMS})\w{{0,5}})\b{TAIL})"
    ),
)
# Somebody speaks, and where: no noun of an event beside it.
VENUE = re.compile(
    r"\b(?P<text>(?P<noun>(?i:speaking|appearing|testifying)\s(?:in|at|before|to|from|outside|on|inside)|(?i:addressing)"
    r"|(?i:выступая|выступаючы|виступаючи)\s(?:в|во|на|перед|у|ў|перад))\s(?!the\s(?:weekend|time)\b)(?:(?:the|a|an|his|her)\s)?"
    r"(?!(?:reporters|journalists|media|press|condition|length|noon|midday|night|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|behalf|English|Russian"
    rf"|журналист\w{{0,5}}|журналіст\w{{0,5}})\b){WORD}{TAIL})"
)
# Only the place where reporters were told.
REPORTERS = re.compile(
    r"\b(?:(?:told|to|tells)\s(?:the\s)?(?:reporters|journalists|media|press)(?:\s(?:on\s|late\s){0,2}[A-Z][a-z]{2,5}day)?\s(?:in|at|outside)"
    rf"|(?:журналистам|репортёрам|журналістам|журналистами|журналістамі|журналістами)\s(?:в|у|ў))\s(?=[{UPPER}])"
)
CUT = re.compile(
    r"\s(?:that|which|who|whom|whose|when|where|while|as|saying|warning|adding|arguing|because|if|but|he|she|they|we|said|says|told"
    r"|asked|has|had|was|were|is|are|will|would|что|што|що|чтобы|когда|где|который|которая|которое|которые|які|якая|які|який|яка)\b"
    r"|\sand\s(?=[a-z])(?!and\s(?:the|his|her|its|their|a)\b)|\s[—–-]\s|\.\s"
)
DETERMINERS = re.compile(
    r"(?i:(?:a|an|the|his|her|their|its|this|that|same|another|этой|этом|этого|той|том|той же|гэтай|гэтым|цій|цьому)\s)+"
)
DEFINITE = re.compile(r"(?i:the|this|that|same|этой|этом|этого|той|том|гэтай|гэтым|цій|цьому)\b")
NO_PLACES = "|".join(sorted(events.NO_PLACES | slavic_events.NO_PLACES))
PLACE_WORD = rf"[{UPPER}][\w’'-]{{1,24}}+"
PLACE = re.compile(
    rf"\b(?P<link>in the city of|in|to|at|в|у|ў|во)\s(?P<place>(?:The\s)?(?!(?:{NO_PLACES})\b){PLACE_WORD}"
    rf"(?:\s(?!(?:{NO_PLACES})\b){PLACE_WORD}|\s(?:de|del|am|upon|el)\s{PLACE_WORD}){{0,2}})"
)
COUNTRY = re.compile(rf",\s{PLACE_WORD}(?:\s{PLACE_WORD})?(?=,|[.]?$)")
AROUND_DATE = re.compile(r"(?:[\s,]|\b(?:on|in|late|early|dated|held|of|from|earlier|в|во|у|ў|от|від|ад)\b){1,12}$")
DANGLING = re.compile(
    r"(?:\s(?:with|by|of|for|and|to|the|a|an|his|her|its|their|с|з|со|и|і|одним|одной|одного|одним|адным|адной|однієї|из|з|із)){1,6}$"
)
# What is told of an event or writing behind its name.
PARTICIPLE = re.compile(
    r"\s(?:broadcast|published|posted|aired|recorded|released|shown|uploaded|dated|held|issued|streamed|televised|seen by|obtained by"
    r"|read to|read out|reviewed by|shared with|written|sent)\b"
)
# In English a day beside an event stands behind such a word, or is told from today.
OF_THE_EVENT = re.compile(
    r"\b(?:on|dated|held|broadcast|aired|published|posted|recorded|released|shown|late|early|earlier|in|of|uploaded|issued|sent|written)\s$"
)
TOLD_FROM_TODAY = re.compile(
    r"(?i:on |last |this |yesterday|today|earlier |monday|tuesday|wednesday|thursday|friday|saturday|sunday|late )"
)
REGION = re.compile(r"(?:скую|ской|ском|скай|ській|ську|цкую|цкой|цькій)$")  # an adjective: "in the Grodno region"
TRAVEL = re.compile(r"(?i:visit|trip|tour|stopover)")
CYRILLIC = re.compile(r"[а-яёіўїєґ]")
# "on the channel “North”": a short name in quotation marks behind a word that takes one.
TAKES_NAME = re.compile(
    r"(?:[’']s|\b(?:show|programme|program|channel|podcast|newspaper|magazine|agency|station|радио|радыё|радіо"
    r"|(?:телеканал|канал|программ|праграм|програм|газет|агентств|агенцтв|издани|выданн|видання|журнал|форум|конференц)\w{0,4}))$"
)
NAMED = re.compile(r"\s(?:“[^”\n]{1,60}”|\"[^\"\n]{1,60}\"|«[^»\n]{1,60}»|„[^“”\n]{1,60}[“”])(?!\s[—–-])")
# A verb of speaking alone tells of no event.
BARE = frozenset("speaking appearing testifying addressing выступая выступаючы виступаючи".split())
BESIDE_PHRASE = re.compile(r"[\s,]*(?:on|late on|early on|в|во|у|ў)?\s*")


@dataclass(frozen=True, slots=True)
class Event:
    """One event phrase: from `start` to `end` with the word that joins it; `name` without article, day and place at its end.

    `noun` is the kind of event in small letters; `definite` where it was told of before ("the meeting"); `dates` are its own.
    """

    start: int
    end: int
    name: str | None
    noun: str
    place: str | None
    definite: bool
    dates: tuple[DateFound, ...] = ()


def event_in(text: str, stretch: Span, stops: Iterable[int], dates: Sequence[DateFound]) -> Event | None:
    """The first event of a stretch of the reporter's words. A phrase ends at the latest at the next of `stops`, where a clause begins."""
    found = [match for pattern in (*ENGLISH, *SLAVIC) if (match := pattern.search(text, *stretch))]
    match = min(found, key=lambda one: one.start()) if found else None
    venue = VENUE.search(text, *stretch)
    if venue and (match is None or _goes_before(venue, match)):
        match = venue
    if match is None:
        return _place_alone(text, stretch)
    first, end = match.start("text"), match.end("text")
    end = min([end, *(stop for stop in stops if match.end("noun") <= stop < end)])
    end = _cut(text, match.end("noun"), end)
    return _event(text, match, first, end, dates)


def _goes_before(venue: re.Match[str], match: re.Match[str]) -> bool:
    """Not in "speaking at a rally", where the event itself is named."""
    return venue.start() < match.start() and (match["link"].casefold() in ASIDE or match.start() > venue.end("noun"))


def _cut(text: str, begin: int, end: int) -> int:
    """Where the next clause begins: at a joining word, or at a name before a Slavic verb of speech."""
    cut = CUT.search(text, begin, end)
    end = cut.start() if cut else end
    if not CYRILLIC.search(text, begin, end):
        return end
    at, words = begin, list(re.finditer(r"[\w-]+", text[begin:end]))
    verb = next((n for n, word in enumerate(words) if word.group().casefold() in slavic.SAYING), None)
    if verb is None:
        return end
    while verb and words[verb - 1].group()[0].isupper() and not words[verb - 1].group().isupper():
        verb -= 1
    return at + words[verb].start()


def _event(text: str, match: re.Match[str], first: int, end: int, dates: Sequence[DateFound]) -> Event:
    link, noun = match.groupdict().get("link") or "", match["noun"].casefold()
    end = first + len(text[first:end].rstrip(" ,.—–-"))
    named = NAMED.match(text, end) if TAKES_NAME.search(text, first, end) else None
    end = named.end() if named else end
    own = [date for date in dates if first <= date.start and date.end <= end and _is_of_the_event(text, date, first, match)]
    country = COUNTRY.match(text, end) if _last_place(text, first, end) else None
    after = country.end() if country else end
    beside = [date for date in dates if _is_beside(text, date, match.start(), after)]
    told = PARTICIPLE.search(text, match.end("noun"), end)
    where = text[first : told.start() if told and not told.group().endswith("held") else end]
    place = None if noun in events.WRITINGS else _place(where, travel=bool(TRAVEL.match(noun)))
    name_at = match.start("link") if link.casefold() in ASIDE else first
    name = _name(text, name_at, told.start() if told else end, [*own, *beside], place)
    return Event(match.start(), end, name, noun, place, bool(DEFINITE.match(text, first)), (*own, *beside))


def _is_of_the_event(text: str, date: DateFound, first: int, match: re.Match[str]) -> bool:
    """Not "a meeting about the 3 May accident"; in the Slavic languages a day stands bare."""
    if date.end <= match.start("noun") or CYRILLIC.search(text, first, match.end("noun")):
        return True
    return bool(TOLD_FROM_TODAY.match(text, date.start) or OF_THE_EVENT.search(text, max(first, date.start - 20), date.start))


def _is_beside(text: str, date: DateFound, start: int, end: int) -> bool:
    """ "on Tuesday | at a press conference", "at a press conference in Minsk | , on Tuesday"."""
    before = date.end <= start and not text[date.end : start].strip()
    return before or (date.start >= end and bool(BESIDE_PHRASE.fullmatch(text, end, date.start)))


def _name(text: str, start: int, end: int, dates: Sequence[DateFound], place: str | None) -> str | None:
    """The phrase as printed without its article, and without a day and the place where they end it."""
    for _ in range(3):
        date = next((one for one in dates if one.end >= end > one.start), None)
        if date:
            end = date.start
        stripped = AROUND_DATE.sub("", text[start:end])
        end = start + len(stripped)
        last = _last_place(text, start, end)
        if last and place and _named(last["place"]) == place:
            end = start + len(text[start : last.start()].rstrip())
    article = DETERMINERS.match(text, start, end)
    start = article.end() if article else start
    opening = next((one for one in dates if one.start <= start < one.end), None)
    start = opening.end if opening and opening.end < end else start
    name = DANGLING.sub("", text[start:end]).strip(" ,’'").removeprefix("s ")
    return name if name and name.casefold() not in BARE else None


def _last_place(text: str, start: int, end: int) -> re.Match[str] | None:
    """The place at the very end of a phrase, with its preposition."""
    return next((match for match in PLACE.finditer(text, start, end) if match.end() >= end), None)


def _named(printed: str) -> str:
    return nominative_place(printed) if CYRILLIC.search(printed) else printed


def _place(phrase: str, *, travel: bool) -> str | None:
    """The first place behind "in"; of a visit also behind "to"."""
    for match in PLACE.finditer(phrase):
        if (match["link"] in ("to", "at") and not (travel and match["link"] == "to")) or REGION.search(match["place"]):
            continue
        return _named(match["place"])
    return None


def nominative_place(place: str) -> str:
    """«Минске» -> «Минск» where the ending leaves one reading, else as printed."""
    if " " in place:
        return place
    for ending, bare in slavic_events.PLACES_IN_NOMINATIVE:
        if place.endswith(ending) and len(place) > len(ending) + 1:
            return place[: -len(ending)] + bare
    return place


def _place_alone(text: str, stretch: Span) -> Event | None:
    reporters = REPORTERS.search(text, *stretch)
    place = PLACE.search(text, reporters.start(), stretch[1]) if reporters else None
    if reporters is None or place is None or place.start("place") != reporters.end():
        return None
    return Event(reporters.start(), place.end(), None, "", _named(place["place"]), definite=False)
