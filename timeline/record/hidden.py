"""Which spans of a document's text stay out: words of statements that are not public, and wherever else withdrawn words stand.

All of it takes time in proportion to the text and its statements, however many of them there are.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from django.db.models import QuerySet

from archive.entries.asking import asked, listed
from archive.entries.withdrawn import places_of, withdrawn_words
from archive.enums import StatementStatus
from archive.models import Statement

Span = tuple[int, int]
NOT_PUBLIC = """SELECT document_id, start, "end", duplicates FROM archive_statement WHERE status <> 'public'"""


def hidden_of(document: int, *, whole: bool = False) -> list[Span]:
    return hidden_in([document], whole=whole).get(document, [])


def hidden_in(documents: Iterable[int], *, whole: bool = False) -> dict[int, list[Span]]:
    """For each document that has some, the spans whose words stay out, with their repetitions, in order; pages and API both ask here.

    Around a statement these are all that are not public (yet, or any more). Of a text shown as a `whole`, which its Outlet allows,
    they are the withdrawn alone: leaving out a draft there would tell that it is one.
    """
    documents = list(documents)
    rows = Statement.objects.filter(document__in=documents)
    found = _spans(rows.withdrawn() if whole else rows.exclude(status=StatementStatus.PUBLIC))
    for document, spans in places_of(withdrawn_words(documents)).items():
        found.setdefault(document, []).extend(spans)
    return {document: merged(spans) for document, spans in found.items()}


def hidden_around(withdrawn: Mapping[int, Iterable[Span]]) -> dict[int, tuple[Span, ...]]:
    """The same around statements of these documents, of each of which is known where words stand that were withdrawn."""
    rows = asked(f"{NOT_PUBLIC} AND document_id IN ({listed(withdrawn)})")
    found = _by_document((document, start, end, orjson.loads(twins)) for document, start, end, twins in rows)
    return {document: tuple(merged([*found.get(document, ()), *spans])) for document, spans in withdrawn.items()}


def _spans(rows: QuerySet[Statement]) -> dict[int, list[Span]]:
    return _by_document(rows.order_by().values_list("document", "start", "end", "duplicates"))


def _by_document(rows: Iterable[Any]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for document, start, end, twins in rows:
        found.setdefault(document, []).extend([(start, end), *map(tuple, twins)])
    return found


def merged(spans: Iterable[Span]) -> list[Span]:
    """In order; those that touch or overlap are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def near(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Of spans in order, those that reach into the text between two places."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    return spans[first : bisect_left(spans, end, lo=first, key=lambda span: span[0])]
