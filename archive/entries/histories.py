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

from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat, Substr

from archive import edtf
from archive.entries.firsts import unsure_of
from archive.entries.turns import turned, turns_of
from archive.entries.ways import SAID, way_of
from archive.entries.whens import When, is_in_order
from archive.enums import Stance
from archive.models import Attribution, Occurrence, Statement
from archive.models.claim import OccurrenceQuerySet
from archive.models.sayings import Who, reported, saying_of, who

REPORT = (
    "pk", "claim", "statement", "saying", "stance", "likeness", "statement__document__article", "statement__said_on", "prior",
    "prior_saying", "claim__tally__denials", "claim__tally__first_said",
)  # fmt: skip


@dataclass(frozen=True)
class History:
    """What is on record of a claim before one of its occurrences.

    `before` is when the entry right before it was said that is of another saying (None where there is none, or nobody knows when),
    `after` what that entry is to the claim, as in `ways`, and `after_words` its words. `is_said`: the claim was said on another occasion
    that stands before it; `is_said_before`: the dates tell that it was before. `is_repeated`: the same saying stands on record already, in
    the same way; `is_report`: by the same speaker; `in_same_article`: in the same article, on the same day at least where no occasion is
    known; `is_answered`: it stands on record in another way alone: two speak on one occasion, and one of them denies it.
    `turned_from` is when one of its speakers said the contrary, if that was the last that he said of it. `unsure`, of the first saying:
    "undated" or "coarse", where others are on record that may have been said before it.
    """

    before: When | None = None
    after: str = SAID
    after_words: str = ""
    is_said: bool = False
    is_said_before: bool = False
    is_repeated: bool = False
    is_report: bool = False
    in_same_article: bool = False
    is_answered: bool = False
    turned_from: When | None = None
    unsure: str = ""

    @property
    def since(self) -> When | None:
        """The time of the entry from which the days count; none on an occasion that stands before, or where one entry answers another."""
        return None if self.is_repeated or self.is_answered else self.before

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
    said_on: str
    prior: str | None
    prior_saying: str | None
    denials: int
    first_said: str

    @property
    def way(self) -> str:
        return way_of(self.stance, self.likeness)

    def is_surely_after(self, said_on: str) -> bool:
        return bool(said_on and self.said_on) and is_in_order(When(edtf.parse(said_on)), When(edtf.parse(self.said_on)))


class Prior(NamedTuple):
    """The entry right before a report."""

    pk: int = 0
    before: When | None = None
    after: str = SAID
    after_words: str = ""


NOTHING = Prior()


@dataclass
class Told:
    """One way in which a saying stands on record so far: who speaks in its reports, and in which articles they are."""

    speakers: frozenset[Who] = frozenset()
    articles: dict[Who, set[int]] = field(default_factory=lambda: defaultdict(set))


@dataclass
class Saying:
    """The reports of one saying of a claim, so far: what stood right before they began, and in which ways they tell it."""

    prior: Prior = NOTHING
    is_said: bool = False
    is_said_before: bool = False
    read: set[int] = field(default_factory=set)
    told: dict[str, Told] = field(default_factory=dict)

    def with_report(self, row: ReportRow, speakers: frozenset[Who]) -> dict[str, object]:
        """The part of a History that its own reports tell, before this one is counted among them."""
        prior = _prior(row.prior)
        if prior.pk not in self.read:
            self.prior = prior
        self._read_saying(row)
        self.read.add(row.pk)
        known = self.told.get(row.way)
        same = known.speakers & speakers if known else frozenset()
        told = {
            "before": self.prior.before,
            "after": self.prior.after,
            "after_words": self.prior.after_words,
            "is_said": self.is_said,
            "is_said_before": self.is_said_before,
            "is_repeated": known is not None,
            "is_report": bool(same),
            "is_answered": known is None and bool(self.told),
            "in_same_article": known is not None and any(row.article in known.articles[one] for one in same),
        }
        self._count(row, speakers)
        return told

    def _read_saying(self, row: ReportRow) -> None:
        """The saying before it, if that is another, and whether the dates tell that this was said after it, or after the first of all."""
        pk, said_on = (row.prior_saying or "0 ").split(" ")
        if int(pk) in self.read or row.prior_saying is None:
            said_on = ""
        else:
            self.is_said = True
        if self.is_said and not self.is_said_before:
            self.is_said_before = row.is_surely_after(row.first_said) or row.is_surely_after(said_on)

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
    turns = turns_of([link for link in links if link.claim_id in disputed])
    repeats = [pk for pk, known in told.items() if known["in_same_article"]]
    unsure = unsure_of([link for link in links if _is_a_first(link, told)], repeats)
    return {link.pk: History(**told.get(link.pk, {}), turned_from=turned(link, turns), unsure=unsure.get(link.pk, "")) for link in links}


def _sayings(links: list[Occurrence]) -> tuple[dict[int, dict[str, object]], set[int]]:
    """What the reports of the same sayings tell of each; and the claims that somebody denied."""
    claims = {link.claim_id for link in links}
    statements = of_the_same_sayings([link.statement for link in links]).union(_in_the_same_articles(links))
    rows = [row for row in _reports(statements) if row.claim in claims]
    has_reports = any(len({(row.claim, of(row)) for row in rows}) < len(rows) for of in (_saying, _passage))
    speakers = _speakers(statements) if has_reports else {}
    found, so_far = {}, defaultdict(Saying)
    passages: dict[tuple[object, ...], frozenset[Who]] = defaultdict(frozenset)
    for row in rows:
        named, passage = speakers.get(row.statement, frozenset()), (row.claim, row.way, _passage(row))
        found[row.pk] = so_far[row.claim, row.saying].with_report(row, named)
        if row.saying < 0 and passages[passage] & named:
            found[row.pk] |= dict.fromkeys(("is_repeated", "is_report", "in_same_article"), True)
        passages[passage] |= named
    return found, {row.claim for row in rows if row.denials}


def _in_the_same_articles(links: list[Occurrence]) -> QuerySet[Statement]:
    """The numbers of what has no occasion and stands in the article of one of these that has none, about the same claims."""
    alone = [link for link in links if link.statement.saying_key[0] == "statement"]
    articles = {link.statement.document.article_id for link in alone}
    rows = Statement.objects.filter(document__article__in=articles, occasion=None, translation_of=None)
    return rows.filter(occurrences__claim__in={link.claim_id for link in alone}).order_by().values("pk")


def _saying(row: ReportRow) -> int:
    return row.saying


def _passage(row: ReportRow) -> tuple[object, ...]:
    """What two rows have in common that may be said twice in one report: the occasion, or the article and the day where there is none."""
    return (row.saying,) if row.saying > 0 else (row.article, row.said_on)


def _reports(statements: QuerySet[Statement]) -> Iterator[ReportRow]:
    """All that these statements are to their claims, in the order of a trail."""
    earlier = Q(said_sort__lt=OuterRef("said_sort")) | Q(said_sort=OuterRef("said_sort"), pk__lt=OuterRef("pk"))
    prior = _standing().filter(earlier, claim=OuterRef("claim"), said_sort__lte=OuterRef("said_sort"))
    prior = prior.order_by("-said_sort", "-pk")
    words = Substr("statement__text", F("start") - F("statement__start") + 1, F("end") - F("start"))
    told = _joined(Cast("pk", CharField()), "stance", "likeness", "statement__said_on", Cast(reported("statement"), CharField()), words)
    said = prior.sayings().values_list(_joined(Cast("pk", CharField()), "statement__said_on"))
    rows = _standing().filter(statement__in=statements).alias(saying=saying_of("statement"))
    rows = rows.annotate(
        prior=Subquery(prior.values_list(told)[:1]), prior_saying=Subquery(said[:1])
    )  # fmt: skip
    rows = rows.order_by("said_sort", "pk").annotate(saying=saying_of("statement"))
    return map(ReportRow._make, rows.values_list(*REPORT))


def _standing() -> OccurrenceQuerySet:
    """What is told of others: in a report that was retracted nothing was said."""
    return Occurrence.objects.public().whose_source_stands()


def _joined(*parts: object) -> Concat:
    first, *others = parts
    return Concat(first, *(part for one in others for part in (Value(" "), one)), output_field=CharField())


def _prior(told: str | None) -> Prior:
    if told is None:
        return NOTHING
    pk, stance, likeness, said_on, is_reported, words = told.split(" ", 5)
    before = When(edtf.parse(said_on), is_reported == "1") if said_on else None
    return Prior(int(pk), before, way_of(stance, likeness), words)


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


def _is_a_first(link: Occurrence, told: dict[int, dict[str, object]]) -> bool:
    known = told.get(link.pk)
    return known is not None and link.is_saying and link.statement.said is not None and not (known["is_said"] or known["is_repeated"])
