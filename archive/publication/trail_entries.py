"""The trails of claims with the silence before each entry: after an act, only the entries whose silence it changes are written anew.

The reports of one occasion are one entry, that of the first of them. One without a date is none, and one that was retracted is none.
"""

import heapq
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.db.models import Q, QuerySet

from archive import edtf
from archive.enums import CountedAs
from archive.models import CountedLink, TrailEntry

FEW, AT_ONCE = 4, 500  # entries read at first, and of those that a walk goes on through
MANY = 200  # entries that one act changes in one claim, from which on all that stand between them are gone through
STANDS = tuple(CountedAs.occasions())  # as what an entry of a trail counts

POSITION = attrgetter("position")
Position = tuple[int, int]  # in the order of a trail
END = (edtf.UNDATED_SORT, 0)  # behind every entry


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
    changes = [_change_of(claim, sayings) for claim, sayings in sorted(touched.items())]
    gone = [entry.occurrence for change in changes for entry in change.gone]
    TrailEntry.objects.filter(occurrence__in=gone).delete()  # all before any comes: an entry may go from one trail to another
    for change in changes:
        _go_through(change)


def _change_of(claim: int, sayings: set[int]) -> Change:
    wanted = set(_firsts(claim, sayings))
    kept = {step.entry for step in read(TrailEntry.objects.filter(claim=claim, saying__in=sayings))}
    return Change(claim, wanted - kept, kept - wanted)


def _go_through(change: Change) -> None:
    changed = sorted({entry.position for entry in change.come | change.gone})
    if len(changed) > MANY:
        _walk(change, changed[0], changed[-1])
        return
    through: Position = (0, 0)
    for position in changed:
        if position > through:
            through = _walk(change, position, position)


def _firsts(claim: int, sayings: set[int]) -> Iterator[Entry]:
    links = CountedLink.objects.filter(claim=claim, saying__in=sayings).filter(figure__in=STANDS).order_by("saying", "said_sort", "pk")
    rows = map(Entry._make, links.values_list(*Entry._fields))
    firsts = (next(reports) for _saying, reports in groupby(rows, key=lambda entry: entry.saying))
    return (first for first in firsts if first.said_sort < edtf.UNDATED_SORT)


def _walk(change: Change, first: Position, last: Position) -> Position:
    """Go through the trail from one position until nothing changes any more behind another; returns how far the silences are right."""
    come = sorted((Step(*entry) for entry in change.come if entry.position >= first), key=POSITION)
    heard = _heard_before(change.claim, first)
    through, changed = END, []
    for known in heapq.merge(come, _from(change.claim, first), key=POSITION):
        step, is_new = _step(known.entry, heard), known.entry in change.come
        if step == known and known.position >= last and not is_new:
            through = known.position
            break
        changed += [step] if step != known or is_new else []
        heard = _heard_after(heard, step.entry)
    write(changed)
    return through


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
    columns = ["occurrence_id", "claim_id", *Step._fields[2:]]
    rows = [TrailEntry(**dict(zip(columns, step, strict=True))) for step in steps]
    if rows:
        TrailEntry.objects.bulk_create(
            rows, batch_size=1000, update_conflicts=True, unique_fields=["occurrence"], update_fields=Step._fields[1:]
        )


def longest_silence(claim: int) -> tuple[Step, Step] | None:
    """The two entries between which the most days passed, at least; None for fewer than two."""
    trail = TrailEntry.objects.filter(claim=claim)
    longest = trail.filter(days__isnull=False).order_by("-days", "-most_days", "said_sort", "occurrence")[:1]
    until = next(read(longest), None)
    if until is None or until.heard is None:
        return None
    since = trail.filter(**until.heard._asdict()).order_by("occurrence")[:1]
    return next(read(since)), until
