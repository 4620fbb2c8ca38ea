"""What follows from every act of publication, in its own transaction: counts, both full-text indexes, Revisions, the Event, the archive's
revision number. `publication` alone calls this.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, NamedTuple

from django.db import models

from archive.acts import Signature, record, save
from archive.enums import RevisionClass, StatementStatus, Verb
from archive.errors import Refused
from archive.linking import passages
from archive.linking.closed_suggestions import settle
from archive.models import Article, Claim, Occasion, Revision, Speaker, Statement
from archive.models.history import type_of
from archive.publication import claim_counts, listings, search_index, tallies
from archive.publication.snapshots import changed_since, revise
from archive.publication.sources import keep_retracted

UNSEEN = "It was changed while nothing of it was public."


@contextmanager
def changing(
    statement: Statement, signed: Signature, verb: Verb, revision_class: RevisionClass, *, is_alone: bool = True, **detail: Any
) -> Iterator[dict[str, Any]]:
    """Around a change of a statement or its links: counts, full-text index, version, Revision, Event (whose detail it gives, to be added
    to), revision number.

    Who changes many statements of one claim counts it and settles the proposals himself in the end, with `is_alone` off.
    """
    before, came_from, linked = listings.standings([statement.pk]), statement.status, _linked_as(statement)
    yield detail
    if statement.is_public and came_from != StatementStatus.PUBLIC:
        keep_retracted([statement.document_id])
    statement.version = revise(statement, revision_class, signed, detail.get("changed")).version
    save(statement)
    statement.occurrences.update(said_sort=statement.said_sort)
    listings.moved(before, listings.standings([statement.pk]))
    if is_alone:
        claim_counts.recount([statement.pk])
    search_index.index(statement)
    _index_for_linking(statement, linked)
    if is_alone and not (verb == Verb.PUBLISHED and linked):  # what stood before says nothing else by becoming public
        settle([statement.pk])
    states = {"from_state": came_from, "to_state": statement.status}
    record(verb, statement, by=signed.by, at=signed.at, reason=signed.reason, **states, **detail)
    tallies.raise_revision()


@contextmanager
def counted_anew(row: models.Model, signed: Signature) -> Iterator[None]:
    """Around a change of what statements are counted under without holding it themselves: the outlet of their article, and the day of
    their occasion, which tells whether theirs is that of publication alone."""
    if not isinstance(row, Article):
        yield
        if isinstance(row, Occasion):
            claim_counts.recount(list(row.statements.public().values_list("pk", flat=True)))
        return
    statements = Statement.objects.public().filter(document__article=row).select_related("document__article").defer("document__raw")
    before = listings.standings(list(statements.values_list("pk", flat=True)))
    yield
    if not row.outlet:
        raise Refused("Its statements are public, so it needs the outlet that published it.")
    counted = list(statements.all())
    listings.moved(before, listings.standings([one.pk for one in counted]))
    claim_counts.recount([one.pk for one in counted])
    for statement in counted:
        first_revisions(statement, signed)


def first_revisions(statement: Statement, signed: Signature) -> None:
    """What becomes public with a statement gets its first Revision: its document, article, outlet, occasion, speakers and claims.

    What was public before, and comes back otherwise than it went, gets another.
    """
    source = [statement.document, statement.document.article, statement.document.outlet, statement.occasion]
    rows: list[models.Model] = [row for row in source if row]
    rows += Speaker.objects.filter(attributions__statement=statement).distinct()
    rows += Claim.objects.filter(pk__in=statement.occurrences.public().values("claim"))
    latest = Revision.objects.latest_of(rows)
    for row in rows:
        last = latest.get((type_of(row), row.pk))
        if last is None:
            revise(row, RevisionClass.PUBLICATION, replace(signed, reason=""))
        elif changed := changed_since(row, last):
            revise(row, RevisionClass.REINSTATEMENT, replace(signed, reason=signed.reason or UNSEEN), changed)


class Linked(NamedTuple):
    """What the linking index knows of a statement beside its words."""

    start: int
    end: int
    force: str


def _linked_as(statement: Statement) -> Linked | None:
    """As it stands in the linking index; not at all while it is withdrawn."""
    standing = statement.status in (StatementStatus.ACCEPTED, StatementStatus.PUBLIC)
    return Linked(statement.start, statement.end, statement.force) if standing else None


def _index_for_linking(statement: Statement, before: Linked | None) -> None:
    """What was proposed of words that are held otherwise now goes, until they are compared again."""
    now = _linked_as(statement)
    if now is None and before:
        passages.unindex(statement)
    elif now and before and before.force != now.force:
        passages.index_anew(statement)
    elif now != before:
        passages.index(statement)
