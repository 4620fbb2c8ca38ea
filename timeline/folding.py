"""The chronology by pages on which an occasion that takes many rows is told by its first few, with a link to all of them.

    folded = folded_at(walk, order, cursor)
    folded.page     # the places that it covers, shown or folded, with the cursors beside them
    folded.rows     # its entries, and folds among them

What is folded makes room for what follows, so that a page of a busy day is no page of three lines; the next one begins behind the last
place that this one covers. All of an occasion are found in the same list narrowed to it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from archive.entries.asking import asked, listed
from archive.entries.whens import When
from timeline import chronology
from timeline.chronology import Entry
from timeline.lists.named import OccasionName
from timeline.lists.occasions import Reported, reported
from timeline.lists.paging import ON_A_PAGE, ListPage, Order, leads_back, page_between, page_of
from timeline.lists.sources import Place
from timeline.lists.walks import Walk

MOST_WHOLE = 5  # rows of one occasion and day that stand as they are
SHOWN = 3  # of more of them
MOST_COVERED = 10 * ON_A_PAGE  # places that are read besides, where some are folded

# The plus has rows looked up by their numbers alone: a SQLite that knows of few rows reads all that have an occasion.
OCCASIONS = "SELECT id, said_on, occasion_id FROM archive_statement WHERE id IN ({numbers}) AND +occasion_id IS NOT NULL"


class Kin(NamedTuple):
    """What is folded together: the rows of an occasion with one date."""

    said_on: str
    occasion: int


KinOf = dict[int, Kin | None]


@dataclass(frozen=True)
class Fold:
    """An occasion with its first entries on a page, and how many others are folded there."""

    occasion: OccasionName
    entries: list[Entry]
    left: int
    reported: Reported

    @property
    def said_on(self) -> str:
        return self.entries[0].said_on

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
    page = page_of(walk, order, cursor=cursor, size=ON_A_PAGE)
    kin = _kin_of(page.rows, {})
    back = leads_back(walk, order, cursor)
    further = page.previous if back else page.next
    if further and _folded(page.rows, kin):
        page, kin = _filled(page, kin, walk, order, back=back)
    return Folded(page, _told(page.rows, kin))


def _filled(page: ListPage, kin: KinOf, walk: Walk, order: Order, *, back: bool) -> tuple[ListPage, KinOf]:
    """The page with so many places more that it is full. A few suffice where what lies beyond it is of a date that was read to its end."""
    further = page.previous if back else page.next
    for most in sorted({min(ON_A_PAGE, MOST_COVERED), MOST_COVERED}):
        more = page_of(walk, order, cursor=further, size=most)
        every, has_more = ([*more.rows, *page.rows], more.previous) if back else ([*page.rows, *more.rows], more.next)
        kin = _kin_of(every, kin)
        places, beyond = _covered(every, kin, back=back)
        if not has_more or (beyond and beyond.said_sort != every[0 if back else -1].said_sort):
            break
    has_further = bool(beyond or has_more)
    has_previous, has_next = (has_further, bool(page.next)) if back else (bool(page.previous), has_further)
    return page_between(places, walk, order, has_previous, has_next), kin


def _kin_of(places: Iterable[Place], known: KinOf) -> KinOf:
    """By the number of the statement, of those of the places that may be folded, because many have their date; none of what was said on
    no occasion."""
    dates = Counter([place.said_sort for place in places])
    numbers = [place.id for place in places if dates[place.said_sort] > MOST_WHOLE and place.id not in known]
    if not numbers:
        return known
    found = {pk: Kin(*told) for pk, *told in asked(OCCASIONS.format(numbers=listed(numbers)))}
    return known | dict.fromkeys(numbers) | found


def _folded(places: Iterable[Place], kin: KinOf) -> set[Place]:
    """Those of the places that are not shown: of each kin that is many, all but the first."""
    counts = Counter([kin.get(place.id) for place in places])
    many = {one for one, count in counts.items() if one and count > MOST_WHOLE}
    seen: Counter[Kin] = Counter()
    found = set()
    for place in places if many else ():
        if (one := kin.get(place.id)) and one in many:
            seen[one] += 1
            if seen[one] > SHOWN:
                found.add(place)
    return found


def _covered(every: list[Place], kin: KinOf, *, back: bool) -> tuple[list[Place], Place | None]:
    """As many of the places, from the first on (or `back` from the last), as make a full page; and which one lies beyond them."""
    folded = _folded(every, kin)
    shown = [number for number, place in enumerate(every) if place not in folded]
    if len(shown) <= ON_A_PAGE:
        return every, None
    cut = shown[-ON_A_PAGE] if back else shown[ON_A_PAGE]
    return (every[cut:], every[cut - 1]) if back else (every[:cut], every[cut])


def _told(places: Sequence[Place], kin: KinOf) -> list[Entry | Fold]:
    folded = _folded(places, kin)
    entries = chronology.entries([place.id for place in places if place not in folded])
    left = Counter([one for place in folded if (one := kin[place.id])])
    return _with_folds(entries, left) if left else list(entries)


def _with_folds(entries: list[Entry], left: Mapping[Kin, int]) -> list[Entry | Fold]:
    """The entries, those of each kin of which some are left out together where the first of them stands."""
    counted = reported({one.occasion for one in left})
    folds: dict[Kin, Fold] = {}
    rows: list[Entry | Fold] = []
    for row in entries:
        kin, occasion = Kin(row.said_on, row.shown["occasion"]), row.told.occasion
        if kin not in left or occasion is None:
            rows.append(row)
            continue
        if kin not in folds:
            folds[kin] = Fold(occasion, [], left[kin], counted.get(kin.occasion, Reported()))
            rows.append(folds[kin])
        folds[kin].entries.append(row)
    return rows
