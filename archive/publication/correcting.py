"""Changes of what is public, each with a class and a public reason; and of the names under which it stands."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from archive.acts import Signature, allow, expect_reason, expect_valid, held, record, save, save_valid
from archive.enums import RevisionClass, Verb
from archive.errors import Refused
from archive.linking.forces import expect_links_fit
from archive.models import Attribution, Occurrence, Speaker, Statement, User
from archive.publication import tallies
from archive.publication.consequences import changing, counted_anew, first_revisions
from archive.publication.guards import expect_complete, held_with_its_statement
from archive.publication.public_fields import PUBLIC_FIELDS, PublicRow
from archive.publication.snapshots import revise
from archive.publication.sources import sources_told


@dataclass(frozen=True)
class Correction:
    """Fields of a row and what they become; `fields` are those that really change."""

    changes: dict[str, Any]
    fields: list[str]
    revision_class: RevisionClass


@transaction.atomic
def correct(
    row: PublicRow, *, by: User, changes: dict[str, Any], revision_class: RevisionClass, reason: str, at: datetime | None = None
) -> PublicRow:
    """Change public fields of a public row, with a class and a public reason.

    Refuses fields that are not public, changes of nothing, and to hold words otherwise than their links were judged. `changes` names
    fields of `PUBLIC_FIELDS`; for a Statement also `span` = (start, end) and `speakers` = [(Speaker or None, name, role), …].
    """
    allow(by, "publish_statement")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    if revision_class not in RevisionClass.changing():
        raise Refused("A correction is a typing error, a clarification or a correction. To take it back, withdraw it.")
    row = held_with_its_statement(row)
    if not row.is_public:
        raise Refused("It is not public: change it directly.")
    correction = Correction(changes, _expect_changes(row, changes), revision_class)
    if isinstance(row, Statement):
        return _correct_statement(row, correction, signed)
    if isinstance(row, Occurrence):
        return _correct_link(row, correction, signed)
    with sources_told(row, signed), counted_anew(row, signed):
        _assign(row, changes)
    revise(row, revision_class, signed, correction.fields)
    record(Verb.CORRECTED, row, by=by, at=signed.at, reason=signed.reason, fields=correction.fields)
    tallies.raise_revision()
    return row


def _correct_statement(statement: Statement, correction: Correction, signed: Signature) -> Statement:
    changes = dict(correction.changes)
    span, speakers = changes.pop("span", None), changes.pop("speakers", None)
    with changing(statement, signed, Verb.CORRECTED, correction.revision_class, changed=correction.fields):
        if span:
            _move_span(statement, *span)
        if speakers is not None:
            set_speakers(statement, speakers)
        _set(statement, changes)
        if "force" in changes:
            expect_links_fit(statement)
        expect_complete(statement)
        expect_valid(statement)
    first_revisions(statement, signed)
    return statement


def _correct_link(occurrence: Occurrence, correction: Correction, signed: Signature) -> Occurrence:
    statement, claim = held(occurrence.statement), occurrence.claim.slug
    with changing(statement, signed, Verb.CORRECTED, correction.revision_class, changed=correction.fields, claim=claim):
        _assign(occurrence, correction.changes)
    return occurrence


def _expect_changes(row: PublicRow, changes: dict[str, Any]) -> list[str]:
    """The names of the fields that would change."""
    extra = {"span", "speakers"} if isinstance(row, Statement) else set()
    unknown = set(changes) - set(PUBLIC_FIELDS[type(row)]) - extra
    if unknown:
        raise Refused(f"Not a public field: {', '.join(sorted(unknown))}.")
    changed = sorted(name for name, value in changes.items() if _now(row, name) != value)
    if not changed:
        raise Refused("Nothing would change.")
    return changed


def _now(row: PublicRow, name: str) -> Any:
    if isinstance(row, Statement) and name == "span":
        return (row.start, row.end)
    if isinstance(row, Statement) and name == "speakers":
        return [(one.speaker, one.name, one.role) for one in row.attributions.select_related("speaker")]
    return getattr(row, name)


def _set(row: models.Model, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        setattr(row, name, value)


def _assign(row: PublicRow, changes: dict[str, Any]) -> None:
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


def renew_names(speaker: Speaker, *, by: User, reason: str, at: datetime | None = None) -> None:
    """Inside the transaction that changed a speaker's other names or roles: the public sees them, so a public one gets a Revision."""
    if not speaker.is_public:
        return
    signed, fields = Signature(by, at or timezone.now(), expect_reason(reason)), ["aliases", "roles"]
    revise(speaker, RevisionClass.CLARIFICATION, signed, fields)
    record(Verb.CORRECTED, speaker, by=by, at=signed.at, reason=reason, fields=fields)
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
    signed = Signature(by, at, reason)
    with changing(statement, signed, Verb.CORRECTED, RevisionClass.CLARIFICATION, changed=["speakers"]):
        change()
    first_revisions(statement, signed)
