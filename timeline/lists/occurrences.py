"""The public occurrences of one claim in the order of their dates, narrowed by what they count as, who speaks and where they were read.

    rows = Occurrences(claim.pk).counted_as("denials")
    page = page_of(rows, OLDEST_FIRST, cursor=…)  # its rows are Placed

A page is one walk of one index from a place on: of all occurrences of the claim, of those that were counted in a figure, or of the list
that the claim has together with a speaker or an outlet.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar, NamedTuple, Self

from django.db.models.expressions import RawSQL

from archive.entries.asking import SAYING, asked, is_saying, listed
from archive.enums import TallyScope
from archive.models import Occurrence
from archive.models.search import Condition, all_of
from timeline.lists.paging import Count, Order
from timeline.lists.sources import Place, Source
from timeline.lists.walks import Key, Known, Walk, rows_of

PLACED = f"""
SELECT o.id, o.said_sort, o.statement_id, s.translation_of_id, d.article_id, {SAYING} FROM archive_occurrence o
JOIN archive_statement s ON s.id = o.statement_id JOIN archive_document d ON d.id = s.document_id
LEFT JOIN archive_statement original ON original.id = s.translation_of_id WHERE o.id IN
"""  # noqa: S608 - numbers alone are put in
BY_DATE = "archive_occurrence o", "o.said_sort", "o.id"
COUNTED = "archive_countedlink l CROSS JOIN archive_occurrence o", "l.said_sort", "l.occurrence_id"
OF_STATEMENT = "archive_statement l CROSS JOIN archive_occurrence o", "o.said_sort", "o.id"
LISTED = "archive_listing l CROSS JOIN archive_occurrence o", "l.said_sort", "o.id"
ASSERTED = Condition(
    "o.stance = 'asserts' AND NOT EXISTS (SELECT 1 FROM archive_statement s JOIN archive_retractedreport fell"
    " ON fell.document_id = s.document_id WHERE s.id = o.statement_id)"
)


NOTHING = Condition("0 = 1")


class Placed(NamedTuple):
    """An occurrence in the order of its trail, by the numbers of its rows. `saying` is what two reports of one saying have in common."""

    id: int
    said_sort: int
    statement: int
    original: int | None
    article: int
    saying: int

    @property
    def place(self) -> Place:
        return Place(self.said_sort, self.id)


@dataclass(frozen=True)
class Occurrences:
    """Those of one claim whose statements are under all of `keys`, or of one statement by its public id; that count in a `figure`, and meet
    all that is `also` asked of a row."""

    claim: int
    keys: tuple[Key, ...] = ()
    figure: str = ""
    statement: str = ""
    also: tuple[Condition, ...] = ()

    model: ClassVar = Occurrence  # that cursors are of

    def none(self) -> Self:
        return replace(self, also=(NOTHING,))

    def under(self, scope: TallyScope, key: int) -> Self:
        return replace(self, keys=(*self.keys, (str(scope), str(key))))

    def counted_as(self, figure: str) -> Self:
        return replace(self, figure=figure)

    def asserted(self) -> Self:
        """Those that say it, in whatever words, in a report that stands."""
        return replace(self, also=(*self.also, ASSERTED))

    def said(self) -> Self:
        """Those that say it in so many words."""
        return replace(self, also=(*self.also, Condition(is_saying("o"))))

    def of_statement(self, public_id: str) -> Self:
        return replace(self, statement=public_id)

    def statements(self) -> Walk:
        """The statements in which they stand, each once."""
        walk = Walk((self._own_key, *self.keys))
        walk = walk.counted_as(self.claim, self.figure) if self.figure else walk
        return walk.none() if NOTHING in self.also else walk

    # What it is read from.

    @cached_property
    def known(self) -> list[Known] | None:
        """As of a walk of statements: the lists of the keys together with the claim, the rarest first; None where one of them is empty."""
        return Walk((self._own_key, *self.keys)).known if self.keys else []

    @cached_property
    def _is_counted(self) -> bool:
        """Whether its links are counted singly, which an archive does once `reindex` ran after the update."""
        return bool(rows_of(Condition("SELECT 1 FROM archive_countedlink WHERE claim_id = %s LIMIT 1", (self.claim,))))

    @property
    def _own_key(self) -> Key:
        return str(TallyScope.CLAIM), str(self.claim)

    def conditions(self, met: frozenset[Key] = frozenset()) -> list[Condition]:
        """What each row `o` has to meet, but for the keys that it meets."""
        found = [Condition("o.claim_id = %s", (self.claim,)), Condition("o.status = 'public'"), *self.also]
        met |= {self._own_key}
        for one in self.known or ():
            if not one.keys <= met:
                met |= one.keys
                sql = "EXISTS (SELECT 1 FROM archive_listing k WHERE k.statement_id = o.statement_id AND k.tally_id = %s)"
                found.append(Condition(sql, (one.tally,)))
        return [*found, self._of_the_figure()] if self.figure else found

    def _of_the_figure(self) -> Condition:
        if self._is_counted:
            sql = "EXISTS (SELECT 1 FROM archive_countedlink c WHERE c.occurrence_id = o.id AND c.figure = %s)"
            return Condition(sql, (self.figure,))
        links = Occurrence.objects.counted_as(self.figure).filter(pk=RawSQL("o.id", ()))
        sql, params = links.order_by().values("pk").query.sql_with_params()
        return Condition(f"EXISTS ({sql})", params)

    @cached_property
    def source(self) -> Source:
        """What is walked, with all that is asked of each row."""
        if self.statement:
            which = Condition("l.public_id = %s AND o.statement_id = l.id", (self.statement,))
            return _narrowed(OF_STATEMENT, [which, *self.conditions()])
        if self.known:
            rarest = self.known[0]
            which = Condition("l.tally_id = %s AND o.statement_id = l.statement_id", (rarest.tally,))
            return _narrowed(LISTED, [which, *self.conditions(rarest.keys)])
        if self.figure and self._is_counted:
            which = Condition("l.claim_id = %s AND l.figure = %s AND o.id = l.occurrence_id", (self.claim, self.figure))
            return _narrowed(COUNTED, [which, *replace(self, figure="").conditions()])
        return _narrowed(BY_DATE, self.conditions())

    # Reading it.

    def read(self, order: Order, place: tuple[int, int] | None, size: int, *, back: bool) -> list[Placed]:
        """Up to `size` of them from a place on, in order or back from there. A trail is read oldest first, to the undated."""
        descending, numbers = order.descending != back, list[int]()
        for bounds in self._bounds(place, "<" if descending else ">"):
            if len(numbers) < size:
                numbers += self._numbers(bounds, size - len(numbers), descending=descending)
        rows = {row[0]: Placed(*row) for row in asked(f"{PLACED} ({listed(numbers)})")} if numbers else {}
        return [rows[number] for number in numbers if number in rows]

    def _bounds(self, place: tuple[int, int] | None, way: str) -> list[list[Condition]]:
        """The date at which it begins is read apart: SQLite enters an index of its own numbers within one date alone."""
        if place is None:
            return [[]]
        said_sort, number = self.source.said_sort, self.source.statement
        on_its_date = [Condition(f"{said_sort} = %s", place[:1]), Condition(f"{number} {way} %s", place[1:])]
        return [on_its_date, [Condition(f"{said_sort} {way} %s", place[:1])]]

    def _numbers(self, bounds: Iterable[Condition], most: int, *, descending: bool = False) -> list[int]:
        if self.known is None:
            return []
        return [number for _said_sort, number in rows_of(self.source.select(bounds, descending=descending, most=most))]

    def count_up_to(self, most: int) -> Count:
        number = len(self._numbers([], most + 1))
        return Count(min(number, most), number > most)


def _narrowed(walked: tuple[str, str, str], conditions: list[Condition]) -> Source:
    table, said_sort, number = walked
    return Source(table, all_of(conditions), said_sort, number)
