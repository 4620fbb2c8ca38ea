"""What becomes of statements when their article is captured again: they stay on the document they were found in, and it is noted whether
their words still stand in the newest. Nothing that a person judged is moved; where words changed or went, the editor is shown.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from archive.enums import SightingOutcome
from archive.matching.captures import find_again
from archive.models import Article, Document, Sighting, Statement


def carry_over(document: Document, *, at: datetime, fetched: bool = False) -> list[Sighting]:
    """Look for the words of all statements of the article's other captures in this one.

    Only a page that we `fetched` tells that words were seen in the source: a file or a pasted text can be old, or anybody's. So it
    leaves alone what the public sees of a look of our own.
    """
    noted = [one for one in _of_other_captures(document) if fetched or not _is_seen_by_the_public(one)]
    return [_noted(statement, at, fetched, **_found_in(statement, document)) for statement in noted]


def left_alone(document: Document) -> list[Sighting]:
    """What this capture would tell of the statements whose public sighting it left alone: for editors, and not kept."""
    rows = [one for one in _of_other_captures(document) if _is_seen_by_the_public(one) and one.sighting.document_id != document.pk]
    return [Sighting(statement=one, **_found_in(one, document)) for one in rows]


def _is_seen_by_the_public(statement: Statement) -> bool:
    return statement.is_public and Sighting.objects.public().filter(statement=statement).exists()


def _found_in(statement: Statement, document: Document) -> dict[str, Any]:
    """Whether the words stand in this capture, and where."""
    found = find_again(statement.document.text, statement.start, statement.end, document.text)
    if found is None:
        return {"outcome": SightingOutcome.GONE, "document": document, "start": None, "end": None}
    outcome = SightingOutcome.THERE if found.is_same else SightingOutcome.CHANGED
    return {"outcome": outcome, "document": document, "start": found.start, "end": found.end}


def saw_again(document: Document, *, at: datetime) -> None:
    """The page still has the text of this capture: what stands in it was seen once more."""
    own = document.statements.select_related("sighting").defer("document__raw")
    for statement in own:
        _noted(statement, at, True, outcome=SightingOutcome.THERE, document=document, start=statement.start, end=statement.end)
    carry_over(document, at=at, fetched=True)


def missed(article: Article, *, at: datetime) -> None:
    """There is no page any more."""
    for statement in _all_of(article):
        _noted(statement, at, True, outcome=SightingOutcome.PAGE_GONE, document=None, start=None, end=None)


def _of_other_captures(document: Document) -> Iterable[Statement]:
    return Statement.objects.of_other_captures(document).select_related("sighting")


def _all_of(article: Article) -> Iterable[Statement]:
    rows = Statement.objects.filter(document__article=article)
    return rows.select_related("document", "sighting").defer("document__raw", "document__text")


def _noted(statement: Statement, at: datetime, fetched: bool, **found: Any) -> Sighting:
    known = getattr(statement, "sighting", None)
    before = known.seen_at if known else statement.document.seen_at
    seen_at = at if fetched and found["outcome"] == SightingOutcome.THERE else before
    sighting, _ = Sighting.objects.update_or_create(statement=statement, defaults=found | {"seen_at": seen_at, "looked_at": at})
    return sighting
