"""Reads when and on which occasion words were said: the event in the reporting clause, a date beside the verb, "published on Monday",
else the dateline, else the publication. What one clause tells holds for later statements of the same speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.lexicon import english as en
from archive.extraction.types import DateFound, DatelineFound, OccasionFound, PublishedFound, SaidOnFound

EVENT_NOUNS = "|".join(sorted(en.OCCASIONS, key=len, reverse=True))
EVENT = re.compile(
    rf"\b(?:at|during|in|after|following|on|speaking\sat|on\sthe\ssidelines\sof)\s(?P<text>(?:[^\W_][\w’'.-]{{0,30}}\s){{0,6}}(?:{EVENT_NOUNS})\b[^,;:“”\"«»\n]{{0,160}})"
    r"|\b(?:на|во время|в ходе|по итогам|после|падчас|пасля|під час|після)\s(?P<slavic>(?:\w{1,30}\s){0,3}(?:пресс-конференци|встреч|переговор|брифинг|интервью|заседани|саммит|форум|"
    r"прэс-канферэнцы|сустрэч|перамов|брыфінг|інтэрв|паседжанн|прес-конференці|зустріч|переговор|брифінг|засіданн)\w{0,4}\b[^,;:“”\"«»\n]{0,120})"
)
PLACE = re.compile(r"\b(?:in|in the city of|в|у|ў)\s(?P<place>[A-ZА-ЯЁІЎЇЄ][\w’'-]{2,24}(?:\s[A-ZА-ЯЁІЎЇЄ][\w’'-]{2,24}){0,2})")
ISSUED = re.compile(
    r"\b(?:published|released|issued|posted|made public|circulated|опубликован\w{0,3}|обнародован\w{0,3}|апублікаван\w{0,3}|опублікован\w{0,3}|оприлюднен\w{0,3})\s(?:\w{1,12}\s){0,3}$"
)
THAT = re.compile(r"\b(?:that|что|што|що)\b")
LEAST = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What the reporting clause of one statement says about when and where."""

    said_on: SaidOnFound | None
    occasion: OccasionFound | None


def told_in(text: str, clause: Sequence[tuple[int, int]], dates: Sequence[DateFound]) -> Told:
    """Reads the stretches of a sentence that are the reporter's own."""
    occasion, span = None, None
    for start, end in clause:
        match = EVENT.search(text, start, end)
        if match:
            group = "text" if match["text"] else "slavic"
            span = match.span()
            occasion = _occasion(text, *match.span(group))
            span = (span[0], match.start(group) + len(occasion.text or ""))
            break
    said = _said_on(text, clause, dates, span)
    return Told(said, occasion)


def _occasion(text: str, start: int, end: int) -> OccasionFound:
    that = THAT.search(text, start, end)
    phrase = text[start : that.start() if that else end].rstrip(" .—–-")
    place = PLACE.search(phrase)
    return OccasionFound(phrase, place["place"] if place else None)


def _said_on(text: str, clause: Sequence[tuple[int, int]], dates: Sequence[DateFound], event: tuple[int, int] | None) -> SaidOnFound | None:
    inside = [d for d in dates if d.edtf and ".." not in d.edtf and any(a <= d.start and d.end <= b for a, b in clause)]
    for date in inside:
        if event and event[0] <= date.start < event[1]:
            return SaidOnFound(str(date.edtf), event[0], event[1], "event phrase")
    for date in inside:
        issued = ISSUED.search(text, max(0, date.start - 60), date.start)
        if issued:
            return SaidOnFound(str(date.edtf), issued.start(), date.end, "published on")
    if inside:
        return SaidOnFound(str(inside[0].edtf), inside[0].start, inside[0].end, "date beside the words")
    return None


def fallback(dateline: DatelineFound | None, published: PublishedFound | None) -> SaidOnFound | None:
    """The dateline's day, else the day of publication."""
    if dateline and dateline.edtf:
        return SaidOnFound(dateline.edtf, dateline.start, dateline.end, "dateline")
    if published:
        return SaidOnFound(published.edtf.split("T")[0], published.start, published.end, "publication")
    return None
