"""Making public and taking back: statements with their links, and single links.

Every act here is one transaction that leaves an Event and a Revision, keeps the counts and the public full-text index, and raises the
archive's revision number.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import Signature, allow, expect_reason, expect_state, expect_valid, held, held_with_their_sources, save
from archive.doubts import expect_confirmed, keep
from archive.doubts.beside import beside
from archive.doubts.statements import doubts_beside
from archive.enums import OccurrenceStatus, RevisionClass, StatementStatus, Verb
from archive.errors import Refused
from archive.linking.judgements import hold_statements_of, undone
from archive.models import ArchiveState, Occurrence, Statement, User
from archive.publication.consequences import Act, changing, changing_all, first_revisions, first_revisions_of
from archive.publication.guards import expect_as_accepted, expect_complete, held_with_its_statement
from archive.publication.redacting.elsewhere import expect_reason_without_the_words, repeated_elsewhere
from archive.working.two_people import expect_another_person, expect_anothers_answer, links_answered_alone


@transaction.atomic
def publish(
    row: Statement | Occurrence, *, by: User, at: datetime | None = None, reason: str = "", confirmed: Collection[str] = ()
) -> Statement:
    """Make a statement public, with the links that were judged; or add a judged link to a public statement.

    Refuses without outlet, speaker or date (unless a person said that none can be found), and what was changed after acceptance. What
    speaks against it and was not confirmed yet has to be `confirmed`. A withdrawn statement needs a public reason. Where two people are
    needed, links that this person answered stay back for another.
    """
    allow(by, "publish_statement")
    signed = Signature(by, at or timezone.now(), reason.strip())
    if isinstance(row, Occurrence):
        return _add_link(held_with_its_statement(row), signed)
    return _make_public([row], [signed], confirmed)[0]


@transaction.atomic
def publish_all(
    statements: Sequence[Statement], *, by: User, moments: Sequence[datetime] = (), confirmed: Collection[str] = ()
) -> list[Statement]:
    """Make many statements public together, all or none: each as `publish` does it, and what follows counted, indexed and kept once.

    `moments`: when each goes public, where not all do now.
    """
    allow(by, "publish_statement")
    signed = [Signature(by, at) for at in moments or [timezone.now()] * len(statements)]
    return _make_public(statements, signed, confirmed)


def _make_public(rows: Sequence[Statement], signed: Sequence[Signature], confirmed: Collection[str]) -> list[Statement]:
    ArchiveState.take_turn()
    statements = held_with_their_sources(rows)
    expect_another_person(statements, [each.by for each in signed])
    told = []
    for one in beside(statements, [each.at.date() for each in signed]):
        expect_state(one.statement, [StatementStatus.ACCEPTED, StatementStatus.WITHDRAWN], "published")
        expect_complete(one.statement, one.named)
        expect_as_accepted(one.statement, one.named)
        expect_valid(one.statement, constraints=False)
        told.append(keep(one.statement, doubts_beside(one), confirmed))
    acts = [_publication(*act) for act in zip(statements, signed, told, strict=True)]
    with changing_all(acts):
        for act in acts:
            _set_public(act.statement, act.signed)
        for person in {each.by for each in signed}:
            theirs = [act.statement for act in acts if act.signed.by == person]
            links = Occurrence.objects.judged().filter(statement__in=theirs)
            alone = links_answered_alone(links, person)
            _publish_links(links.exclude(pk__in=[one.pk for one in alone]), person)
    first_revisions_of([(act.statement, act.signed) for act in acts])
    return statements


def _publication(statement: Statement, signed: Signature, told: dict[str, list[str]]) -> Act:
    if statement.status == StatementStatus.WITHDRAWN:
        signed = replace(signed, reason=expect_reason(signed.reason))
        return Act.on(statement, signed, Verb.PUBLISHED, RevisionClass.REINSTATEMENT, **told)
    return Act.on(statement, signed, Verb.PUBLISHED, RevisionClass.PUBLICATION, **told)


def _set_public(statement: Statement, signed: Signature) -> None:
    statement.recorded_at = statement.recorded_at or signed.at
    statement.published_by = signed.by
    statement.withdrawn_at, statement.withdrawn_class, statement.withdrawn_reason = None, "", ""
    statement.status = StatementStatus.PUBLIC


def _add_link(occurrence: Occurrence, signed: Signature) -> Statement:
    expect_state(occurrence, [OccurrenceStatus.JUDGED], "published")
    expect_anothers_answer(occurrence, signed.by)
    statement, signed = held(occurrence.statement), replace(signed, reason="")
    if not statement.is_public:
        raise Refused(gettext("Its statement is not public yet. Publish the statement: its links go with it."))
    with changing(statement, signed, Verb.PUBLISHED, RevisionClass.ADDITION, claim=occurrence.claim.slug):
        _publish_links(statement.occurrences.filter(pk=occurrence.pk), signed.by)
    first_revisions(statement, signed)
    return statement


def _publish_links(links: models.QuerySet[Occurrence], by: User) -> None:
    become = {"status": OccurrenceStatus.PUBLIC, "published_by": by, "lock_version": models.F("lock_version") + 1}
    links.filter(status=OccurrenceStatus.JUDGED).update(**become)


@transaction.atomic
def withdraw(
    row: Statement | Occurrence,
    *,
    by: User,
    revision_class: RevisionClass,
    reason: str,
    at: datetime | None = None,
    confirmed: Collection[str] = (),
) -> Statement | Occurrence:
    """Take a public statement back: from now on its address says that it was withdrawn, when, and why. Or take back one link.

    Where the public goes on reading the words in another document, or (legal removal) statement, that has to be `confirmed`.
    """
    allow(by, "publish_statement")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    if revision_class not in RevisionClass.withdrawing():
        raise Refused(gettext("A withdrawal is a retraction or a legal removal."))
    row = held_with_its_statement(row)
    if isinstance(row, Occurrence):
        return _withdraw_link(row, signed)
    expect_state(row, [StatementStatus.PUBLIC], "withdrawn")
    expect_reason_without_the_words(row, revision_class, signed.reason)
    told = expect_confirmed(repeated_elsewhere(row, revision_class), confirmed)
    with changing(row, signed, Verb.WITHDRAWN, revision_class) as detail:
        detail.update({"confirmed": told} if told else {})
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
    ArchiveState.take_turn()
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
