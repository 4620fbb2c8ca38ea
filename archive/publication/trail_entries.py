"""The trails of claims with the silence before each entry: after an act, only the entries whose silence it changes are written anew.

The reports of one occasion are one entry, that of the first of them. One without a date is none, and one that was retracted is none.
"""

import heapq
from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from django.db.models import Q, QuerySet

from archive import edtf, many_rows
from archive.entries.asking import asked_of
from archive.enums import CountedAs
from archive.models import ClaimTally, TrailEntry
from archive.publication.counted_links import Link, by_claim, counted_of

FEW, AT_ONCE = 4, 500  # entries read at first, and of those that a walk goes on through
ONE_LINK = 2  # places that one link changes at most, by going from one to the other
PASSED = 200  # entries that are read in the time of finding where one stands
STANDS = tuple(CountedAs.occasions())  # as what an entry of a trail counts

OF_SAYINGS = "SELECT t.occurrence_id FROM wanted JOIN archive_trailentry t ON t.claim_id = wanted.claim AND t.saying = wanted.saying"
LONGEST = """
SELECT wanted.claim, (
    SELECT t.occurrence_id FROM archive_trailentry t
    WHERE t.claim_id = u.claim_id AND t.said_sort = u.heard_sort AND t.said_latest = u.heard_latest ORDER BY t.occurrence_id LIMIT 1
), u.occurrence_id, u.days FROM wanted JOIN archive_trailentry u ON u.occurrence_id = (
    SELECT t.occurrence_id FROM archive_trailentry t WHERE t.claim_id = wanted.claim AND t.days IS NOT NULL
    ORDER BY t.days DESC, t.most_days DESC, t.said_sort, t.occurrence_id LIMIT 1
)
"""

POSITION = attrgetter("position")
Position = tuple[int, int]  # in the order of a trail
BEGIN, END = (0, 0), (edtf.UNDATED_SORT, 0)  # before and behind every entry


class Entry(NamedTuple):
    """The columns of TrailEntry without what follows from the entries before it."""

    occurrence: int
    claim: int
    saying: int
    said_sort: int
    said_latest: date

    @property
    def position(self) -> Position:
        return self.said_sort, self.occurrence


class Heard(NamedTuple):
    """The entry that ends last of those so far; of two that end together, the one before."""

    said_sort: int
    said_latest: date


class Step(NamedTuple):
    """An entry with the silence before it: the columns of TrailEntry."""

    occurrence: int
    claim: int
    saying: int
    said_sort: int
    said_latest: date
    heard_sort: int | None = None
    heard_latest: date | None = None
    days: int | None = None
    most_days: int | None = None

    @property
    def entry(self) -> Entry:
        return Entry(*self[:5])

    @property
    def position(self) -> Position:
        return self.said_sort, self.occurrence

    @property
    def heard(self) -> Heard | None:
        return None if self.heard_sort is None or self.heard_latest is None else Heard(self.heard_sort, self.heard_latest)


class Change(NamedTuple):
    """What comes into a trail and goes out of it."""

    claim: int
    come: set[Entry]
    gone: set[Entry]

    @property
    def positions(self) -> list[Position]:
        return sorted({entry.position for entry in self.come | self.gone})


def steps_of(entries: Iterable[Entry]) -> Iterator[Step]:
    """A whole trail, whose entries come in its order."""
    heard: Heard | None = None
    for entry in entries:
        yield _step(entry, heard)
        heard = _heard_after(heard, entry)


def _step(entry: Entry, heard: Heard | None) -> Step:
    if heard is None:
        return Step(*entry)
    fewest = (edtf.earliest_of(entry.said_sort) - heard.said_latest).days
    most = (entry.said_latest - edtf.earliest_of(heard.said_sort)).days
    return Step(*entry, *heard, max(0, fewest), max(0, most))


def _heard_after(heard: Heard | None, entry: Entry) -> Heard:
    return heard if heard and heard.said_latest >= entry.said_latest else Heard(entry.said_sort, entry.said_latest)


def renew(touched: dict[int, set[int]]) -> None:
    """After links changed, of these sayings in these claims: their entries in the trails, and the silences that depend on them."""
    changes = _changes(sorted((claim, saying) for claim, sayings in touched.items() for saying in sayings))
    gone = [entry.occurrence for change in changes for entry in change.gone]
    TrailEntry.objects.filter(occurrence__in=gone).delete()  # all before any comes: an entry may go from one trail to another
    dense = _dense([change for change in changes if len(change.positions) > ONE_LINK])
    whole = {change.claim for change in dense}
    write([*_gone_through(dense), *(step for change in changes if change.claim not in whole for step in _walked(change))])


def _changes(sayings: list[tuple[int, int]]) -> list[Change]:
    wanted, kept = set(_firsts(sayings)), {step.entry for step in _kept(sayings)}
    come, gone = by_claim(wanted - kept), by_claim(kept - wanted)
    return [Change(claim, set(come[claim]), set(gone[claim])) for claim in sorted(come.keys() | gone.keys())]


def _firsts(sayings: list[tuple[int, int]]) -> Iterator[Entry]:
    """The first link of each saying that stands, where it has a day."""
    firsts: dict[tuple[int, int], Link] = {}
    for link in counted_of(sayings):
        if link.figure in STANDS:
            firsts.setdefault((link.claim, link.saying), link)
    for one in firsts.values():
        if one.said_latest:
            yield Entry(one.occurrence, one.claim, one.saying, one.said_sort, one.said_latest)


def _kept(sayings: list[tuple[int, int]]) -> Iterator[Step]:
    found = asked_of(OF_SAYINGS, ("claim", "saying"), sayings)
    return read(TrailEntry.objects.filter(pk__in=[pk for (pk,) in found]))


def _dense(changes: list[Change]) -> list[Change]:
    """Those of which so much changes that their whole trails are gone through sooner."""
    figures = ClaimTally.objects.filter(claim__in=[change.claim for change in changes]).values_list("claim", *STANDS)
    lengths = {claim: sum(numbers) for claim, *numbers in figures}
    return [change for change in changes if lengths.get(change.claim, 0) <= PASSED * len(change.positions)]


def _gone_through(changes: list[Change]) -> list[Step]:
    """What is otherwise in these trails, which are read whole."""
    known = set(read(TrailEntry.objects.filter(claim__in=[change.claim for change in changes])))
    entries = by_claim([*(step.entry for step in known), *(entry for change in changes for entry in change.come)])
    return [step for trail in entries.values() for step in steps_of(sorted(trail, key=POSITION)) if step not in known]


def _walked(change: Change) -> list[Step]:
    """What is otherwise in this trail, which is read where something came or went."""
    through, found = BEGIN, list[Step]()
    for position in change.positions:
        if position > through:
            through, changed = _walk(change, position)
            found += changed
    return found


def _walk(change: Change, first: Position) -> tuple[Position, list[Step]]:
    """Go through the trail from one position until nothing changes any more; returns how far the silences are right then, and what is
    otherwise up to there."""
    come = sorted((Step(*entry) for entry in change.come if entry.position >= first), key=POSITION)
    heard, changed = _heard_before(change.claim, first), list[Step]()
    for known in heapq.merge(come, _from(change.claim, first), key=POSITION):
        step, is_new = _step(known.entry, heard), known.entry in change.come
        if step == known and not is_new:
            return known.position, changed
        changed += [step] if step != known or is_new else []
        heard = _heard_after(heard, step.entry)
    return END, changed


def _heard_before(claim: int, position: Position) -> Heard | None:
    sort, occurrence = position
    before = TrailEntry.objects.filter(claim=claim, said_sort__lte=sort).filter(Q(said_sort__lt=sort) | Q(occurrence__lt=occurrence))
    last = next(read(before.order_by("-said_sort", "-occurrence")[:1]), None)
    return last and _heard_after(last.heard, last.entry)


def _from(claim: int, position: Position) -> Iterator[Step]:
    """The entries from a position on, by key."""
    rows = list(_some_from(claim, position, FEW))
    while rows:
        yield from rows
        sort, occurrence = rows[-1].position
        rows = list(_some_from(claim, (sort, occurrence + 1), AT_ONCE))


def _some_from(claim: int, position: Position, number: int) -> Iterator[Step]:
    sort, occurrence = position
    behind = TrailEntry.objects.filter(claim=claim, said_sort__gte=sort).filter(Q(said_sort__gt=sort) | Q(occurrence__gte=occurrence))
    return read(behind.order_by("said_sort", "occurrence")[:number])


def read(rows: QuerySet[TrailEntry]) -> Iterator[Step]:
    return map(Step._make, rows.values_list(*Step._fields))


def write(steps: Iterable[Step]) -> None:
    many_rows.write(TrailEntry, Step._fields, steps, key=["occurrence"])


def longest_silences(claims: Iterable[int]) -> dict[int, tuple[int, int, int]]:
    """For each of these claims with two entries or more the two between which the most days passed, at least, and how many."""
    found = asked_of(LONGEST, ("claim",), [(claim,) for claim in claims])
    return {claim: (since, until, days) for claim, since, until, days in found}
