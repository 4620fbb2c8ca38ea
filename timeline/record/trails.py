"""The read model of a claim: its public occurrences as a trail of sayings, each with the days and the words since the last one.

Reports of one occasion stand under one saying. Denials, relays, variants and what is narrower or wider are shown where they fall,
and nothing is counted from them.
"""

from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from archive import matching
from archive.enums import Stance
from archive.models import Claim, Occurrence, Statement
from archive.models.sayings import Who
from archive.models.source_note import tell
from timeline.chronology import shape_of
from timeline.lists.paging import ListPage, Order
from timeline.record.counting import counting
from timeline.record.histories import History, histories
from timeline.said_again import Tag, tag_of

REPORTS_READ = 20  # of the last saying before a page
SHORT_WORD = 3  # letters: what stays between two changes and is not longer belongs to them


@dataclass(frozen=True)
class Wording:
    """Some words that stayed, went or came: `op` is same, removed or added."""

    op: str
    words: str


@dataclass
class Step:
    """One saying (or denial, relay, variant) of a claim: the report that stands for it, and the others."""

    lead: Occurrence
    history: History
    tag: Tag
    shape: str
    wording: list[Wording] = field(default_factory=list)
    remark: str = ""
    reports: list[Occurrence] = field(default_factory=list)
    counts: bool = True  # once an occasion; see `counting`

    @property
    def statement(self) -> Statement:
        return self.lead.statement

    @property
    def elsewhere(self) -> list[Occurrence]:
        """The reports in other articles; two captures of one article are one report."""
        return [one for one in self.reports if one.statement.document.article_id != self.statement.document.article_id]

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


def trail(page: ListPage, order: Order, claim: Claim) -> list[Step]:
    """The steps on one page of a claim's occurrences, oldest first."""
    steps: list[Step] = []
    tell(link.statement.document for link in page.rows)
    before = histories(page.rows)
    last: list[Occurrence] = _last_before(page, order, claim)
    for link in page.rows:
        if step := next((step for step in reversed(steps) if _is_report_of(link, step.lead)), None):
            step.reports.append(link)
        else:
            steps.append(_step(link, last, before[link.pk]))
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
    """On a page that begins in the middle: the reports of the saying before its first row."""
    if not page.previous or not page.rows:
        return []
    first = page.rows[0]
    earlier = occurrences_of(claim).sayings().whose_source_stands().filter(order.beyond(first.said_sort, first.pk, back=True))
    found = list(earlier.order_by(*order.reversed().fields)[:REPORTS_READ])
    return [link for link in reversed(found) if link.statement.saying_key == found[0].statement.saying_key]


def _followed(last: list[Occurrence], link: Occurrence) -> list[Occurrence]:
    """The reports of the last saying, once this occurrence is read."""
    if not link.counts:
        return last
    same = last and last[0].statement.saying_key == link.statement.saying_key
    return [*last, link] if same else [link]


def _step(link: Occurrence, last: list[Occurrence], history: History) -> Step:
    said = link.statement.said
    wording, remark = _wording(link, last)
    return Step(link, history, tag_of(link, said, history), shape_of(said), wording, remark)


def _wording(link: Occurrence, last: list[Occurrence]) -> tuple[list[Wording], str]:
    """The words that changed from the last saying, or a sentence that says why none are shown."""
    if not last or link.stance != Stance.ASSERTS:
        return [], ""
    language = link.statement.language
    older = next((one for one in last if one.statement.language == language), None)
    if older is None:
        return [], _("In another language than the last time.")
    if matching.is_verbatim(older.words, link.words):
        return [], _("In the same words as the last time.")
    return tidied(matching.changed_words(older.words, link.words)), ""


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
