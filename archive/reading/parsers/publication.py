"""Weighs what a page tells of its publication: the likeliest day, the time and zone that go with it; all readings where they disagree."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from archive.reading.parsers.evidence import (  # fmt: skip
    DATA,
    GUESS,
    NEVER,
    PRINT,
    Evidence,
    changed_in,
    in_addresses,
    in_linked_data,
    in_metas,
    may_be,
    metas_of,
    months_in,
)
from archive.reading.parsers.marked import in_markup, in_scripts
from archive.reading.parsers.moments import Moment
from archive.reading.parsers.printed import headline_of, in_print
from archive.reading.parsers.prose import is_only_in_prose
from archive.reading.parsers.written import has_day_first
from archive.reading.types import DateRead

SHOWN = 1.3  # trust from which a reading that disagrees is shown to the editor
AGAIN = 0.25  # what a second place of the same witness adds
BESIDE = 0.85  # of its trust that a moment in UTC gives to the day beside
MONTH = 1.2  # what the month in the address adds to its days
A_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Publication:
    """When the page was published, as EDTF; the place that tells it; and every reading, where several disagree.

    Without a day (an empty `edtf`) there are readings that nothing vouches for."""

    edtf: str
    source: str
    readings: tuple[DateRead, ...] = ()


def publication_of(
    tree: HtmlElement, *, today: datetime.date, language: str, titles: list[str], addresses: list[str],
    guess: Callable[[], datetime.date | None],
) -> Publication | None:  # fmt: skip
    """The likeliest publication of a page. `guess` asks htmldate."""
    headline = headline_of(tree, titles)
    words = " ".join(headline.text_content().split()) if headline is not None else ""
    evidence = [
        *in_linked_data(tree, language, words), *in_metas(tree, language), *in_markup(tree, language), *in_scripts(tree, language),
        *in_addresses(addresses), *in_print(tree, language, headline)[:8],
    ]  # fmt: skip
    changed = changed_in(tree)
    evidence, unsure = _read(evidence, tree, language, today + A_DAY)
    evidence += _guessed(guess(), evidence, {moment.day for moment in changed})
    if not evidence:
        return None
    day = _likeliest(evidence, months_in(addresses))
    if _is_another(day, evidence) or _is_one_of_two(day, evidence, unsure) or _is_of_what_is_told(day, evidence, tree, language):
        return Publication("", "", tuple(DateRead(one.moment.edtf, one.place) for one in _best_of_days(evidence)))
    told = _moment_on(day, evidence, changed)
    place = next(one.place for one in sorted(evidence, key=lambda one: (one.moment != told, -one.trust)))
    return Publication(told.edtf, place, _readings(day, told, evidence))


def _read(
    evidence: list[Evidence], tree: HtmlElement, language: str, latest: datetime.date
) -> tuple[list[Evidence], list[Evidence]]:  # fmt: skip
    """All that the evidence can say, and of it the readings of dates that can be two days."""
    orders: dict[str, bool | None] = {}
    if any(one.moment.other for one in evidence):
        texts = [*next(tree.iter("body"), tree).itertext(), *(content for _, content in metas_of(tree))]
        orders = {DATA: has_day_first(texts), PRINT: has_day_first(texts, language)}  # programs don't write as the language has it
    read, unsure = list[Evidence](), list[Evidence]()
    for one in evidence:
        moments = one.moment.readings(orders.get(one.group))
        found = [replace(one, moment=moment) for moment in moments if may_be(moment, latest)]
        read += found
        unsure += found if len(found) > 1 else []
    return read, unsure


def _is_another(day: datetime.date, evidence: list[Evidence]) -> bool:
    """The page says of the day that it is no publication: on it a paper was received, or a page reviewed."""
    told = [one.trust for one in evidence if one.moment.day == day and one.group != GUESS]
    return bool(told) and max(told) < -NEVER / 2


def _is_one_of_two(day: datetime.date, evidence: list[Evidence], unsure: list[Evidence]) -> bool:
    """The day is told by dates alone that can be another as well."""
    sure = {one.moment.day for one in evidence if one.group != GUESS and one.trust > 0 and one not in unsure}
    return day in {one.moment.day for one in unsure} - sure


def _is_of_what_is_told(day: datetime.date, evidence: list[Evidence], tree: HtmlElement, language: str) -> bool:
    """No place vouches for the day, and the page prints it in its sentences alone: such a day is shown to the editor and not taken."""
    groups = {one.group for one in evidence if one.moment.day == day and one.trust > 0}
    return groups <= {PRINT, GUESS} and is_only_in_prose(tree, day, language)


def _best_of_days(evidence: list[Evidence]) -> list[Evidence]:
    best: dict[datetime.date, Evidence] = {}
    for one in sorted(evidence, key=lambda one: -one.trust):
        best.setdefault(one.moment.day, one)
    return list(best.values())


def _guessed(day: datetime.date | None, evidence: list[Evidence], changed: set[datetime.date]) -> list[Evidence]:
    """htmldate's own answer: a witness where it tells a day that nothing else does, else little more than an echo.

    It falls back on the day of the last change, which is worth little, and on the first of January of a year that is printed somewhere,
    which is worth nothing.
    """
    trust = max((one.trust for one in evidence if one.moment.day == day), default=None)
    if day is None or (trust is None and (day.month, day.day) == (1, 1)):
        return []
    fell_back = day in changed if trust is None else trust <= 0
    return [Evidence(Moment(day), "htmldate", 0.1 if fell_back else 1.3 if trust is None else 0.3, GUESS)]


def _likeliest(evidence: list[Evidence], months: set[tuple[int, int]]) -> datetime.date:
    """The day with the most trust: of each witness the best place, and a little for each further one. Of equals the one told first.

    A server's clock in UTC speaks, a little less, for the day beside too, if it may be that day already (or still) where the page is read.
    """
    witnesses: dict[datetime.date, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one in evidence:
        witnesses[one.moment.day][one.group].append(one.trust)
    for one in evidence:
        for day in _beside(one.moment):
            if day in witnesses and one.trust > 0:
                witnesses[day][one.group].append(one.trust * BESIDE)

    def weight(day: datetime.date) -> float:
        trusts = sum(max(trusts) + AGAIN * (len(trusts) - 1) * (max(trusts) > 0) for trusts in witnesses[day].values())
        return trusts + MONTH * ((day.year, day.month) in months)

    return max(witnesses, key=weight)


def _beside(moment: Moment) -> list[datetime.date]:
    """The days that it is elsewhere at a moment in UTC: up to 13 hours ahead, up to 10 behind."""
    if moment.clock is None or moment.offset != datetime.timedelta():
        return []
    return [moment.day + A_DAY] * (moment.clock.hour >= 11) + [moment.day - A_DAY] * (moment.clock.hour < 10)


def _moment_on(day: datetime.date, evidence: list[Evidence], changed: list[Moment]) -> Moment:
    """The time and zone that were told with the day, or else with its neighbour.

    A moment in UTC may lie on the day beside: it is told in an offset that the page states elsewhere, if that brings it to the day; else
    the day stands alone, for a civil day is what a record is dated by.
    """
    timed = _timed(day, evidence)
    here = [one for one in timed if one.moment.day == day]
    if here:
        return max(here, key=lambda one: (not _is_filler(one.moment), one.moment.offset is not None, one.group != PRINT, one.trust)).moment
    near = _neighbours(day, timed)
    if not near:
        return Moment(day)
    best = max(near, key=lambda one: one.trust).moment
    if best.offset:
        return best
    offsets = [moment.offset for moment in [*(one.moment for one in evidence), *changed] if moment.offset]
    return next((there for offset in offsets if (there := _seen_from(best, offset)).day == day), Moment(day))


def _timed(day: datetime.date, evidence: list[Evidence]) -> list[Evidence]:
    """What tells a clock, of the places that are trusted; of all, where none of these tells the day."""
    is_vouched_for = any(one.trust > 0 and one.group != GUESS for one in evidence if one.moment.day == day)
    return [one for one in evidence if one.moment.clock and (one.trust > 0 or not is_vouched_for)]


def _neighbours(day: datetime.date, timed: list[Evidence]) -> list[Evidence]:
    """Moments with their offset on the day before or after."""
    return [one for one in timed if abs(one.moment.day - day) == A_DAY and one.moment.offset is not None and not _is_filler(one.moment)]


def _is_filler(moment: Moment) -> bool:
    """Midnight in UTC is what programs write who know the day alone."""
    return moment.clock == datetime.time() and not moment.offset


def _seen_from(moment: Moment, offset: datetime.timedelta) -> Moment:
    instant = moment.instant
    assert instant is not None  # noqa: S101 - for the type checker: the caller has seen clock and offset
    there = instant + offset
    return replace(moment, day=there.date(), clock=there.time(), offset=offset)


def _readings(day: datetime.date, told: Moment, evidence: list[Evidence]) -> tuple[DateRead, ...]:
    """All readings, where a trusted place tells another day or a moment beside the day; the chosen one first."""
    ranked = sorted(evidence, key=lambda one: -one.trust)
    others = _of_other_days(day, told, ranked)
    if not others:
        return ()
    chosen = next(one.place for one in ranked if one.moment.day == told.day)
    return (DateRead(told.edtf, chosen), *(DateRead(one.moment.edtf, one.place) for one in others))


def _of_other_days(day: datetime.date, told: Moment, ranked: list[Evidence]) -> list[Evidence]:
    """The best place of each further day; last the day itself where another one was told, or a moment that may be of the day."""
    shown = [one for one in ranked if one.trust >= SHOWN]
    others = _best_of_days([one for one in shown if abs(one.moment.day - day) > A_DAY])
    if told.day != day:
        others.append(next(one for one in ranked if one.moment.day == day))
    elif not told.clock:
        others += _neighbours(day, [one for one in shown if one.moment.clock])[:1]
    return others
