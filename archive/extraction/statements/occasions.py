"""Reads when and on which occasion words were said, in this order: the event in the reporting clause, "published on Monday", a date
beside the verb, the dateline, the publication. What is told of an event holds for what is said there later in the document, and so does a
day of the week before it was published."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from archive.extraction.languages.english import events as english_events
from archive.extraction.languages.slavic import events as slavic_events
from archive.extraction.statements.event_phrases import Event, event_in
from archive.extraction.types import DateFound, DatelineFound, OccasionFound, PublishedFound, SaidOnFound, Span

ISSUED = re.compile(
    r"\b(?:published|released|issued|posted|made public|circulated|broadcast|aired|shown|recorded|dated|uploaded|televised|printed|adopted"
    r"|signed|опубликован\w{0,3}|обнародован\w{0,3}|размещ[её]н\w{0,3}|вышедш\w{0,4}|показан\w{0,3}|записан\w{0,3}|апублікаван\w{0,3}"
    r"|размешчан\w{0,3}|опублікован\w{0,3}|оприлюднен\w{0,3}|розміщен\w{0,3})\s(?:[\w’'-]{1,16}\s){0,5}$"
)
# A sentence of its own that tells where somebody spoke: "He was speaking at a rally in Valmere on Saturday."
SETTING = re.compile(
    r"\b(?:(?:was|were|is|are)\sspeaking|spoke|made\s(?:the|his|her|these|those|their)\s(?:remarks?|comments?|statements?)"
    r"|(?:remarks|comments)\s(?:were\smade|came)|выступал\w?|выступил\w?|выступаў|выступала|виступав|виступала)\b"
)
APART = re.compile(r"[,;:]|\b(?:that|which|who|что|што|що)\b")
# "speaking to reporters in Valmere on | Tuesday": the day on which somebody spoke; not "speaking about the vote on Tuesday".
SPEAKING = re.compile(
    r"\b(?:speaking|talking|testifying|appearing|addressing|выступая|выступаючы|виступаючи|общаясь|беседуя|говоря)\b"
    r"(?:\s(?!(?:about|of|regarding|after|ahead|following|о|об|аб|пра|про|после|пасля|після)\b)[\w.’'-]{1,30}+){0,12}\s$",
    re.IGNORECASE,
)
SPEAKING_REACH = 120
ISSUED_REACH = 80
COMPARED = "same period of the year before"
BEFORE = "told before"
# Who speaks now has not spoken at an event that is over.
NOW = re.compile(r"\b(?:now|nowadays|currently|these days|at present|by now|сейчас|теперь|ныне|цяпер|зараз|тепер|нині)\b", re.IGNORECASE)
PRESENT = re.compile(
    r"\b(?:say|[a-z]{2,16}[a-rt-z]s|\w{2,16}(?:[её]т|ит|[юуая]т|[аую]е|[аую]є|ць|ить|[аюу]ть|[жшч][ае])(?:ся|ца)?)\b", re.IGNORECASE
)
# Verbs that go on with what was said just before, on the same day then.
GOES_ON = re.compile(
    r"\b(?:add(?:s|ed)|continue[sd]|conclude[sd]|went on|добавил|продолжил|заключил|дадаў|дадала|дадалі|працягнуў|працягнула|додав"
    r"|додала|додали|продовжи)",
    re.IGNORECASE,
)
FULL = 10  # characters of a day in EDTF
DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")
NEWS = datetime.timedelta(days=7)  # for so long a day is the one that the report is about
JOINT = english_events.JOINT | slavic_events.JOINT
OPENING = " OoIiAaNnTtLlEeВвУуЎў"  # of "On Tuesday, …", "В среду …"


@dataclass(frozen=True, slots=True)
class Told:
    """What the reporting clause of one statement says about when and where."""

    said_on: SaidOnFound | None = None
    occasion: OccasionFound | None = None
    event: Event | None = None


def told_in(text: str, own: Sequence[Span], cue: Span | None, dates: Sequence[DateFound], latest: str | None = None) -> Told:
    """Reads the reporter's own stretches of a sentence; `cue` is the verb of speech with its source, beside which a date counts.
    Nothing was said later than the day `latest`, on which it was published."""
    inside = [d for d in dates if d.edtf and ".." not in d.edtf and any(a <= d.start and d.end <= b for a, b in own)]
    inside = [d for date in inside if (d := _said_before(date, latest))]
    for stretch in own:
        event = event_in(text, stretch, cue or (), inside)
        if event and (cue is None or not _is_far(text, cue, event.start)):
            others = [date for date in inside if not (event.noun and event.start <= date.start < event.end)]
            said = _of_event(event, latest) or _issued(text, inside) or _beside(text, own, cue, others)
            return Told(said, OccasionFound(event.name, event.place) if event.name or event.place else None, event)
    return Told(_issued(text, inside) or _beside(text, own, cue, inside))


def _said_before(date: DateFound, latest: str | None) -> DateFound | None:
    """The date, unless it lies behind the publication: a day without a year is then that day of the year of publication, or none."""
    edtf = str(date.edtf)
    if latest is None or edtf[:FULL] <= latest:
        return date
    earlier = latest[:4] + edtf[4:]
    return replace(date, edtf=earlier) if len(edtf) == FULL and edtf[:4] not in date.text and earlier <= latest else None


def speaks_now(text: str, own: Sequence[Span], verb: Span | None) -> bool:
    """The reporter tells it in the present: "says", "now said"."""
    present = verb is not None and bool(PRESENT.fullmatch(text, *verb))
    return present or any(NOW.search(text, *stretch) for stretch in own)


def goes_on(text: str, verb: Span | None) -> bool:
    """ "… , she added": the words follow those told before."""
    return verb is not None and bool(GOES_ON.match(text, *verb))


def _carried(said: SaidOnFound | None) -> SaidOnFound | None:
    return said if said is None or said.rule.endswith(BEFORE) else replace(said, rule=f"{said.rule}, {BEFORE}")


def _is_news(said: SaidOnFound | None, latest: str | None) -> bool:
    if said is None or latest is None or not DAY.fullmatch(said.edtf) or not DAY.fullmatch(latest):
        return False
    return datetime.timedelta() <= datetime.date.fromisoformat(latest) - datetime.date.fromisoformat(said.edtf) <= NEWS


def setting_in(text: str, sentence: Span, dates: Sequence[DateFound], latest: str | None) -> Told | None:
    """The event that a sentence without reported words tells of."""
    spoke = SETTING.search(text, *sentence)
    told = told_in(text, [(spoke.end(), sentence[1])], None, dates, latest) if spoke else None
    return told if told and told.occasion else None


def _is_far(text: str, cue: Span, at: int) -> bool:
    """Another clause lies between the verb and the phrase behind it."""
    return at > cue[1] and bool(APART.search(text, cue[1], at))


def _of_event(event: Event, latest: str | None) -> SaidOnFound | None:
    """The day of the event. A year or month in which the text appeared ("the 2023 summit") tells less than its own date."""
    date = next(iter(event.dates), None)
    if date is None or not date.edtf or (latest and len(date.edtf) < FULL and latest.startswith(date.edtf)):
        return None
    return SaidOnFound(date.edtf, min(event.start, date.start), max(event.end, date.end), "event phrase")


def _issued(text: str, dates: Sequence[DateFound]) -> SaidOnFound | None:
    for date in dates:
        issued = ISSUED.search(text, max(0, date.start - ISSUED_REACH), date.start)
        if issued:
            return SaidOnFound(str(date.edtf), issued.start(), date.end, "published on")
    return None


def _beside(text: str, own: Sequence[Span], cue: Span | None, dates: Sequence[DateFound]) -> SaidOnFound | None:
    date = next((d for d in dates if cue and not _is_season_of_trade(d) and _is_beside(text, own, cue, d)), None)
    return SaidOnFound(str(date.edtf), date.start, date.end, "date beside the words") if date else None


def _is_season_of_trade(date: DateFound) -> bool:
    """A quarter or a half year is what words are about ("compared to the year-ago quarter"); they were said on a day or in a week."""
    first, _, last = str(date.edtf).partition("/")
    return date.rule == COMPARED or (bool(last) and len(first) < FULL)


def _is_beside(text: str, own: Sequence[Span], cue: Span, date: DateFound) -> bool:
    """Behind "speaking", right behind the verb in its clause, or at the head of the sentence before it ("On Tuesday, X said")."""
    if any(SPEAKING.search(text, max(start, date.start - SPEAKING_REACH), date.start) for start, end in own if start <= date.start < end):
        return True
    if date.start >= cue[1]:
        return not APART.search(text, cue[1], date.start)
    if date.start >= cue[0]:
        return not APART.search(text, *cue)
    between = text[date.end : cue[0]]
    head = any(start <= date.start and not text[start : date.start].strip(OPENING) for start, _ in own)
    return not APART.search(between) or (head and between.count(",") == 1)


def fallback(dateline: DatelineFound | None, published: PublishedFound | None, heading: DateFound | None) -> SaidOnFound | None:
    """The dateline's day, else the day of publication, else the day in a heading."""
    if dateline and dateline.edtf:
        return SaidOnFound(dateline.edtf, dateline.start, dateline.end, "dateline")
    if heading and (published is None or (heading.edtf and heading.edtf < published.edtf)):
        return SaidOnFound(str(heading.edtf), heading.start, heading.end, "heading")
    if published and ".." not in published.edtf:
        return SaidOnFound(published.edtf.split("T")[0], published.start, published.end, "publication")
    return None


@dataclass(slots=True)
class Memory:
    """What was told of events so far, by who spoke there and by what kind of event it was, in a text of the day `latest`."""

    latest: str | None = None
    by_speaker: dict[tuple[str, ...], Told] = field(default_factory=dict)
    by_noun: dict[str, Told] = field(default_factory=dict)
    told: list[tuple[str, Told]] = field(default_factory=list)
    settings: dict[tuple[str, ...], Told] = field(default_factory=dict)

    def carry(self, names: tuple[str, ...], told: Told, *, now: bool = False, goes_on: bool = False) -> Told:
        """What holds for words of these speakers: what their own clause tells, else what was told before of the event they speak at.

        A date without an event holds for what `goes_on` with the words beside it, and for the rest where it is a day of the week before
        the text: what the report is about. Who speaks `now` speaks at no event that is over.
        """
        known = told if now else self._known(names, told, goes_on=goes_on)
        if told.event and told.event.noun and not (told.event.definite and known is not told):
            self.by_noun[told.event.noun] = known
            if known.occasion and known.occasion.text:
                self.told.append((known.occasion.text, known))
        if names:
            self.by_speaker[names] = known
        return known

    def _known(self, names: tuple[str, ...], told: Told, *, goes_on: bool) -> Told:
        if told.event and told.event.definite and not told.event.place and not told.event.dates:
            same = self.by_noun.get(told.event.noun)  # "the meeting": the one told of before
            if same:
                return Told(told.said_on or _carried(same.said_on), same.occasion, same.event)
        if told.occasion:
            return told
        before = self._before(names, goes_on=goes_on)
        if before is None:
            return told
        if told.said_on and before.said_on and told.said_on.edtf != before.said_on.edtf:
            return told  # said on another day, and so elsewhere
        return Told(told.said_on or _carried(before.said_on), before.occasion, before.event)

    def _before(self, names: tuple[str, ...], *, goes_on: bool) -> Told | None:
        last = self.by_speaker.get(names)
        if last and (last.event or goes_on or _is_news(last.said_on, self.latest)):
            return last
        return None if last and last.said_on else self._shared(names) or self.settings.get(names)

    def _shared(self, names: tuple[str, ...]) -> Told | None:
        """An event that the speaker was named at ("talks with Elena Brandt"), or that was a joint one."""
        for phrase, told in reversed(self.told):
            named = any(name.rsplit(maxsplit=1)[-1] in phrase for name in names)
            if named or (names and not JOINT.isdisjoint(phrase.casefold().split())):
                return told
        return None
