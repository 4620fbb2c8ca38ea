"""The read model of a claim: its public occurrences as a trail of entries, each with the days since the entry before, and the words that
changed since the last time that it was asserted.

Reports of one occasion stand under one entry. Denials, relays, variants and what is narrower or wider stand where they fall.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from archive import matching
from archive.entries.histories import History
from archive.entries.reservations import Reservation
from archive.enums import Stance
from archive.models import Claim, Occurrence
from timeline.chronology import shape_of
from timeline.lists.named import ClaimName, Listed
from timeline.lists.paging import ListPage, Order, page_from
from timeline.printing.addresses import address
from timeline.printing.language import one_language
from timeline.record.counting import counting
from timeline.record.ellipses import is_elliptic
from timeline.record.reports_of_claims import Placed, Report, occurrences_of, placed, read
from timeline.said_again import Tag, tag_of

REPORTS_READ = 20  # of the last saying before a page
SHORT_WORD = 3  # letters: what stays between two changes and is not longer belongs to them


@dataclass(frozen=True)
class Wording:
    """Some words that stayed, went or came: `op` is same, removed or added."""

    op: str
    words: str


@dataclass(frozen=True)
class Compared:
    """The words that changed since an earlier occurrence, or a remark that says why none are shown; and where that one stands.

    `is_short`: one of the two is an answer that can't be compared.
    """

    report: Report
    url: str
    wording: list[Wording] = field(default_factory=list)
    remark: str = ""
    is_short: bool = False


@dataclass
class Step:
    """One saying (or denial, relay, variant) of a claim: the report that stands for it, and the others.

    `compared`: with which earlier words its own are compared; `anchors`: the occurrences that bear the anchor of their statement.
    """

    lead: Report
    tag: Tag
    shape: str
    compared: Compared | None = None
    reports: list[Report] = field(default_factory=list)
    anchors: set[int] = field(default_factory=set)
    counts: bool = True  # once an occasion; see `counting`

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

    steps: list[Step]
    reports: list[Report]
    beside: Listed


def anchor_of(public_id: str) -> str:
    return f"s-{public_id}"


def place_of(claim: ClaimName, public_id: str) -> str:
    """Where a statement stands in the trail of a claim: the address of a page that holds it, and its anchor there."""
    return f"{address('claim', claim.slug)}?{urlencode({'at': public_id})}#{anchor_of(public_id)}"


def page_at(rows: QuerySet, order: Order, public_id: str, first: ListPage) -> ListPage:
    """The page of a trail that holds a statement: the first, if it does, else one that begins with it. An unknown one opens the first."""
    found = placed(rows.filter(statement__public_id=public_id)).order_by(*order.fields).first()
    if found is None or any(row.statement == found.statement for row in first.rows):
        return first
    return page_from(placed(rows), order, found)


def first_appearance(claim: Claim) -> Occurrence | None:
    """The first saying on record, on whatever page; where it was never said in so many words, the first entry that is no denial."""
    rows = Occurrence.objects.public().whose_source_stands().filter(claim=claim).select_related("statement").order_by("said_sort", "pk")
    return rows.sayings().first() or rows.filter(stance=Stance.ASSERTS).first()


def trail(page: ListPage, order: Order, claim: Claim) -> Trail:
    """One page of a claim's occurrences, oldest first."""
    earlier = _last_before(page, order, claim)
    reports, beside = read([*earlier, *page.rows])
    here = {row.id for row in page.rows}
    last, shown = [one for one in reports if one.number not in here], [one for one in reports if one.number in here]
    with one_language():
        return Trail(_steps(shown, last), shown, beside)


def _steps(reports: list[Report], last: list[Report]) -> list[Step]:
    """`last`: the reports of what was asserted last before these."""
    steps: list[Step] = []
    here: set[int] = set()
    for one in reports:
        step = next((step for step in reversed(steps) if _is_report_of(one, step.lead)), None)
        if step:
            step.reports.append(one)
        else:
            step = Step(one, tag_of(one.carried), shape_of(one.said.date if one.said else None), _compared(one, last, here))
            steps.append(step)
        if one.placed.statement not in here:
            step.anchors.add(one.number)
            here.add(one.placed.statement)
        last = _followed(last, one)
    return steps


def count(steps: list[Step], rows: QuerySet[Occurrence]) -> list[Step]:
    """The steps of one page of a list of `rows`, each with whether the list's figure counts it."""
    counted = counting(rows, {step.lead.placed.saying for step in steps})
    for step in steps:
        step.counts = step.lead.number in counted
    return steps


def _is_report_of(one: Report, lead: Report) -> bool:
    """Another report of the same words: one saying, counted in the same figure, and somebody who speaks in both."""
    return one.placed.saying == lead.placed.saying and _way(one) == _way(lead) and not one.speakers.isdisjoint(lead.speakers)


def _way(one: Report) -> tuple[str, str]:
    """As what it counts; in a retracted report, where it counts in nothing, how it stands to the claim."""
    counted_as = one.counted_as
    return (counted_as, "") if counted_as else (one.link["stance"], one.link["likeness"])


def _last_before(page: ListPage, order: Order, claim: Claim) -> list[Placed]:
    """On a page that begins in the middle: the reports of what was asserted last before its first row."""
    if not page.previous or not page.rows:
        return []
    first = page.rows[0]
    earlier = occurrences_of(claim).whose_source_stands().filter(order.beyond(first.said_sort, first.id, back=True), stance=Stance.ASSERTS)
    found = list(placed(earlier).order_by(*order.reversed().fields)[:REPORTS_READ])
    return [row for row in reversed(found) if row.saying == found[0].saying]


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
    remark, is_short = next(((str(words), short) for test, words, short in REMARKS if test(one, older)), ("", False))
    wording = [] if remark else tidied(matching.changed_words(older.words, one.words))
    return Compared(older, url, wording, remark, is_short)


# Why no changed words are shown, the first that holds; and whether it is that one of the two is a short answer.
REMARKS: tuple[tuple[Callable[[Report, Report], bool], str | Promise, bool], ...] = (
    (lambda one, older: one.shown["language"] != older.shown["language"], _("in another language"), False),
    (lambda one, older: matching.is_verbatim(older.words, one.words), _("in the same words"), False),
    (lambda one, older: is_elliptic(one.words), _("this is a short answer and no sentence by itself, so no words are compared"), True),
    (lambda one, older: is_elliptic(older.words), _("that was a short answer and no sentence by itself, so no words are compared"), True),
)


def tidied(changes: list[matching.Change]) -> list[Wording]:
    """Changes as people mark them up: between two of them a single short word counts as changed too, and all that went stands before
    all that came."""
    found: list[Wording] = []
    went: list[str] = []
    came: list[str] = []
    for place, change in enumerate(changes):
        if change.op == "same" and not (0 < place < len(changes) - 1 and len(change.words) <= SHORT_WORD):
            found += _flushed(went, came)
            found.append(Wording("same", change.words))
            went, came = [], []
            continue
        went += [change.words] if change.op != "added" else []
        came += [change.words] if change.op != "removed" else []
    return found + _flushed(went, came)


def _flushed(went: list[str], came: list[str]) -> list[Wording]:
    return [Wording(op, " ".join(words)) for op, words in (("removed", went), ("added", came)) if words]
