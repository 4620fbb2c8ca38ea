"""Making public and taking back: statements with their links, and single links.

Every act here is one transaction that leaves an Event and a Revision, keeps the counts and the public full-text index, and raises the
archive's revision number.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import models, transaction
from django.utils import timezone

from archive.acts import Signature, allow, expect_reason, expect_state, expect_valid, held, held_with_its_source, save
from archive.doubts import keep
from archive.doubts.statements import doubts_of
from archive.enums import OccurrenceStatus, RevisionClass, StatementStatus, Verb
from archive.errors import Refused
from archive.linking.judgements import hold_statements_of, undone
from archive.models import Occurrence, Statement, User
from archive.publication.consequences import changing, first_revisions
from archive.publication.guards import expect_as_accepted, expect_complete, held_with_its_statement


@transaction.atomic
def publish(
    row: Statement | Occurrence, *, by: User, at: datetime | None = None, reason: str = "", confirmed: Collection[str] = ()
) -> Statement:
    """Make a statement public, with the links that were judged; or add a judged link to a public statement.

    Refuses without outlet, speaker or date (unless a person said that none can be found), and what was changed after acceptance. What
    speaks against it and was not confirmed yet has to be `confirmed`. A withdrawn statement needs a public reason.
    """
    allow(by, "publish_statement")
    at = at or timezone.now()
    if isinstance(row, Occurrence):
        return _add_link(held_with_its_statement(row), Signature(by, at))
    statement = held_with_its_source(row)
    expect_state(statement, [StatementStatus.ACCEPTED, StatementStatus.WITHDRAWN], "published")
    expect_complete(statement)
    expect_as_accepted(statement)
    expect_valid(statement, constraints=False)
    told = keep(statement, doubts_of(statement, at.date()), confirmed)
    again = statement.status == StatementStatus.WITHDRAWN
    revision_class = RevisionClass.REINSTATEMENT if again else RevisionClass.PUBLICATION
    signed = Signature(by, at, expect_reason(reason) if again else reason.strip())
    with changing(statement, signed, Verb.PUBLISHED, revision_class) as detail:
        detail.update(told)
        statement.recorded_at = statement.recorded_at or at
        statement.published_by = by
        statement.withdrawn_at, statement.withdrawn_class, statement.withdrawn_reason = None, "", ""
        statement.status = StatementStatus.PUBLIC
        _publish_links(statement.occurrences.all(), statement)
    first_revisions(statement, signed)
    return statement


def _add_link(occurrence: Occurrence, signed: Signature) -> Statement:
    expect_state(occurrence, [OccurrenceStatus.JUDGED], "published")
    statement = held(occurrence.statement)
    if not statement.is_public:
        raise Refused("Its statement is not public yet. Publish the statement: its links go with it.")
    with changing(statement, signed, Verb.PUBLISHED, RevisionClass.ADDITION, claim=occurrence.claim.slug):
        _publish_links(statement.occurrences.filter(pk=occurrence.pk), statement)
    first_revisions(statement, signed)
    return statement


def _publish_links(links: models.QuerySet[Occurrence], statement: Statement) -> None:
    judged = links.filter(status=OccurrenceStatus.JUDGED)
    judged.update(status=OccurrenceStatus.PUBLIC, said_sort=statement.said_sort, lock_version=models.F("lock_version") + 1)


@transaction.atomic
def withdraw(
    row: Statement | Occurrence, *, by: User, revision_class: RevisionClass, reason: str, at: datetime | None = None
) -> Statement | Occurrence:
    """Take a public statement back: from now on its address says that it was withdrawn, when, and why. Or take back one link."""
    allow(by, "publish_statement")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    if revision_class not in RevisionClass.withdrawing():
        raise Refused("A withdrawal is a retraction or a legal removal.")
    row = held_with_its_statement(row)
    if isinstance(row, Occurrence):
        return _withdraw_link(row, signed)
    expect_state(row, [StatementStatus.PUBLIC], "withdrawn")
    with changing(row, signed, Verb.WITHDRAWN, revision_class):
        row.status = StatementStatus.WITHDRAWN
        row.withdrawn_at, row.withdrawn_class, row.withdrawn_reason = signed.at, revision_class, signed.reason
        row.occurrences.public().update(status=OccurrenceStatus.JUDGED)
    return row


@transaction.atomic
def take_link_back(occurrence: Occurrence, *, by: User, reason: str, at: datetime | None = None) -> Occurrence:
    """Withdraw a public link and undo the answer that made it, so that its pair may be asked anew: one person, one act.

    Another link that this answer made stays where it is public, and goes where it only waited.
    """
    allow(by, "publish_statement")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    if occurrence.judgement:
        hold_statements_of(occurrence.judgement)
    occurrence = _withdraw_link(held_with_its_statement(occurrence), signed)
    if occurrence.judgement and not (judgement := held(occurrence.judgement)).undone_at:
        undone(judgement, signed)
    return occurrence


def _withdraw_link(occurrence: Occurrence, signed: Signature) -> Occurrence:
    expect_state(occurrence, [OccurrenceStatus.PUBLIC], "withdrawn")
    with changing(held(occurrence.statement), signed, Verb.WITHDRAWN, RevisionClass.CORRECTION, claim=occurrence.claim.slug):
        occurrence.status = OccurrenceStatus.WITHDRAWN
        save(occurrence)
    return occurrence
