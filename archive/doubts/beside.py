"""What the doubts about statements are told from, beside their own words: read at once, for one statement or for many."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from archive.enums import StatementStatus
from archive.models import Attribution, Statement
from archive.models.source_note import SourceNote, notes_of

MOST_NAMED = 3  # of the statements over the same words


@dataclass(frozen=True)
class Beside:
    """One statement as it would stand, perhaps unsaved, with its speakers, the first of those over its words, and what became of its
    source."""

    statement: Statement
    today: date
    named: Sequence[Attribution]
    over: Sequence[Statement]
    notes: Sequence[SourceNote]


class Stands(NamedTuple):
    """Where another statement of an article stands."""

    start: int
    end: int
    pk: int
    text: str


def beside(statements: Collection[Statement], days: Iterable[date]) -> Iterator[Beside]:
    """For each of these, in their order, and as of these days."""
    named: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in Attribution.objects.filter(statement__in=statements).select_related("speaker"):
        named[attribution.statement_id].append(attribution)
    over = _over(statements)
    shown = Statement.objects.only("public_id", "document", "start", "end", "text", "status", "force")
    others = shown.in_bulk({pk for keys in over.values() for pk in keys})
    notes = notes_of(statement.document_id for statement in statements)
    for one, today in zip(statements, days, strict=True):
        yield Beside(one, today, named[one.pk], [others[pk] for pk in over[one.pk]], notes.get(one.document_id, ()))


def _over(statements: Collection[Statement]) -> dict[int, list[int]]:
    """The statements over the words of each: of its document those that its span touches, of other captures those in the same words."""
    articles = _of_articles(statements)
    return {one.pk: sorted(_keys_over(one, articles[one.document.article_id]))[:MOST_NAMED] for one in statements}


def _of_articles(statements: Collection[Statement]) -> dict[int, dict[int, list[Stands]]]:
    """By article and document, in their order. For one statement no more is read than what may be over it."""
    wanted = Q(document__article__in={one.document.article_id for one in statements})
    if len(statements) == 1:
        (one,) = statements
        wanted &= ~Q(document=one.document_id) | Q(start__lt=one.end, end__gt=one.start)
    rows = Statement.objects.filter(wanted).exclude(status=StatementStatus.REJECTED).order_by("start")
    found: dict[int, dict[int, list[Stands]]] = defaultdict(lambda: defaultdict(list))
    for article, document, start, end, pk, text in rows.values_list("document__article", "document", "start", "end", "pk", "text"):
        found[article][document].append(Stands(start, end, pk, text))
    return found


def _keys_over(statement: Statement, article: dict[int, list[Stands]]) -> Iterator[int]:
    for document, stands in article.items():
        if document == statement.document_id:
            yield from (one.pk for one in _touching(stands, statement) if one.pk != statement.pk)
        else:
            words = _words(statement.text)
            yield from (one.pk for one in stands if _words(one.text) == words)


def _touching(stands: list[Stands], statement: Statement) -> Iterator[Stands]:
    """Of statements in the order of their starts; those that begin more than the longest of them before it can't reach it."""
    longest = max(one.end - one.start for one in stands)
    first, last = (bisect_left(stands, (at,)) for at in (statement.start - longest, statement.end))
    return (one for one in stands[first:last] if one.end > statement.start)


def _words(text: str) -> list[str]:
    return text.casefold().split()
