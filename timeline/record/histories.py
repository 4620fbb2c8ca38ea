"""What is on record of a claim before each of its public occurrences: what stands right before it, whether this was said on the same
occasion already, by whom and in which article, and what its speakers said of it last.

However many occurrences a claim has, and however long its trail is: one query reads the reports of the sayings that are asked about,
each with what stands right before it; a second reads their speakers, where a saying has several reports; a third what the same speakers
said of claims that somebody denied, and a fourth their words; a fifth what may have been said before the first. None of them looks
anything up for each pair of rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat

from archive import edtf
from archive.enums import Likeness, Stance
from archive.models import Attribution, Occurrence, Statement
from archive.models.claim import OccurrenceQuerySet
from archive.models.sayings import Who, saying_of, who
from timeline.record.contraries import is_contrary
from timeline.record.ways import SAID, way_of

REPORT = (
    "pk", "claim", "statement", "saying", "stance", "likeness", "statement__document__article", "prior", "prior_saying",
    "claim__tally__denials",
)  # fmt: skip
LAST_RANK = 9  # of the sort keys of one day


@dataclass(frozen=True)
class History:
    """What is on record of a claim before one of its occurrences.

    `before` is the date of the entry right before it that is of another saying (None where there is none, or nobody knows when), and
    `after` what that entry is to the claim, as in `ways`. `is_said`: the claim was said before, on another occasion. `is_repeated`: the
    same saying stands on record already, in the same way; `is_report`: by the same speaker; `in_same_article`: in the same article;
    `is_answered`: it stands on record in another way alone: two speak on one occasion, and one of them denies it.
    `turned_from` is when one of its speakers said the contrary, if that was the last that he said of it. `unsure`, of the first saying:
    "undated" or "coarse", where others are on record that may have been said before it.
    """

    before: edtf.Edtf | None = None
    after: str = SAID
    is_said: bool = False
    is_repeated: bool = False
    is_report: bool = False
    in_same_article: bool = False
    is_answered: bool = False
    turned_from: edtf.Edtf | None = None
    unsure: str = ""

    @property
    def is_first(self) -> bool:
        return not (self.is_said or self.is_repeated)


class ReportRow(NamedTuple):
    """One report of a saying, with what stands right before it; the columns of REPORT."""

    pk: int
    claim: int
    statement: int
    saying: int
    stance: str
    likeness: str
    article: int
    prior: str | None
    prior_saying: int | None
    denials: int

    @property
    def way(self) -> str:
        return way_of(self.stance, self.likeness)


@dataclass
class Told:
    """One way in which a saying stands on record so far: who speaks in its reports, and in which articles they are."""

    speakers: frozenset[Who] = frozenset()
    articles: dict[Who, set[int]] = field(default_factory=lambda: defaultdict(set))


@dataclass
class Saying:
    """The reports of one saying of a claim, so far: what stood right before they began, and in which ways they tell it."""

    before: tuple[edtf.Edtf | None, str] = (None, SAID)
    is_said: bool = False
    read: set[int] = field(default_factory=set)
    told: dict[str, Told] = field(default_factory=dict)

    def with_report(self, row: ReportRow, speakers: frozenset[Who]) -> dict[str, object]:
        """The part of a History that its own reports tell, before this one is counted among them."""
        pk, before = _entry(row.prior)
        if pk not in self.read:
            self.before = before
        self.is_said = self.is_said or (row.prior_saying is not None and row.prior_saying not in self.read)
        self.read.add(row.pk)
        known = self.told.get(row.way)
        same = known.speakers & speakers if known else frozenset()
        told = {
            "before": self.before[0],
            "after": self.before[1],
            "is_said": self.is_said,
            "is_repeated": known is not None,
            "is_report": bool(same),
            "is_answered": known is None and bool(self.told),
            "in_same_article": known is not None and any(row.article in known.articles[one] for one in same),
        }
        self._count(row, speakers)
        return told

    def _count(self, row: ReportRow, speakers: frozenset[Who]) -> None:
        known = self.told.setdefault(row.way, Told())
        known.speakers |= speakers
        for one in speakers:
            known.articles[one].add(row.article)


def histories(links: Iterable[Occurrence]) -> dict[int, History]:
    """By the number of the occurrence. Their statements were read with `.shown()`."""
    links = list(links)
    if not links:
        return {}
    told, disputed = _sayings(links)
    disputed |= {link.claim_id for link in links if link.stance == Stance.DENIES}
    turns = _turns([link for link in links if link.claim_id in disputed])
    unsure = _unsure([link for link in links if _is_a_first(link, told)])
    return {link.pk: History(**told.get(link.pk, {}), turned_from=_turned(link, turns), unsure=unsure.get(link.pk, "")) for link in links}


def _sayings(links: list[Occurrence]) -> tuple[dict[int, dict[str, object]], set[int]]:
    """What the reports of the same sayings tell of each; and the claims that somebody denied."""
    claims = {link.claim_id for link in links}
    statements = of_the_same_sayings([link.statement for link in links])
    rows = [row for row in _reports(statements) if row.claim in claims]
    has_reports = len({(row.claim, row.saying) for row in rows}) < len(rows)
    speakers = _speakers(statements) if has_reports else {}
    found, so_far = {}, defaultdict(Saying)
    for row in rows:
        found[row.pk] = so_far[row.claim, row.saying].with_report(row, speakers.get(row.statement, frozenset()))
    return found, {row.claim for row in rows if row.denials}


def _reports(statements: QuerySet[Statement]) -> Iterator[ReportRow]:
    """All that these statements are to their claims, in the order of a trail."""
    earlier = Q(said_sort__lt=OuterRef("said_sort")) | Q(said_sort=OuterRef("said_sort"), pk__lt=OuterRef("pk"))
    prior = _standing().filter(earlier, claim=OuterRef("claim"), said_sort__lte=OuterRef("said_sort"))
    prior = prior.order_by("-said_sort", "-pk")
    parts = (Cast("pk", CharField()), "stance", "likeness", "statement__said_on")
    told = Concat(*(part for one in parts for part in (one, Value(" "))), output_field=CharField())
    rows = _standing().filter(statement__in=statements).alias(saying=saying_of("statement"))
    rows = rows.annotate(
        prior=Subquery(prior.values_list(told)[:1]), prior_saying=Subquery(prior.sayings().values("pk")[:1])
    )  # fmt: skip
    rows = rows.order_by("said_sort", "pk").annotate(saying=saying_of("statement"))
    return map(ReportRow._make, rows.values_list(*REPORT))


def _standing() -> OccurrenceQuerySet:
    """What is told of others: in a report that was retracted nothing was said."""
    return Occurrence.objects.public().whose_source_stands()


def _entry(told: str | None) -> tuple[int, tuple[edtf.Edtf | None, str]]:
    """The number of the entry before, its date, and what it is to the claim."""
    if told is None:
        return 0, (None, SAID)
    pk, stance, likeness, said_on = told.split(" ")[:4]
    return int(pk), (_date(said_on), way_of(stance, likeness))


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


def _turns(links: list[Occurrence]) -> dict[int, Occurrence]:
    """The occurrence in which the one who speaks here took the other side, by the number of his own; of links whose claims somebody denied.

    A source without a name is nobody who can be told to be the same."""
    known = {one.speaker_id for link in links for one in link.statement.attributions.all()} - {None}
    if not known:
        return {}
    takes_a_side = Q(stance=Stance.DENIES) | Q(stance=Stance.ASSERTS, likeness__in=Likeness.sayings())
    claims = {link.claim_id for link in links}
    rows = _standing().filter(takes_a_side, claim__in=claims, statement__attributions__speaker__in=known)
    found = _sides_taken(rows.order_by("said_sort", "pk").values_list("pk", "claim", "stance", "statement__attributions__speaker"))
    asked = {link.pk: found[link.pk] for link in links if link.pk in found}
    others = Occurrence.objects.filter(pk__in=asked.values()).select_related("statement").in_bulk()
    return {pk: others[other] for pk, other in asked.items()}


def _sides_taken(rows: Iterable[tuple[int, int, str, int]]) -> dict[int, int]:
    """For each occurrence in which a speaker says the contrary of what he said last, in which one he did."""
    found: dict[int, int] = {}
    last: dict[tuple[int, int], tuple[int, int, str]] = {}
    for place, ((pk, claim, stance), group) in enumerate(groupby(rows, lambda row: row[:3])):
        ours = [(claim, row[3]) for row in group]
        _, since, stood = max((last[one] for one in ours if one in last), default=(0, 0, stance))
        if stood != stance:
            found[pk] = since
        last |= dict.fromkeys(ours, (place, pk, stance))
    return found


def _turned(link: Occurrence, turns: dict[int, Occurrence]) -> edtf.Edtf | None:
    """When its speaker said the contrary, where that was surely not after it, and is what these words contradict."""
    other, said = turns.get(link.pk), link.statement.said
    since = other.statement.said if other else None
    if other is None or since is None or said is None or edtf.days_between(since, said)[0] < 0:
        return None
    return since if is_contrary(link.words, [other.words, link.claim.text]) else None


def _is_a_first(link: Occurrence, told: dict[int, dict[str, object]]) -> bool:
    known = told.get(link.pk)
    return known is not None and link.is_saying and link.statement.said is not None and not (known["is_said"] or known["is_repeated"])


def _unsure(firsts: list[Occurrence]) -> dict[int, str]:
    """Of first sayings: whether others may have been said before, since no date of them is known, or since the dates are coarse."""
    if not firsts:
        return {}
    wanted = [Q(claim=link.claim_id, said_sort=edtf.UNDATED_SORT) for link in firsts]
    wanted += [_while_it_lasts(link) for link in firsts if link.statement.said_earliest != link.statement.said_latest]
    asked = wanted[0]
    for one in wanted[1:]:
        asked |= one
    rows = _standing().sayings().filter(asked).alias(saying=saying_of("statement")).order_by()
    found = set(rows.annotate(saying=saying_of("statement")).values_list("claim", "saying", "said_sort").distinct())
    return {link.pk: unsure for link in firsts if (unsure := _may_be_earlier(link, found))}


def _while_it_lasts(link: Occurrence) -> Q:
    """What begins within the time in which this was said at some time."""
    last = link.statement.said_latest
    end = (last.year * 10000 + last.month * 100 + last.day) * 10 + LAST_RANK
    return Q(claim=link.claim_id, said_sort__gte=link.said_sort, said_sort__lte=end)


def _may_be_earlier(link: Occurrence, found: set[tuple[int, int, int]]) -> str:
    kind, number = link.statement.saying_key
    own = number if kind == "occasion" else -number
    others = [sort for claim, saying, sort in found if claim == link.claim_id and saying != own]
    if any(sort != edtf.UNDATED_SORT for sort in others):
        return "coarse"
    return "undated" if others else ""


def _date(text: str) -> edtf.Edtf | None:
    return edtf.parse(text) if text else None
