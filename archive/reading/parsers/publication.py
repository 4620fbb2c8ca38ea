"""Weighs what a page tells of its publication: the likeliest day, the time and zone that go with it; all readings where they disagree."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from archive.reading.parsers.evidence import (
    GUESS,
    PRINT,
    Evidence,
    changed_in,
    in_addresses,
    in_linked_data,
    in_metas,
    within,
)  # fmt: skip
from archive.reading.parsers.marked import in_markup
from archive.reading.parsers.moments import Moment
from archive.reading.parsers.printed import headline_of, in_print
from archive.reading.types import DateRead

SHOWN = 1.3  # trust from which a reading that disagrees is shown to the editor
AGAIN = 0.25  # what a second place of the same witness adds
A_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Publication:
    """When the page was published, as EDTF; the place that tells it; and every reading, where several disagree."""

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
        *in_linked_data(tree, language, words), *in_metas(tree, language), *in_markup(tree, language), *in_addresses(addresses),
        *in_print(tree, language, headline)[:8],
    ]  # fmt: skip
    changed = changed_in(tree)
    evidence = within(evidence, today + A_DAY)
    evidence += _guessed(guess(), evidence, {moment.day for moment in changed})
    if not evidence:
        return None
    day = _likeliest(evidence)
    told = _moment_on(day, evidence, changed)
    place = next(one.place for one in sorted(evidence, key=lambda one: (one.moment != told, -one.trust)))
    return Publication(told.edtf, place, _readings(day, told, evidence))


def _guessed(day: datetime.date | None, evidence: list[Evidence], changed: set[datetime.date]) -> list[Evidence]:
    """htmldate's own answer. It falls back on the day of the last change, and on the first of January of a copyright line."""
    if day is None:
        return []
    told = {one.moment.day for one in evidence}
    fell_back = day not in told and (day in changed or (day.month, day.day) == (1, 1))
    return [Evidence(Moment(day), "htmldate", 0.1 if fell_back else 1.3, GUESS)]


def _likeliest(evidence: list[Evidence]) -> datetime.date:
    """The day with the most trust: of each witness the best place, and a little for each further one. Of equals the one told first."""
    witnesses: dict[datetime.date, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one in evidence:
        witnesses[one.moment.day][one.group].append(one.trust)

    def weight(day: datetime.date) -> float:
        return sum(max(trusts) + AGAIN * (len(trusts) - 1) * (max(trusts) > 0) for trusts in witnesses[day].values())

    return max(witnesses, key=weight)


def _moment_on(day: datetime.date, evidence: list[Evidence], changed: list[Moment]) -> Moment:
    """The time and zone that were told with the day, or with its neighbour: a server's clock in UTC may stand on the day beside."""
    timed = [
        one for one in evidence if one.moment.clock and one.trust > 0 and abs(one.moment.day - day) <= A_DAY and not _is_filler(one.moment)
    ]
    if not timed:
        return Moment(day)
    offsets = [moment.offset for moment in [*(one.moment for one in timed), *changed] if moment.offset]
    best = max(timed, key=lambda one: (one.moment.offset is not None, one.moment.day == day, one.group != PRINT, one.trust)).moment
    if best.day != day and best.offset == datetime.timedelta():
        return next((there for offset in offsets if (there := _seen_from(best, offset)).day == day), best)
    return best if best.day == day or best.offset is not None else Moment(day)


def _is_filler(moment: Moment) -> bool:
    """Midnight in UTC is what programs write who know the day alone."""
    return moment.clock == datetime.time() and not moment.offset


def _seen_from(moment: Moment, offset: datetime.timedelta) -> Moment:
    instant = moment.instant
    assert instant is not None  # noqa: S101 - for the type checker: the caller has seen clock and offset
    there = instant + offset
    return replace(moment, day=there.date(), clock=there.time(), offset=offset)


def _readings(day: datetime.date, told: Moment, evidence: list[Evidence]) -> tuple[DateRead, ...]:
    """All readings, where a trusted place tells another day; the chosen one first."""
    ranked = sorted((one for one in evidence if one.trust >= SHOWN), key=lambda one: -one.trust)
    others: dict[datetime.date, Evidence] = {}
    for one in ranked:
        if one.moment.day not in (day, told.day) and all(abs(one.moment.day - other) > A_DAY for other in (day, told.day)):
            others.setdefault(one.moment.day, one)
    if not others and told.day == day:
        return ()
    chosen = next((one.place for one in sorted(evidence, key=lambda one: -one.trust) if one.moment.day == day), "")
    own = [DateRead(told.edtf, chosen)] if told.day == day else [DateRead(told.edtf, "stated time"), DateRead(day.isoformat(), chosen)]
    return (*own, *(DateRead(one.moment.edtf, one.place) for one in others.values()))
