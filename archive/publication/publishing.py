"""Stage 6: the only code that makes a thing public, changes what is public, or takes it back.

Every act here is one transaction that leaves an Event and a Revision, keeps the counts and the public full-text index, and raises the
archive's revision number.
"""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from archive.acts import allow, expect_reason, expect_state, expect_valid, held, record, save, save_valid
from archive.enums import OccurrenceStatus, RevisionClass, StatementStatus, Verb
from archive.errors import Refused
from archive.models import Attribution, Occurrence, Speaker, Statement, User
from archive.publication import tallies
from archive.publication.consequences import changing, counted_anew, first_revisions
from archive.publication.snapshots import PUBLIC_FIELDS, revise


@transaction.atomic
def publish(row: Statement | Occurrence, *, by: User, at: datetime | None = None, reason: str = "") -> Statement:
    """Make a statement public, with the links that were judged; or add a judged link to a public statement.

    Refuses without outlet, speaker or date (unless a person said that none can be found). A withdrawn statement needs a public reason.
    """
    allow(by, "publish_statement")
    at = at or timezone.now()
    if isinstance(row, Occurrence):
        return _add_link(_held(row), by, at)
    statement = _with_its_source(row)
    expect_state(statement, [StatementStatus.ACCEPTED, StatementStatus.WITHDRAWN], "published")
    _expect_complete(statement)
    expect_valid(statement, constraints=False)
    again = statement.status == StatementStatus.WITHDRAWN
    revision_class = RevisionClass.REINSTATEMENT if again else RevisionClass.PUBLICATION
    reason = expect_reason(reason) if again else reason.strip()
    with changing(statement, revision_class, by, at, reason, Verb.PUBLISHED):
        statement.recorded_at = statement.recorded_at or at
        statement.published_by = by
        statement.withdrawn_at, statement.withdrawn_class, statement.withdrawn_reason = None, "", ""
        statement.status = StatementStatus.PUBLIC
        _publish_links(statement.occurrences.all(), statement)
    first_revisions(statement, by, at)
    return statement


def _add_link(occurrence: Occurrence, by: User, at: datetime) -> Statement:
    expect_state(occurrence, [OccurrenceStatus.JUDGED], "published")
    statement = held(occurrence.statement)
    if not statement.is_public:
        raise Refused("Its statement is not public yet. Publish the statement: its links go with it.")
    with changing(statement, RevisionClass.ADDITION, by, at, "", Verb.PUBLISHED, claim=occurrence.claim.slug):
        _publish_links(statement.occurrences.filter(pk=occurrence.pk), statement)
    first_revisions(statement, by, at)
    return statement


@transaction.atomic
def correct(
    row: models.Model, *, by: User, changes: dict[str, Any], revision_class: RevisionClass, reason: str, at: datetime | None = None
) -> models.Model:
    """Change public fields of a public row, with a class and a public reason.

    Refuses fields that are not public, and changes of nothing. `changes` names fields of `PUBLIC_FIELDS`; for a Statement also
    `span` = (start, end) and `speakers` = [(Speaker or None, name, role), …].
    """
    allow(by, "publish_statement")
    reason, at = expect_reason(reason), at or timezone.now()
    if revision_class not in RevisionClass.changing():
        raise Refused("A correction is a typing error, a clarification or a correction. To take it back, withdraw it.")
    row = _held(row)
    if not row.is_public:
        raise Refused("It is not public: change it directly.")
    changed = _expect_changes(row, changes)
    if isinstance(row, Statement):
        return _correct_statement(row, changes, changed, revision_class, by, at, reason)
    if isinstance(row, Occurrence):
        return _correct_link(row, changes, changed, revision_class, by, at, reason)
    with counted_anew(row, by, at):
        _assign(row, changes)
    revise(row, revision_class, by=by, at=at, reason=reason, changed=changed)
    record(Verb.CORRECTED, row, by=by, at=at, reason=reason, fields=changed)
    tallies.raise_revision()
    return row


def _correct_statement(statement, changes, changed, revision_class, by, at, reason) -> Statement:
    changes = dict(changes)
    span, speakers = changes.pop("span", None), changes.pop("speakers", None)
    with changing(statement, revision_class, by, at, reason, Verb.CORRECTED, changed=changed):
        if span:
            _move_span(statement, *span)
        if speakers is not None:
            set_speakers(statement, speakers)
        _set(statement, changes)
        _expect_complete(statement)
        expect_valid(statement)
    first_revisions(statement, by, at)
    return statement


def _correct_link(occurrence, changes, changed, revision_class, by, at, reason) -> Occurrence:
    statement = held(occurrence.statement)
    with changing(statement, revision_class, by, at, reason, Verb.CORRECTED, changed=changed, claim=occurrence.claim.slug):
        _assign(occurrence, changes)
    return occurrence


@transaction.atomic
def withdraw(
    row: Statement | Occurrence, *, by: User, revision_class: RevisionClass, reason: str, at: datetime | None = None
) -> Statement | Occurrence:
    """Take a public statement back: from now on its address says that it was withdrawn, when, and why. Or take back one link."""
    allow(by, "publish_statement")
    reason, at = expect_reason(reason), at or timezone.now()
    if revision_class not in RevisionClass.withdrawing():
        raise Refused("A withdrawal is a retraction or a legal removal.")
    row = _held(row)
    if isinstance(row, Occurrence):
        expect_state(row, [OccurrenceStatus.PUBLIC], "withdrawn")
        with changing(held(row.statement), RevisionClass.CORRECTION, by, at, reason, Verb.WITHDRAWN, claim=row.claim.slug):
            row.status = OccurrenceStatus.WITHDRAWN
            save(row)
        return row
    expect_state(row, [StatementStatus.PUBLIC], "withdrawn")
    with changing(row, revision_class, by, at, reason, Verb.WITHDRAWN):
        row.status = StatementStatus.WITHDRAWN
        row.withdrawn_at, row.withdrawn_class, row.withdrawn_reason = at, revision_class, reason
        row.occurrences.public().update(status=OccurrenceStatus.JUDGED)
    return row


def _publish_links(links: models.QuerySet[Occurrence], statement: Statement) -> None:
    judged = links.filter(status=OccurrenceStatus.JUDGED)
    judged.update(status=OccurrenceStatus.PUBLIC, said_sort=statement.said_sort, lock_version=models.F("lock_version") + 1)


def renew_names(speaker: Speaker, *, by: User, reason: str, at: datetime | None = None) -> None:
    """Inside the transaction that changed a speaker's other names or roles: the public sees them, so a public one gets a Revision."""
    if not speaker.is_public:
        return
    at = at or timezone.now()
    revise(speaker, RevisionClass.CLARIFICATION, by=by, at=at, reason=expect_reason(reason), changed=["aliases", "roles"])
    record(Verb.CORRECTED, speaker, by=by, at=at, reason=reason, fields=["aliases", "roles"])
    tallies.raise_revision()


def reattribute(statement: Statement, gone: Speaker, keep: Speaker, *, by: User, reason: str, at: datetime) -> None:
    """The words of one speaker become another's, inside the transaction of a merge; a public statement gets a Revision."""
    attributions = statement.attributions.filter(speaker=gone)
    twice = statement.attributions.filter(speaker=keep).exists()
    change = attributions.delete if twice else partial(attributions.update, speaker=keep)
    if not statement.is_public:
        change()
        save(statement)
        return
    with changing(statement, RevisionClass.CLARIFICATION, by, at, reason, Verb.CORRECTED, changed=["speakers"]):
        change()
    first_revisions(statement, by, at)


def _held(row: models.Model) -> models.Model:
    """The row as it is now, held; a link after its statement, in the one order in which two acts can't wait for each other."""
    if isinstance(row, Occurrence):
        held(row.statement)
    return held(row)


def _with_its_source(statement: Statement) -> Statement:
    """The statement, held, with the rows that become public with it."""
    rows = Statement.objects.select_for_update(of=["self"]).select_related("document__article__outlet", "occasion")
    return rows.defer("document__raw").get(pk=statement.pk)


def _expect_complete(statement: Statement) -> None:
    if not statement.document.outlet:
        raise Refused("The article has no outlet. Say who published it, then publish.")
    if not statement.said_on and not statement.undated:
        raise Refused("It has no date. Enter when it was said, or tick “no date can be found”.")
    if not statement.attributions.exists():
        raise Refused("Nobody says it yet. Enter the speaker, or the source as it is printed.")


def _expect_changes(row: models.Model, changes: dict[str, Any]) -> list[str]:
    """The names of the fields that would change."""
    extra = {"span", "speakers"} if isinstance(row, Statement) else set()
    unknown = set(changes) - set(PUBLIC_FIELDS[type(row)]) - extra
    if unknown:
        raise Refused(f"Not a public field: {', '.join(sorted(unknown))}.")
    changed = sorted(name for name, value in changes.items() if _now(row, name) != value)
    if not changed:
        raise Refused("Nothing would change.")
    return changed


def _now(row: models.Model, name: str) -> Any:
    if name == "span":
        return (row.start, row.end)
    if name == "speakers":
        return [(one.speaker, one.name, one.role) for one in row.attributions.select_related("speaker")]
    return getattr(row, name)


def _set(row: models.Model, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        setattr(row, name, value)


def _assign(row: models.Model, changes: dict[str, Any]) -> None:
    _set(row, changes)
    row.lock_version += 1
    save_valid(row)


def _move_span(statement: Statement, start: int, end: int) -> None:
    if not 0 <= start < end <= len(statement.document.text):
        raise Refused("This span does not lie inside the document.")
    if statement.occurrences.standing().filter(models.Q(start__lt=start) | models.Q(end__gt=end)).exists():
        raise Refused("A claim hangs on words that would be cut off. Correct that occurrence first.")
    statement.take_words(start, end)


def set_speakers(statement: Statement, speakers: list[tuple[Speaker | None, str, str]]) -> None:
    """Whose words they are, in order, in place of what stood there."""
    if not speakers:
        raise Refused("Name at least one speaker, or the source as it is printed.")
    statement.attributions.all().delete()
    for position, (speaker, name, role) in enumerate(speakers):
        if speaker and speaker.merged_into_id:
            raise Refused(f"{speaker} was merged into {speaker.merged_into}. Choose that one.")
        attribution = Attribution(
            statement=statement, position=position, speaker=speaker, name=name or (speaker.name if speaker else ""), role=role
        )
        save_valid(attribution)
