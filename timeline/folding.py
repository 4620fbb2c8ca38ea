"""The chronology by pages on which an occasion that takes many rows is told by its first few, with a link to all of them.

    folded = folded_at(walk, order, cursor)
    folded.page     # the places that it covers, shown or folded, with the cursors beside them
    folded.rows     # its entries, and folds among them

What is folded makes room for what follows, so that a page of a busy day is no page of three lines; the next one begins behind the last
place that this one covers. All of an occasion are found in the same list narrowed to it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from archive.entries.asking import asked, listed
from archive.entries.whens import When
from timeline import chronology
from timeline.chronology import Entry
from timeline.lists.named import OccasionName, Shown
from timeline.lists.occasions import Reported, reported
from timeline.lists.paging import PAGE_SIZE, ListPage, Order, leads_back, page_between, page_of
from timeline.lists.sources import Place
from timeline.lists.walks import Walk

MOST_WHOLE = 5  # rows of one occasion and day that stand as they are
SHOWN = 3  # of more of them
MOST_COVERED = 4 * PAGE_SIZE  # places that are read besides, where some are folded

# The plus has rows looked up by their numbers alone: a SQLite that knows of few rows reads all that have an occasion.
OCCASIONS = "SELECT id, said_on, occasion_id FROM archive_statement WHERE id IN ({numbers}) AND +occasion_id IS NOT NULL"


class Kin(NamedTuple):
    """What is folded together: the rows of an occasion with one date."""

    said_on: str
    occasion: int


@dataclass(frozen=True)
class Fold:
    """An occasion with its first entries on a page, and how many others are folded there."""

    occasion: OccasionName
    entries: tuple[Entry, ...]
    left: int
    reported: Reported

    @property
    def said(self) -> When | None:
        return self.entries[0].said

    @property
    def said_in_words(self) -> str:
        return self.entries[0].said_in_words


class Folded(NamedTuple):
    page: ListPage
    rows: list[Entry | Fold]


def folded_at(walk: Walk, order: Order, cursor: str = "") -> Folded:
    """The page at a cursor. Raises CursorError as `page_of` does."""
    page = page_of(walk, order, cursor=cursor, size=PAGE_SIZE)
    kin = _kin_of(page.rows)
    back = leads_back(walk, order, cursor)
    further = page.previous if back else page.next
    if further and _folded(page.rows, kin):
        more = page_of(walk, order, cursor=further, size=MOST_COVERED)
        kin |= _kin_of(more.rows)
        places, is_cut = _covered(page.rows, more.rows, kin, back=back)
        has_further = is_cut or bool(more.previous if back else more.next)
        has_previous, has_next = (has_further, bool(page.next)) if back else (bool(page.previous), has_further)
        page = page_between(places, walk, order, has_previous, has_next)
    return Folded(page, _told(page.rows, kin))


def _kin_of(places: Iterable[Place]) -> dict[int, Kin]:
    """By the number of the statement, of those that were said on an occasion."""
    numbers = listed(place.id for place in places)
    return {pk: Kin(*told) for pk, *told in asked(OCCASIONS.format(numbers=numbers))}


def _folded(places: Iterable[Place], kin: dict[int, Kin]) -> list[Place]:
    """Those of the places that are not shown: of each kin that is many, all but the first."""
    many = {one for one, count in Counter(kin[place.id] for place in places if place.id in kin).items() if count > MOST_WHOLE}
    seen: Counter[Kin] = Counter()
    found = []
    for place in places:
        if (one := kin.get(place.id)) in many:
            seen[one] += 1
            found += [place] if seen[one] > SHOWN else []
    return found


def _covered(places: list[Place], more: list[Place], kin: dict[int, Kin], *, back: bool) -> tuple[list[Place], bool]:
    """As many of the places, and of more behind them (or `back` before them), as make a full page; and whether some are left."""
    every = [*more, *places] if back else [*places, *more]
    folded = set(_folded(every, kin))
    numbers = [number for number, place in enumerate(every) if place not in folded]
    if len(numbers) <= PAGE_SIZE:
        return every, False
    return (every[numbers[-PAGE_SIZE] :] if back else every[: numbers[PAGE_SIZE]]), True


def _told(places: Sequence[Place], kin: dict[int, Kin]) -> list[Entry | Fold]:
    folded = set(_folded(places, kin))
    left = Counter(kin[place.id] for place in folded)
    entries = chronology.entries([place.id for place in places if place not in folded])
    together: dict[Kin, list[Entry]] = {one: [row for row in entries if _is_of(row.shown, one)] for one in left}
    counted = reported({one.occasion for one in left}) if left else {}
    rows: list[Entry | Fold] = []
    for row in entries:
        one = Kin(row.shown["said_on"], row.shown["occasion"])
        if one not in left:
            rows.append(row)
        elif together[one][0] is row and row.told.occasion:
            rows.append(Fold(row.told.occasion, tuple(together[one]), left[one], counted.get(one.occasion, Reported())))
    return rows


def _is_of(shown: Shown, kin: Kin) -> bool:
    return (shown["said_on"], shown["occasion"]) == kin
