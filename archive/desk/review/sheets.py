"""A document on the review screen: its text, its cards of one page in reading order, how much is left."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, Q

from archive import edtf
from archive.desk.review.cards import Card, cards_of, with_all_that_cards_show
from archive.desk.review.text import Part, parts_of
from archive.enums import StatementStatus
from archive.models import Document, Occasion, Statement

PAGE = 25  # cards; what a page costs grows with them


@dataclass(frozen=True)
class Counts:
    """How many statements of the document wait, and how many there are."""

    left: int
    total: int


@dataclass
class Sheet:
    """One page of the cards of a document. `begins` is the place of the first card, "" where nothing was asked for; `asks` are the forms
    beside the cards as somebody sent them, with the doubts that they may confirm."""

    document: Document
    begins: str = ""
    asks: dict[str, Any] = field(default_factory=dict)
    accepted: Card | None = None  # just now; claims that it may say again are offered

    @property
    def reach(self) -> str:
        """From the place of the first card to that of the last."""
        return " ".join(place_of(card.statement) for card in (self.cards[:1] + self.cards[-1:]))

    @cached_property
    def counts(self) -> Counts:
        return counts_of(self.document)

    @property
    def published(self) -> str:
        return edtf.parse(self.document.published).words if self.document.published else ""

    @cached_property
    def parts(self) -> list[Part]:
        shown = Statement.objects.filter(document=self.document).only("public_id", "start", "end", "status")
        return parts_of(self.document.text, shown)

    @cached_property
    def _rows(self) -> list[Statement]:
        rows = with_all_that_cards_show(Statement.objects.in_reading_order(self.document))
        return list(rows.filter(_from(self._first))[: PAGE + 1])

    @cached_property
    def _first(self) -> tuple[int, int]:
        """A long document is shown from the place that was asked for, or else from what waits."""
        if self.counts.total <= PAGE:
            return 0, 0
        if place := place_in(self.begins):
            return place
        waiting = Statement.objects.in_reading_order(self.document).drafts()
        return waiting.values_list("start", "end").first() or (0, 0)

    @cached_property
    def cards(self) -> list[Card]:
        cards = cards_of(self.document, self._rows[:PAGE])
        current = next((card for card in cards if card.is_draft), cards[0] if cards else None)
        if current:
            current.is_current = True
        return cards

    def turn_to(self, statement: Statement | None) -> None:
        """Make the card of this one the current one, and have it in sight."""
        for card in self.cards:
            if statement and card.statement == statement:
                card.goes_on_at = f"card-{statement.public_id}"
            card.is_current = card.statement == statement

    @cached_property
    def occasions(self) -> list[Occasion]:
        """What the document's statements were said on, as far as people said so."""
        return list(Occasion.objects.of_document(self.document)[:PAGE])

    @property
    def following(self) -> str:
        """The place of the first card of the next page."""
        return place_of(self._rows[PAGE]) if len(self._rows) > PAGE else ""

    @cached_property
    def earlier(self) -> str:
        """The place of the first card of the page before."""
        before = Statement.objects.in_reading_order(self.document).filter(~_from(self._first)).reverse()
        rows = list(before.only("start", "end")[:PAGE]) if self._first > (0, 0) else []
        return place_of(rows[-1]) if rows else ""


def _from(place: tuple[int, int]) -> Q:
    return Q(start__gt=place[0]) | Q(start=place[0], end__gte=place[1])


def place_in(written: str) -> tuple[int, int] | None:
    """As `place_of` writes it; nothing of what it did not write."""
    start, _dash, end = written.partition("-")
    return (int(start), int(end)) if all(one.isdecimal() and len(one) < 12 for one in (start, end)) else None


def is_within(reach: str, statement: Statement) -> bool:
    """Whether its card stands on a page of this reach; on every page whose reach is not told."""
    first, last = (place_in(one) for one in reach.partition(" ")[::2])
    return not (first and last) or first <= (statement.start, statement.end) <= last


def place_of(statement: Statement) -> str:
    return f"{statement.start}-{statement.end}"


def counts_of(document: Document) -> Counts:
    by_state = Counter(dict(Statement.objects.filter(document=document).order_by().values_list("status").annotate(Count("pk"))))
    return Counts(by_state[StatementStatus.DRAFT], by_state.total())


def next_waiting(statement: Statement) -> Statement | None:
    """The first draft behind it, else the first of its document."""
    waiting = Statement.objects.in_reading_order(statement.document).drafts().exclude(pk=statement.pk)
    shown = waiting.only("public_id", "start", "end")
    return shown.filter(_from((statement.start, statement.end))).first() or shown.first()
