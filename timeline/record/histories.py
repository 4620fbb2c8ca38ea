"""What is on record of a claim before each of its public occurrences: said last when, by whom on this occasion, by whom otherwise.

However many occurrences a claim has, and however long its trail is: one query reads the reports of the sayings that are asked about,
each with the saying right before it; a second reads their speakers, where a saying has several reports; a third what the same speakers
said of claims that somebody denied. None of them looks anything up for each pair of rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery

from archive import edtf
from archive.enums import Likeness, Stance
from archive.models import Attribution, Occurrence, Statement
from archive.models.claim import OccurrenceQuerySet
from archive.models.sayings import Who, saying_of, who

REPORT = ("pk", "claim", "statement", "saying", "prior", "prior_said", "claim__tally__denials")
TURN = ("pk", "claim", "stance", "statement__said_on")
SPEAKER = tuple(f"statement__attributions__{column}" for column in ("speaker", "name", "role"))


@dataclass(frozen=True)
class History:
    """What is on record of a claim before one of its occurrences.

    `before` is when it was said last on another occasion (None where it wasn't, or nobody knows when). `is_repeated`: the same saying
    stands on record already, and `is_report`: by the same speaker. These are told of sayings alone, not of denials, relays and
    variants. `turned_from` is when one of its speakers took the other side, if that was the last that he said of it.
    """

    before: edtf.Edtf | None = None
    is_repeated: bool = False
    is_report: bool = False
    turned_from: edtf.Edtf | None = None


class ReportRow(NamedTuple):
    """One report of a saying, with the saying right before it; the columns of REPORT."""

    pk: int
    claim: int
    statement: int
    saying: int
    prior: int | None
    prior_said: str | None
    denials: int


@dataclass
class Saying:
    """The reports of one saying of a claim, so far: who speaks in them, and what was said before they began."""

    before: str = ""
    last: int = 0
    speakers: frozenset[Who] | None = None  # None before its first report

    def with_report(self, row: ReportRow, speakers: frozenset[Who]) -> tuple[edtf.Edtf | None, bool, bool]:
        """When it was said before this report, whether the report says it again, and whether one speaker of both is the same."""
        if row.prior != self.last:
            self.before = row.prior_said or ""
        again = self.speakers is not None
        same = again and not self.speakers.isdisjoint(speakers)
        self.last, self.speakers = row.pk, (self.speakers or frozenset()) | speakers
        return _date(self.before), again, same


def histories(links: Iterable[Occurrence]) -> dict[int, History]:
    """By the number of the occurrence. Their statements were read with `.shown()`."""
    links = list(links)
    if not links:
        return {}
    sayings, disputed = _sayings(links)
    disputed |= {link.claim_id for link in links if link.stance == Stance.DENIES}
    turns = _turns([link for link in links if link.claim_id in disputed])
    return {link.pk: History(*sayings.get(link.pk, (None, False, False)), _date(turns.get(link.pk, ""))) for link in links}


def _sayings(links: list[Occurrence]) -> tuple[dict[int, tuple[edtf.Edtf | None, bool, bool]], set[int]]:
    """When it was said before, whether this is said again on one occasion, and by the same; and the claims that somebody denied."""
    wanted = {link.pk for link in links if link.is_saying}
    claims = {link.claim_id for link in links}
    statements = of_the_same_sayings([link.statement for link in links])
    rows = [row for row in _reports(statements) if row.claim in claims]
    has_reports = len({(row.claim, row.saying) for row in rows}) < len(rows)
    speakers = _speakers(statements) if has_reports else {}
    found, so_far = {}, defaultdict(Saying)
    for row in rows:
        told = so_far[row.claim, row.saying].with_report(row, speakers.get(row.statement, frozenset()))
        if row.pk in wanted:
            found[row.pk] = told
    return found, {row.claim for row in rows if row.denials}


def _reports(statements: QuerySet[Statement]) -> Iterator[ReportRow]:
    """The sayings of all claims in these statements, in the order of a trail."""
    earlier = Q(said_sort__lt=OuterRef("said_sort")) | Q(said_sort=OuterRef("said_sort"), pk__lt=OuterRef("pk"))
    prior = _standing().sayings().filter(earlier, claim=OuterRef("claim"), said_sort__lte=OuterRef("said_sort"))
    prior = prior.order_by("-said_sort", "-pk")
    rows = _standing().sayings().filter(statement__in=statements).alias(saying=saying_of("statement"))
    rows = rows.annotate(prior=Subquery(prior.values("pk")[:1]), prior_said=Subquery(prior.values("statement__said_on")[:1]))
    rows = rows.order_by("said_sort", "pk").annotate(saying=saying_of("statement"))
    return map(ReportRow._make, rows.values_list(*REPORT))


def _standing() -> OccurrenceQuerySet:
    """What is told of others: in a report that was retracted nothing was said."""
    return Occurrence.objects.public().whose_source_stands()


def of_the_same_sayings(statements: list[Statement]) -> QuerySet[Statement]:
    """The numbers of what is of the same occasions, or where there is none, of the same originals; each part by an index."""
    originals = [one.translation_of or one for one in statements]
    occasions = {one.occasion_id for one in originals if one.occasion_id}
    alone = {one.pk for one in originals if not one.occasion_id}
    ways = [Q(pk__in=alone), Q(translation_of__in=alone), Q(occasion__in=occasions), Q(translation_of__occasion__in=occasions)]
    first, *others = (Statement.objects.filter(way).order_by().values("pk") for way in ways)
    return first.union(*others)


def _speakers(statements: QuerySet[Statement]) -> dict[int, frozenset[Who]]:
    rows = Attribution.objects.filter(statement__in=statements).order_by("statement")
    named = rows.values_list("statement", "speaker", "name", "role")
    return {statement: frozenset(who(*row[1:]) for row in group) for statement, group in groupby(named, lambda row: row[0])}


def _turns(links: list[Occurrence]) -> dict[int, str]:
    """When the one who speaks here took the other side, by the number of the occurrence; of links whose claims somebody denied."""
    if not links:
        return {}
    takes_a_side = Q(stance=Stance.DENIES) | Q(stance=Stance.ASSERTS, likeness__in=Likeness.sayings())
    rows = _standing().filter(takes_a_side, _speaks(links), claim__in={link.claim_id for link in links})
    rows = rows.order_by("said_sort", "pk").values_list(*TURN, *SPEAKER)
    found: dict[int, str] = {}
    last: dict[tuple[int, Who], tuple[int, str, str]] = {}
    for place, ((pk, claim, stance, said), group) in enumerate(groupby(rows, lambda row: row[: len(TURN)])):
        ours = [(claim, who(*row[len(TURN) :])) for row in group]
        _, stood, since = max((last[one] for one in ours if one in last), default=(0, stance, ""))
        if stood != stance:
            found[pk] = since
        last |= dict.fromkeys(ours, (place, stance, said))
    return found


def _speaks(links: list[Occurrence]) -> Q:
    """Somebody who speaks in one of these; the unnamed are told apart when they are read."""
    known = {one.speaker_id for link in links for one in link.statement.attributions.all()}
    named = Q(statement__attributions__speaker__in=known - {None})
    return named | Q(statement__attributions__isnull=False, statement__attributions__speaker=None) if None in known else named


def _date(text: str) -> edtf.Edtf | None:
    return edtf.parse(text) if text else None
