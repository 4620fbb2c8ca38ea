"""One door for each change of state.

draft → accepted | rejected; accepted → draft (returned); rejected → draft (reopened). An accepted statement enters the linking
index in the same transaction.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.acceptance import judged_as
from archive.acts import Signature, allow, event, expect_reason, expect_state, held, held_with_their_sources, new_batch, save
from archive.doubts import keep
from archive.doubts.beside import beside
from archive.doubts.statements import doubts_beside
from archive.enums import StatementStatus, Verb
from archive.errors import Refused
from archive.linking import passages
from archive.linking.closed_suggestions import settle
from archive.log import histories
from archive.models import Event, Statement, User


@transaction.atomic
def accept(statement: Statement, *, by: User, confirmed: Collection[str] = (), at: datetime | None = None) -> Statement:
    """A draft that stands: refuses one whose words are not what the document holds at its place.

    What speaks against it has to be `confirmed`: missing speaker or date, days that can hardly be, words that stand elsewhere too.
    """
    allow(by, "accept_statement")
    return accepted([statement], [Signature(by, at or timezone.now())], confirmed)[0]


@transaction.atomic
def accept_all(
    statements: Sequence[Statement], *, by: User, moments: Sequence[datetime] = (), confirmed: Collection[str] = ()
) -> list[Statement]:
    """Many drafts together, all or none: each as `accept` does it, and indexed for linking at once. `moments` as in `publish_all`;
    without them it is one act, whose Events name one batch."""
    allow(by, "accept_statement")
    batch = {} if moments else {"batch": new_batch()}
    return accepted(statements, [Signature(by, at) for at in moments or [timezone.now()] * len(statements)], confirmed, **batch)


def accepted(rows: Sequence[Statement], signed: Sequence[Signature], confirmed: Collection[str], **detail: Any) -> list[Statement]:
    """Drafts, each with its signature, after those who sign were allowed to."""
    statements, told = held_with_their_sources(rows), []
    for one in beside(statements, [each.at.date() for each in signed]):
        statement = one.statement
        expect_state(statement, [StatementStatus.DRAFT], "accepted")
        if statement.document.text[statement.start : statement.end] != statement.text:
            raise Refused(
                gettext("These words are not what stands in the document at this place. Choose them in the text again."), about="span"
            )
        told.append({**detail, **keep(statement, doubts_beside(one), confirmed)})
        statement.accepted_as = judged_as(statement, one.named)
    moves = []
    for statement, each, kept in zip(statements, signed, told, strict=True):
        statement.accepted_by = each.by
        moves.append(_moved(statement, StatementStatus.ACCEPTED, Verb.ACCEPTED, each, **kept))
    histories.write(moves)
    passages.index_all(statements)
    return statements


@transaction.atomic
def reject(statement: Statement, *, by: User, reason: str = "", at: datetime | None = None) -> Statement:
    """A draft that is no statement. It stays, so that the machine does not propose it again."""
    allow(by, "accept_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.DRAFT], "rejected")
    return move(statement, StatementStatus.REJECTED, Verb.REJECTED, Signature(by, at or timezone.now(), reason.strip()))


@transaction.atomic
def return_to_draft(statement: Statement, *, by: User, reason: str, at: datetime | None = None) -> Statement:
    """An accepted statement that needs work, as a reviewer or a publisher finds. Refuses one that a person has linked already: undo that
    first."""
    allow(by, "accept_statement", "publish_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.ACCEPTED], "returned")
    return returned(statement, Signature(by, at or timezone.now(), expect_reason(reason)))


def returned(statement: Statement, signed: Signature, verb: Verb = Verb.RETURNED, **detail: Any) -> Statement:
    """An accepted statement, held by this transaction, is a draft again: nobody accepted it as it stands now."""
    if link := statement.occurrences.select_related("judgement").first():
        raise Refused(gettext("It is linked to a claim. Take that answer back first, then return it."), other=link.judgement)
    statement.accepted_by, statement.accepted_as = None, ""
    passages.unindex(statement)
    move(statement, StatementStatus.DRAFT, verb, signed, **detail)
    settle([statement.pk])
    return statement


@transaction.atomic
def reopen(statement: Statement, *, by: User, at: datetime | None = None) -> Statement:
    """A rejected statement that deserves another look."""
    allow(by, "accept_statement")
    statement = held(statement)
    expect_state(statement, [StatementStatus.REJECTED], "reopened")
    return move(statement, StatementStatus.DRAFT, Verb.REOPENED, Signature(by, at or timezone.now()))


def move(statement: Statement, to: StatementStatus, verb: Verb, signed: Signature, **detail: Any) -> Statement:
    """To another state, of a row that this transaction holds; what follows from that is the caller's affair."""
    histories.write([_moved(statement, to, verb, signed, **detail)])
    return statement


def _moved(statement: Statement, to: StatementStatus, verb: Verb, signed: Signature, **detail: Any) -> Event:
    """The Event, unsaved."""
    came_from, statement.status = statement.status, to
    save(statement)
    return event(verb, statement, by=signed.by, at=signed.at, from_state=came_from, to_state=to, reason=signed.reason, **detail)
