"""The figures of a claim: in words, each with the list that it counts; and which entries of that list it counts.

An occasion counts once in each figure, at the first of its reports. An entry by another speaker on an occasion that stands in the list
already, or its last reports on the next page, are shown and not counted again.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from django.db.models import QuerySet
from django.utils.http import urlencode

from archive.entries.asking import SAYING, listed, stands
from archive.entries.ways import SAID, way_of
from archive.enums import CountedAs, Likeness, Stance
from archive.models import Occurrence
from archive.models.search import Condition, all_of
from timeline.lists.claims import ClaimRow
from timeline.lists.occurrences import Occurrences
from timeline.lists.sources import Place
from timeline.lists.walks import rows_of
from timeline.occasions import occasions
from timeline.printing.addresses import address, list_address
from timeline.printing.language import gettext as _
from timeline.printing.language import ngettext

COUNTED_BY_STANCE: dict[str, CountedAs] = {Stance.DENIES: CountedAs.DENIALS, Stance.RELAYS: CountedAs.RELAYS}
COUNTED_BY_LIKENESS: dict[str, CountedAs] = {
    Likeness.VARIANT: CountedAs.VARIANTS,
    Likeness.NARROWER: CountedAs.NARROWER,
    Likeness.WIDER: CountedAs.WIDER,
}


@dataclass(frozen=True)
class Told:
    """A figure in words, and the address of the list that it counts."""

    words: str
    url: str


class Addressed(Protocol):
    """A claim or a speaker, read as a whole or by name."""

    @property
    def slug(self) -> str: ...


def told_of(claim: ClaimRow) -> list[Told]:
    """“said on 14 occasions”, “in 19 articles”, “by 6 named speakers”, “in 10 outlets”, “denied on 3 occasions”."""
    others = [figure for figure in CountedAs.occasions() if figure != CountedAs.SAYINGS and getattr(claim.tally, figure)]
    return [*_said(claim), *_retracted(claim), *(_on_occasions(claim, figure) for figure in others)]


def _said(claim: ClaimRow) -> list[Told]:
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


def _retracted(claim: ClaimRow) -> list[Told]:
    number = claim.tally.retracted
    words = ngettext("and in %(shown)s retracted report", "and in %(shown)s retracted reports", number)
    return [Told(words % {"shown": f"{number:,}"}, trail_url(claim, CountedAs.RETRACTED))] if number else []


def _on_occasions(claim: ClaimRow, figure: CountedAs) -> Told:
    return Told(occasions(figure, getattr(claim.tally, figure)), trail_url(claim, figure))


def trail_url(claim: Addressed, figure: CountedAs, speaker: Addressed | None = None) -> str:
    """The entries of a claim's trail that count in a figure, of all speakers or of one."""
    asked = {"counted": figure.value} | ({"speaker": speaker.slug} if speaker else {})
    return f"{address('claim', claim.slug)}?{urlencode(asked)}#trail"


class Counts(NamedTuple):
    """As what an occurrence counts, and of which saying: what has both in common counts once. Without a figure it counts in none."""

    figure: CountedAs | None
    saying: int


def counted_as(stance: str, likeness: str, *, is_retracted: bool) -> CountedAs | None:
    """The figure of its claim in which such a link counts, once an occasion: what `Occurrence.objects.counted_as` finds it by."""
    if way_of(stance, likeness) == SAID:
        return CountedAs.RETRACTED if is_retracted else CountedAs.SAYINGS
    if is_retracted:
        return None
    return COUNTED_BY_LIKENESS.get(likeness) if stance == Stance.ASSERTS else COUNTED_BY_STANCE.get(stance)


def counted_before(rows: Occurrences, place: Place, sayings: Collection[int]) -> set[Counts]:
    """What the occurrences of these sayings count as that stand before a place in a list, on whatever page of it."""
    where = all_of(rows.conditions())
    sql = BEFORE.format(sayings=_statements_of(sayings), where=where.sql)
    found = rows_of(Condition(sql, (*where.params, *place)))
    return {Counts(counted_as(stance, likeness, is_retracted=not stands), saying) for stance, likeness, stands, saying in found}


BEFORE = f"""
SELECT DISTINCT o.stance, o.likeness, {stands("s")}, {SAYING} FROM archive_occurrence o
JOIN archive_statement s ON s.id = o.statement_id LEFT JOIN archive_statement original ON original.id = s.translation_of_id
WHERE o.statement_id IN ({{sayings}}) AND {{where}} AND (o.said_sort, o.id) < (%s, %s)
"""  # noqa: S608 - numbers alone are put in
# The statements of sayings that are on an occasion, and of those that are alone: each part by an index.
OF_SAYINGS = """
SELECT id FROM archive_statement WHERE id IN ({alone}) UNION SELECT id FROM archive_statement WHERE translation_of_id IN ({alone})
UNION SELECT id FROM archive_statement WHERE occasion_id IN ({occasions})
UNION SELECT t.id FROM archive_statement held JOIN archive_statement t ON t.translation_of_id = held.id
WHERE held.occasion_id IN ({occasions})
"""


def _statements_of(sayings: Iterable[int]) -> str:
    """The numbers of the statements of these sayings (`saying_of` them), in SQL."""
    sayings = list(sayings)
    return OF_SAYINGS.format(occasions=listed(one for one in sayings if one > 0), alone=listed(-one for one in sayings if one < 0))


def count_of(rows: QuerySet[Occurrence]) -> QuerySet:
    """What such a list counts: each occasion once in each figure."""
    return rows.counted().order_by().values("claim", "figure", "saying").distinct()
