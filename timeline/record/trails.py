"""The read model of a claim: its public occurrences as a trail of entries, each with the days since the entry before, and the words that
changed since the last time that it was asserted.

Reports of one occasion stand under one entry. Denials, relays, variants and what is narrower or wider stand where they fall.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from archive import matching
from archive.entries.histories import History, histories
from archive.entries.marks import role_of
from archive.entries.reservations import Reservation, reservation_of
from archive.entries.whens import when_of
from archive.enums import Stance
from archive.models import Claim, Occurrence, Statement
from archive.models.sayings import Who
from archive.models.source_note import tell
from timeline.chronology import shape_of
from timeline.lists.named import ClaimName
from timeline.lists.paging import ListPage, Order, page_from
from timeline.printing.addresses import address
from timeline.record.counting import counting
from timeline.record.ellipses import is_elliptic
from timeline.said_again import Carried, Tag, tag_of

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

    occurrence: Occurrence
    url: str
    wording: list[Wording] = field(default_factory=list)
    remark: str = ""
    is_short: bool = False


@dataclass
class Step:
    """One saying (or denial, relay, variant) of a claim: the report that stands for it, and the others.

    `compared`: with which earlier words its own are compared; `anchors`: the occurrences that bear the anchor of their statement.
    """

    lead: Occurrence
    history: History
    tag: Tag
    shape: str
    compared: "Compared | None" = None
    reports: list[Occurrence] = field(default_factory=list)
    anchors: set[int] = field(default_factory=set)
    counts: bool = True  # once an occasion; see `counting`

    @property
    def statement(self) -> Statement:
        return self.lead.statement

    @property
    def role(self) -> str:
        return role_of(self.lead, self.history)

    @property
    def reservation(self) -> Reservation | None:
        """Of the first on record: by which words it was said before."""
        return reservation_of(self.lead) if self.role == "first" else None

    @property
    def elsewhere(self) -> list[list[Occurrence]]:
        """The reports in other articles, by article: two captures of it, or two sentences in it, are one report."""
        found: dict[int, list[Occurrence]] = {}
        for one in self.reports:
            found.setdefault(one.statement.document.article_id, []).append(one)
        return [reports for article, reports in found.items() if article != self.statement.document.article_id]

    @property
    def repeats(self) -> list[Occurrence]:
        """The same in other words of the same article: its headline, say."""
        return [one for one in self.reports if one.statement.document.article_id == self.statement.document.article_id]

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The statement's words before, in and after what carries the claim."""
        start, end = (place - self.statement.start for place in (self.lead.start, self.lead.end))
        return self.statement.text[:start], self.statement.text[start:end], self.statement.text[end:]


def occurrences_of(claim: Claim) -> QuerySet:
    """The public occurrences of a claim with all that its page shows of them, in a fixed number of queries."""
    rows = Occurrence.objects.public().filter(claim=claim).select_related("claim")
    return rows.prefetch_related(Prefetch("statement", Statement.objects.shown()))


def anchor_of(statement: Statement) -> str:
    return f"s-{statement.public_id}"


def place_of(claim: Claim | ClaimName, statement: Statement) -> str:
    """Where a statement stands in the trail of a claim: the address of a page that holds it, and its anchor there."""
    return f"{address('claim', claim.slug)}?{urlencode({'at': statement.public_id})}#{anchor_of(statement)}"


def page_at(rows: QuerySet, order: Order, public_id: str, first: ListPage) -> ListPage:
    """The page of a trail that holds a statement: the first, if it does, else one that begins with it. An unknown one opens the first."""
    if any(link.statement.public_id == public_id for link in first.rows):
        return first
    link = rows.filter(statement__public_id=public_id).order_by(*order.fields).first()
    return page_from(rows, order, link) if link else first


def first_appearance(claim: Claim) -> Occurrence | None:
    """The first saying on record, on whatever page; where it was never said in so many words, the first entry that is no denial."""
    rows = Occurrence.objects.public().whose_source_stands().filter(claim=claim).select_related("statement").order_by("said_sort", "pk")
    return rows.sayings().first() or rows.filter(stance=Stance.ASSERTS).first()


def trail(page: ListPage, order: Order, claim: Claim) -> list[Step]:
    """The steps on one page of a claim's occurrences, oldest first."""
    steps: list[Step] = []
    tell(link.statement.document for link in page.rows)
    before = histories(page.rows)
    last: list[Occurrence] = _last_before(page, order, claim)
    here: set[int] = set()
    for link in page.rows:
        step = next((step for step in reversed(steps) if _is_report_of(link, step.lead)), None)
        if step:
            step.reports.append(link)
        else:
            step = _step(link, last, before[link.pk], here)
            steps.append(step)
        if link.statement_id not in here:
            step.anchors.add(link.pk)
            here.add(link.statement_id)
        last = _followed(last, link)
    return steps


def count(steps: list[Step], rows: QuerySet[Occurrence]) -> list[Step]:
    """The steps of one page of a list of `rows`, each with whether the list's figure counts it."""
    counted = counting(rows, [step.lead for step in steps])
    for step in steps:
        step.counts = step.lead.pk in counted
    return steps


def _is_report_of(link: Occurrence, lead: Occurrence) -> bool:
    """Another report of the same words: one saying, counted in the same figure, and somebody who speaks in both."""
    if link.statement.saying_key != lead.statement.saying_key or _way(link) != _way(lead):
        return False
    return bool(_speakers(link) & _speakers(lead))


def _way(link: Occurrence) -> tuple[str, str]:
    """As what it counts; in a retracted report, where it counts in nothing, how it stands to the claim."""
    return (link.counted_as, "") if link.counted_as else (link.stance, link.likeness)


def _speakers(link: Occurrence) -> set[Who]:
    return {one.who for one in link.statement.attributions.all()}


def _last_before(page: ListPage, order: Order, claim: Claim) -> list[Occurrence]:
    """On a page that begins in the middle: the reports of what was asserted last before its first row."""
    if not page.previous or not page.rows:
        return []
    first = page.rows[0]
    earlier = occurrences_of(claim).whose_source_stands().filter(order.beyond(first.said_sort, first.pk, back=True), stance=Stance.ASSERTS)
    found = list(earlier.order_by(*order.reversed().fields)[:REPORTS_READ])
    return [link for link in reversed(found) if link.statement.saying_key == found[0].statement.saying_key]


def _followed(last: list[Occurrence], link: Occurrence) -> list[Occurrence]:
    """The reports of what was asserted last, once this occurrence is read."""
    if link.stance != Stance.ASSERTS or link.statement.document.is_retracted:
        return last
    same = last and last[0].statement.saying_key == link.statement.saying_key
    return [*last, link] if same else [link]


def _step(link: Occurrence, last: list[Occurrence], history: History, here: set[int]) -> Step:
    """`here`: the statements that have an anchor on this page already."""
    return Step(link, history, tag_of(_carried(link, history)), shape_of(link.statement.said), _compared(link, last, here))


def _carried(link: Occurrence, history: History) -> Carried:
    role = role_of(link, history)
    reserved = reservation_of(link) if role == "first" else None
    return Carried(role, link.claim, link.words, when_of(link.statement), history, reserved)


def _compared(link: Occurrence, last: list[Occurrence], here: set[int]) -> Compared | None:
    if not last or link.stance != Stance.ASSERTS:
        return None
    older = next((one for one in last if one.statement.language == link.statement.language), last[0])
    is_here = older.statement_id in here
    url = f"#{anchor_of(older.statement)}" if is_here else place_of(link.claim, older.statement)
    remark, is_short = next(((str(words), short) for test, words, short in REMARKS if test(link, older)), ("", False))
    wording = [] if remark else tidied(matching.changed_words(older.words, link.words))
    return Compared(older, url, wording, remark, is_short)


# Why no changed words are shown, the first that holds; and whether it is that one of the two is a short answer.
REMARKS: tuple[tuple[Callable[[Occurrence, Occurrence], bool], str | Promise, bool], ...] = (
    (lambda link, older: link.statement.language != older.statement.language, _("in another language"), False),
    (lambda link, older: matching.is_verbatim(older.words, link.words), _("in the same words"), False),
    (lambda link, older: is_elliptic(link.words), _("this is a short answer and no sentence by itself, so no words are compared"), True),
    (lambda link, older: is_elliptic(older.words), _("that was a short answer and no sentence by itself, so no words are compared"), True),
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
