"""Stage 4: people judge drafts. One door for each change of state; the only code that leaves DRAFT.

draft → accepted | rejected; accepted → draft (returned); rejected → draft (reopened). An accepted statement enters the linking
index in the same transaction.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from archive.acts import allow, expect_reason, expect_state, held, record, save
from archive.enums import StatementStatus, Verb
from archive.errors import Refused
from archive.linking import passages
from archive.models import Occasion, Statement, User


@transaction.atomic
def accept(statement: Statement, *, by: User, at: datetime | None = None) -> Statement:
    """A draft that stands: refuses one whose words are not what the document holds at its place."""
    allow(by, "accept_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.DRAFT], "accepted")
    if statement.document.text[statement.start : statement.end] != statement.text:
        raise Refused("These words are not what stands in the document at this place. Set the span again.")
    statement.accepted_by = by
    _move(statement, StatementStatus.ACCEPTED, Verb.ACCEPTED, by, at)
    passages.index(statement)
    return statement


@transaction.atomic
def reject(statement: Statement, *, by: User, reason: str = "", at: datetime | None = None) -> Statement:
    """A draft that is no statement. It stays, so that the machine does not propose it again."""
    allow(by, "accept_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.DRAFT], "rejected")
    return _move(statement, StatementStatus.REJECTED, Verb.REJECTED, by, at, reason.strip())


@transaction.atomic
def return_to_draft(statement: Statement, *, by: User, reason: str, at: datetime | None = None) -> Statement:
    """An accepted statement that needs work. Refuses one that a person has linked already: that must be undone first."""
    allow(by, "accept_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.ACCEPTED], "returned")
    reason = expect_reason(reason)
    if statement.occurrences.exists():
        raise Refused("It is linked to a claim. Undo that judgement first, then return it.")
    statement.accepted_by = None
    passages.unindex(statement)
    return _move(statement, StatementStatus.DRAFT, Verb.RETURNED, by, at, reason)


@transaction.atomic
def reopen(statement: Statement, *, by: User, at: datetime | None = None) -> Statement:
    """A rejected statement that deserves another look."""
    allow(by, "accept_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.REJECTED], "reopened")
    return _move(statement, StatementStatus.DRAFT, Verb.REOPENED, by, at)


def _move(statement: Statement, to: StatementStatus, verb: Verb, by: User, at: datetime | None, reason: str = "") -> Statement:
    came_from, statement.status = statement.status, to
    save(statement)
    record(verb, statement, by=by, at=at, from_state=came_from, to_state=to, reason=reason)
    return statement


@transaction.atomic
def name_occasion(statement: Statement, *, by: User, at: datetime | None = None) -> Occasion:
    """Enter the occasion as extraction read it, for this statement and for those of the same document that it was read for."""
    allow(by, "add_occasion")
    statement = held(statement)
    expect_state(statement, [StatementStatus.DRAFT, StatementStatus.ACCEPTED], "given an occasion")
    if statement.occasion:
        raise Refused(f"It has its occasion already: {statement.occasion}.")
    if not statement.occasion_proposed:
        raise Refused("No occasion was read in the text. Enter one under Occasions and choose it here.")
    name = statement.occasion_proposed[0].upper() + statement.occasion_proposed[1:]
    occasion = Occasion.objects.create(name=name, place=statement.place_proposed, held_on=statement.said_on)
    record(Verb.ENTERED, occasion, by=by, at=at, name=occasion.name)
    for other in _of_the_same_occasion(statement):
        other.occasion = occasion
        save(other)
        record(Verb.EDITED, other, by=by, at=at, occasion=occasion.public_id)
    return occasion


def _of_the_same_occasion(statement: Statement) -> QuerySet[Statement]:
    return Statement.objects.select_for_update().filter(
        document=statement.document,
        occasion=None,
        occasion_proposed=statement.occasion_proposed,
        said_on=statement.said_on,
        status__in=[StatementStatus.DRAFT, StatementStatus.ACCEPTED],
    )
