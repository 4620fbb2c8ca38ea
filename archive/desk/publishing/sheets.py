"""Which statements wait to be published: by document, and of one document in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db.models import Count

from archive import edtf
from archive.desk.publishing.cards import Card, cards_of, read
from archive.models import Document, Statement, User

PAGE = 25  # cards
A_LIST = 50  # documents


class Listed(NamedTuple):
    """A document and how many of its statements wait."""

    document: Document
    count: int

    @property
    def published(self) -> str:
        return _day(self.document)


def _day(document: Document) -> str:
    return edtf.parse(document.published).words if document.published else ""


def documents_after(key: int) -> list[Listed]:
    """Those of a list's page, the longest known first; one more where there is another page."""
    waiting = Statement.objects.to_publish().values("document")
    rows = Document.objects.filter(pk__in=waiting, pk__gt=key).select_related("article__outlet").defer("raw", "text").order_by("pk")
    documents = list(rows[: A_LIST + 1])
    counted = Statement.objects.to_publish().filter(document__in=documents).order_by().values_list("document").annotate(Count("pk"))
    counts = dict(counted)
    return [Listed(one, counts.get(one.pk, 0)) for one in documents]


@dataclass(frozen=True)
class Sheet:
    """What waits of one document, for one person, from a place of its text on."""

    document: Document
    person: User
    begins: int = 0

    @property
    def published(self) -> str:
        return _day(self.document)

    @cached_property
    def _rows(self) -> Sequence[Statement]:
        rows = Statement.objects.in_reading_order(self.document).to_publish()
        return list(read(rows.filter(start__gte=self.begins))[: PAGE + 1])

    @cached_property
    def cards(self) -> list[Card]:
        return cards_of(self._rows[:PAGE], self.person)

    @property
    def following(self) -> int | None:
        """Where the next page of it begins."""
        return self._rows[PAGE].start if len(self._rows) > PAGE else None

    @property
    def clear(self) -> list[Card]:
        """Those that may go out together: nothing is in doubt of any; none where one of the page is."""
        return self.cards if len(self.cards) > 1 and all(card.is_clear for card in self.cards) else []

    @cached_property
    def next_document(self) -> Document | None:
        """The next in which something waits, or from the first on again."""
        others = Statement.objects.to_publish().exclude(document=self.document).values("document")
        rows = Document.objects.filter(pk__in=others).only("public_id", "title").order_by("pk")
        return rows.filter(pk__gt=self.document.pk).first() or rows.first()
