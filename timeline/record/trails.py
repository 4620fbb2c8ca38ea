"""The read model of a claim: its public occurrences as a trail of entries, each with the days since the entry before, and the words that
changed since the last time that it was asserted.

Reports of one occasion stand under one entry. Denials, relays, variants and what is narrower or wider stand where they fall.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.http import urlencode
from django.utils.translation import get_language

from archive.entries.histories import History
from archive.entries.reading import entries_of
from archive.entries.reservations import Reservation
from timeline.chronology import shape_of
from timeline.lists.named import ClaimName, Listed, Shown
from timeline.lists.occurrences import Occurrences, Placed
from timeline.lists.paging import OF_A_TRAIL, OLDEST_FIRST, ListPage, page_from
from timeline.printing.addresses import address
from timeline.printing.language import one_language
from timeline.record.comparing import IN_ANOTHER_LANGUAGE, Changes, Wording, changes
from timeline.record.counting import Counts, counted_before
from timeline.record.reports_of_claims import Report, read
from timeline.said_again import Tag, tag_of

REPORTS_READ = 20  # of the last saying before a page
MOST_KEPT = 20  # pages whose steps a process keeps, with all their reports


@dataclass(frozen=True)
class Compared:
    """The words that changed since an earlier occurrence, or a remark that says why none are shown; and where that one stands.

    `is_short`: one of the two is an answer that can't be compared.
    """

    report: Report
    url: str
    wording: tuple[Wording, ...] = ()
    remark: str = ""
    is_short: bool = False


@dataclass(frozen=True)
class Step:
    """One saying (or denial, relay, variant) of a claim: the report that stands for it, and the others.

    `compared`: with which earlier words its own are compared; `anchors`: the occurrences that bear the anchor of their statement; `counts`:
    whether the list's figure counts it, which it does once an occasion. Two that are equal look the same, in one language.
    """

    lead: Report
    compared: Compared | None = None
    reports: tuple[Report, ...] = ()
    anchors: frozenset[int] = frozenset()
    counts: bool = True

    @property
    def tag(self) -> Tag:
        return tag_of(self.lead.carried)

    @property
    def shape(self) -> str:
        said = self.lead.said
        return shape_of(said.date if said else None)

    @property
    def role(self) -> str:
        return self.lead.carried.role

    @property
    def history(self) -> History:
        return self.lead.carried.history

    @property
    def reservation(self) -> Reservation | None:
        """Of the first on record: by which words it was said before."""
        return self.lead.carried.reserved

    @property
    def elsewhere(self) -> list[list[Report]]:
        """The reports in other articles, by article: two captures of it, or two sentences in it, are one report."""
        found: dict[int, list[Report]] = {}
        for one in self.reports:
            found.setdefault(one.placed.article, []).append(one)
        return [reports for article, reports in found.items() if article != self.lead.placed.article]

    @property
    def repeats(self) -> list[Report]:
        """The same in other words of the same article: its headline, say."""
        return [one for one in self.reports if one.placed.article == self.lead.placed.article]


@dataclass(frozen=True)
class Trail:
    """One page of a trail: its steps, the reports in them in their order, and what these name."""

    steps: tuple[Step, ...]
    reports: list[Report]
    beside: Listed


def anchor_of(public_id: str) -> str:
    return f"s-{public_id}"


def place_of(claim: ClaimName, public_id: str) -> str:
    """Where a statement stands in the trail of a claim: the address of a page that holds it, and its anchor there."""
    return f"{address('claim', claim.slug)}?{urlencode({'at': public_id})}#{anchor_of(public_id)}"


def page_at(rows: Occurrences, public_id: str, first: ListPage) -> ListPage:
    """The page of a trail that holds a statement: the first, if it does, else one that begins with it. An unknown one opens the first."""
    is_one = public_id.isalnum()  # PostgreSQL refuses to be asked for a NUL
    found = rows.of_statement(public_id).read(OLDEST_FIRST, None, 1, back=False) if is_one else []
    if not found or any(row.statement == found[0].statement for row in first.rows):
        return first
    return page_from(rows, OLDEST_FIRST, found[0], size=OF_A_TRAIL)


def first_appearance(claim: int) -> Shown | None:
    """The first saying on record, on whatever page; where it was never said in so many words, the first entry that is no denial."""
    rows = Occurrences(claim).asserted()
    first = rows.said().read(OLDEST_FIRST, None, 1, back=False) or rows.read(OLDEST_FIRST, None, 1, back=False)
    found = entries_of(one.statement for one in first)
    return next(iter(found.values()), None)


def trail(page: ListPage, rows: Occurrences) -> Trail:
    """One page of a claim's occurrences, oldest first; `rows`: the list that it is of."""
    reports, beside = read([*_last_before(page, rows.claim), *page.rows])
    here = {row.id for row in page.rows}
    last, shown = [one for one in reports if one.number not in here], [one for one in reports if one.number in here]
    counted = _counted(shown, _counted_before(page, rows, {one.placed.saying for one in shown}))
    return Trail(_steps(tuple(shown), tuple(last), counted, get_language()), shown, beside)


def _last_before(page: ListPage, claim: int) -> list[Placed]:
    """On a page that begins in the middle: the reports of what was asserted last before its first row."""
    if not page.previous or not page.rows:
        return []
    found = Occurrences(claim).asserted().read(OLDEST_FIRST, page.rows[0].place, REPORTS_READ, back=True)
    return [row for row in reversed(found) if row.saying == found[0].saying]


def _counted_before(page: ListPage, rows: Occurrences, sayings: Collection[int]) -> set[Counts]:
    """What counts of these sayings on the pages of the list before this one."""
    return counted_before(rows, page.rows[0].place, sayings) if page.previous and sayings else set()


def _counted(reports: Iterable[Report], before: set[Counts]) -> frozenset[int]:
    """The numbers of those that the list's figures count: the first of its saying in each, on whatever page."""
    firsts: dict[Counts, int] = {}
    for one in reports:
        firsts.setdefault(one.counts, one.number)
    return frozenset(number for counts, number in firsts.items() if counts.figure and counts not in before)


@lru_cache(maxsize=MOST_KEPT)
def _steps(reports: tuple[Report, ...], last: tuple[Report, ...], counted: frozenset[int], _language: str | None) -> tuple[Step, ...]:
    """`last`: the reports of what was asserted last before these; `counted`: the numbers of those that count."""
    with one_language():
        return tuple(_grouped(reports, list(last), counted))


def _grouped(reports: Iterable[Report], last: list[Report], counted: frozenset[int]) -> list[Step]:
    groups: list[tuple[list[Report], Compared | None]] = []
    of_saying: dict[int, list[list[Report]]] = {}
    here: set[int] = set()
    anchors: set[int] = set()
    for one in reports:
        known = of_saying.setdefault(one.placed.saying, [])
        group = next((group for group in reversed(known) if _is_report_of(one, group[0])), None)
        if group:
            group.append(one)
        else:
            known.append([one])
            groups.append((known[-1], _compared(one, last, here)))
        if one.placed.statement not in here:
            anchors.add(one.number)
            here.add(one.placed.statement)
        last = _followed(last, one)
    return [_step(group, compared, anchors, counted) for group, compared in groups]


def _step(group: list[Report], compared: Compared | None, anchors: set[int], counted: frozenset[int]) -> Step:
    lead, *others = group
    return Step(lead, compared, tuple(others), frozenset(one.number for one in group if one.number in anchors), lead.number in counted)


def _is_report_of(one: Report, lead: Report) -> bool:
    """Another report of the same saying in the same words: counted in the same figure, and with somebody who speaks in both."""
    return one.way == lead.way and not one.speakers.isdisjoint(lead.speakers)


def _followed(last: list[Report], one: Report) -> list[Report]:
    """The reports of what was asserted last, once this one is read."""
    if not one.asserts or one.is_retracted:
        return last
    same = last and last[0].placed.saying == one.placed.saying
    return [*last, one] if same else [one]


def _compared(one: Report, last: list[Report], here: set[int]) -> Compared | None:
    """`here`: the statements that have an anchor on this page already."""
    if not last or not one.asserts:
        return None
    older = next((other for other in last if other.shown["language"] == one.shown["language"]), last[0])
    is_here = older.placed.statement in here
    url = f"#{anchor_of(older.public_id)}" if is_here else place_of(one.carried.claim, older.public_id)
    is_comparable = older.shown["language"] == one.shown["language"]
    found = changes(older.words, one.words) if is_comparable else Changes(remark=IN_ANOTHER_LANGUAGE)
    if found.remark:
        return Compared(older, url, remark=found.remark.words(), is_short=found.remark.is_short)
    return Compared(older, url, found.wording)
