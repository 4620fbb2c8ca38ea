"""The figures of a claim: in words, each with the list that it counts; and which entries of that list it counts.

An occasion counts once in each figure, at the first of its reports. An entry by another speaker on an occasion that stands in the list
already, or its last reports on the next page, are shown and not counted again.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from django.db.models import Q, QuerySet
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.enums import CountedAs
from archive.models import Claim, Occurrence, Statement
from timeline.occasions import occasions
from timeline.printing.addresses import address, list_address


@dataclass(frozen=True)
class Told:
    """A figure in words, and the address of the list that it counts."""

    words: str
    url: str


class Addressed(Protocol):
    """A claim or a speaker, read as a whole or by name."""

    @property
    def slug(self) -> str: ...


def told_of(claim: Claim) -> list[Told]:
    """“said on 14 occasions”, “in 19 articles”, “by 6 named speakers”, “in 10 outlets”, “denied on 3 occasions”, of a claim
    that was read with its tally."""
    others = [figure for figure in CountedAs.occasions() if figure != CountedAs.SAYINGS and getattr(claim.tally, figure)]
    return [*_said(claim), *_retracted(claim), *(_on_occasions(claim, figure) for figure in others)]


def _said(claim: Claim) -> list[Told]:
    tally, asked = claim.tally, {"claim": claim.slug, "counted": CountedAs.SAYINGS.value}
    if not tally.sayings:
        return []
    speakers, outlets = ({"number": number, "shown": f"{number:,}"} for number in (tally.speakers, tally.outlets))
    by = (
        ngettext("by %(shown)s named speaker", "by %(shown)s named speakers", tally.speakers) % speakers
        if tally.speakers
        else _("by no named speaker")
    )
    return [
        *on_occasions_in_articles(claim, tally.sayings, tally.reports),
        Told(by, f"{list_address('speakers')}?{urlencode(asked)}"),
        Told(
            ngettext("in %(shown)s outlet", "in %(shown)s outlets", tally.outlets) % outlets,
            f"{list_address('outlets')}?{urlencode(asked)}",
        ),
    ]


def on_occasions_in_articles(claim: Addressed, sayings: int, reports: int) -> list[Told]:
    """Both lead to the list of the sayings."""
    url, articles = trail_url(claim, CountedAs.SAYINGS), ngettext("in %(shown)s article", "in %(shown)s articles", reports)
    return [Told(occasions(CountedAs.SAYINGS, sayings), url), Told(articles % {"number": reports, "shown": f"{reports:,}"}, url)]


def _retracted(claim: Claim) -> list[Told]:
    number = claim.tally.retracted
    words = ngettext("and in %(shown)s retracted report", "and in %(shown)s retracted reports", number)
    return [Told(words % {"shown": f"{number:,}"}, trail_url(claim, CountedAs.RETRACTED))] if number else []


def _on_occasions(claim: Claim, figure: CountedAs) -> Told:
    return Told(occasions(figure, getattr(claim.tally, figure)), trail_url(claim, figure))


def trail_url(claim: Addressed, figure: CountedAs, speaker: Addressed | None = None) -> str:
    """The entries of a claim's trail that count in a figure, of all speakers or of one."""
    asked = {"counted": figure.value} | ({"speaker": speaker.slug} if speaker else {})
    return f"{address('claim', claim.slug)}?{urlencode(asked)}#trail"


class Counting(NamedTuple):
    pk: int
    claim: int
    figure: str
    saying: int


def counting(rows: QuerySet[Occurrence], sayings: Collection[int]) -> set[int]:
    """The numbers of the occurrences that count in a list of `rows`, on whatever page of it, of these sayings of its claim: one query."""
    if not sayings:
        return set()
    beside = rows.filter(statement__in=_statements_of(sayings))
    firsts: dict[tuple[int, str, int], int] = {}
    for row in map(Counting._make, beside.counted().order_by("said_sort", "pk").values_list(*Counting._fields)):
        firsts.setdefault(row[1:], row.pk)
    return set(firsts.values())


def _statements_of(sayings: Iterable[int]) -> QuerySet[Statement]:
    """The numbers of the statements of these sayings (`saying_of` them), each part by an index."""
    occasions, alone = {one for one in sayings if one > 0}, {-one for one in sayings if one < 0}
    ways = [Q(pk__in=alone), Q(translation_of__in=alone), Q(occasion__in=occasions), Q(translation_of__occasion__in=occasions)]
    first, *others = (Statement.objects.filter(way).order_by().values("pk") for way in ways)
    return first.union(*others)


def count_of(rows: QuerySet[Occurrence]) -> QuerySet:
    """What such a list counts: each occasion once in each figure."""
    return rows.counted().order_by().values("claim", "figure", "saying").distinct()
