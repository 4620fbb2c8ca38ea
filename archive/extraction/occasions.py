"""Reads when and on which occasion words were said: the event in the reporting clause, a date beside the verb, "published on Monday",
else the dateline, else the publication. What one clause tells holds for later statements of the same speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.lexicon import english as en
from archive.extraction.types import DateFound, DatelineFound, OccasionFound, PublishedFound, SaidOnFound, Span

EVENT_NOUNS = "|".join(sorted(en.OCCASIONS, key=len, reverse=True))
SLAVIC_NOUNS = (
    "пресс-конференци|встреч|переговор|брифинг|интервью|заседани|саммит|форум|выступлени|совещани|прэс-канферэнцы|сустрэч|перамов|брыфінг|інтэрв"
    "|паседжанн|выступленн|нарад|прес-конференці|зустріч|переговор|брифінг|засіданн|виступ"
)
LINKS = "at|during|in|after|following|on the sidelines of|told|before|addressing|opening"
EVENT = re.compile(
    rf"\b(?:{LINKS})\s(?P<text>(?:(?!(?:{LINKS}|on|that)\b)[^\W_][\w’'.-]{{0,30}}\s){{0,6}}(?:{EVENT_NOUNS})\b[^,;:“”\"«»\n]{{0,160}})"
    r"|\b(?i:на|во время|в ходе|по итогам|после|падчас|пасля|під час|після|перед|у ходзе|за підсумками|па выніках)\s"
    rf"(?P<slavic>(?:\w{{1,30}}\s){{0,3}}(?:{SLAVIC_NOUNS})\w{{0,4}}\b[^,;:“”\"«»\n]{{0,120}})"
)
PLACE = re.compile(r"\b(?:in|in the city of|в|у|ў)\s(?P<place>[A-ZА-ЯЁІЎЇЄ][\w’'-]{2,24}(?:\s[A-ZА-ЯЁІЎЇЄ][\w’'-]{2,24}){0,2})")
ISSUED = re.compile(
    r"\b(?:published|released|issued|posted|made public|circulated"
    r"|опубликован\w{0,3}|обнародован\w{0,3}|апублікаван\w{0,3}|опублікован\w{0,3}"
    r"|оприлюднен\w{0,3})\s(?:\w{1,12}\s){0,3}$"
)
THAT = re.compile(r"\b(?:that|что|што|що)\b")
APART = re.compile(r"[,;:]|\b(?:that|which|who|что|што|що)\b")
ISSUED_REACH = 60


@dataclass(frozen=True, slots=True)
class Told:
    """What the reporting clause of one statement says about when and where."""

    said_on: SaidOnFound | None
    occasion: OccasionFound | None


def told_in(text: str, own: Sequence[Span], cue: Span | None, dates: Sequence[DateFound]) -> Told:
    """Reads the reporter's own stretches of a sentence; `cue` is the verb of speech, beside which a date counts."""
    for start, end in own:
        match = EVENT.search(text, start, end)
        if match and (cue is None or not _is_far(text, cue, match.start())):
            first, last = match.span("text" if match["text"] else "slavic")
            last = cue[0] if cue and first < cue[0] < last else last
            occasion, stop = _occasion(text, first, last)
            return Told(_said_on(text, own, cue, dates, (match.start(), stop)), occasion)
    return Told(_said_on(text, own, cue, dates, None), None)


def _is_far(text: str, cue: Span, at: int) -> bool:
    """Another clause lies between the verb and the phrase behind it."""
    return at > cue[1] and bool(APART.search(text, cue[1], at))


def _occasion(text: str, start: int, end: int) -> tuple[OccasionFound, int]:
    that = THAT.search(text, start, end)
    phrase = text[start : that.start() if that else end].rstrip(" .—–-")
    place = PLACE.search(phrase)
    return OccasionFound(phrase, place["place"] if place else None), start + len(phrase)


def _said_on(text: str, own: Sequence[Span], cue: Span | None, dates: Sequence[DateFound], event: Span | None) -> SaidOnFound | None:
    inside = [d for d in dates if d.edtf and ".." not in d.edtf and any(a <= d.start and d.end <= b for a, b in own)]
    for date in inside:
        if event and event[0] <= date.start < event[1]:
            return SaidOnFound(str(date.edtf), event[0], event[1], "event phrase")
    for date in inside:
        issued = ISSUED.search(text, max(0, date.start - ISSUED_REACH), date.start)
        if issued:
            return SaidOnFound(str(date.edtf), issued.start(), date.end, "published on")
    beside = next((d for d in inside if cue and _is_beside(text, own, cue, d)), None)
    return SaidOnFound(str(beside.edtf), beside.start, beside.end, "date beside the words") if beside else None


def _is_beside(text: str, own: Sequence[Span], cue: Span, date: DateFound) -> bool:
    """Right behind the verb in its clause, or at the head of the sentence before it ("On Tuesday, X said")."""
    if date.start >= cue[1]:
        return not APART.search(text, cue[1], date.start)
    if date.start >= cue[0]:
        return not APART.search(text, *cue)
    between = text[date.end : cue[0]]
    head = any(start <= date.start and not text[start : date.start].strip(" OoIiAaNnTtLlEe") for start, _ in own)
    return not APART.search(between) or (head and between.count(",") == 1)


def fallback(dateline: DatelineFound | None, published: PublishedFound | None, heading: DateFound | None) -> SaidOnFound | None:
    """The dateline's day, else the day of publication, else the day in a heading."""
    if dateline and dateline.edtf:
        return SaidOnFound(dateline.edtf, dateline.start, dateline.end, "dateline")
    if heading and (published is None or (heading.edtf and heading.edtf < published.edtf)):
        return SaidOnFound(str(heading.edtf), heading.start, heading.end, "heading")
    if published:
        return SaidOnFound(published.edtf.split("T")[0], published.start, published.end, "publication")
    return None
