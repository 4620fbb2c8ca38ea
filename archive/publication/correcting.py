"""Changes of what is public, each with a class and a public reason."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import Signature, allow, expect_reason, expect_valid, held, record, save_valid
from archive.doubts import keep, kept_with
from archive.doubts.statements import doubts_of
from archive.enums import RevisionClass, Verb
from archive.errors import Refused
from archive.linking.forces import expect_links_fit
from archive.models import Claim, Occurrence, Speaker, Statement, User
from archive.publication import tallies
from archive.publication.consequences import changing, counted_anew, first_revisions
from archive.publication.guards import expect_complete, held_with_its_statement
from archive.publication.naming import LISTS, rename, reword, set_speakers
from archive.publication.public_fields import PUBLIC_FIELDS, PUBLIC_LISTS, PublicRow
from archive.publication.snapshots import revise
from archive.publication.sources import sources_told


@dataclass(frozen=True)
class Correction:
    """Fields of a row and what they become; `fields` are those that really change, `confirmed` what the person says to have seen."""

    changes: dict[str, Any]
    fields: list[str]
    revision_class: RevisionClass
    confirmed: Collection[str] = ()


@transaction.atomic
def correct(
    row: PublicRow, *, by: User, changes: dict[str, Any], revision_class: RevisionClass, reason: str, at: datetime | None = None
) -> PublicRow:
    """Change public fields of a public row, with a class and a public reason.

    Refuses fields that are not public, changes of nothing, and to hold words otherwise than their links were judged. `changes` names
    fields of `PUBLIC_FIELDS`; for a Statement also `span` = (start, end) and `speakers` = [(Speaker or None, name, role), …], for a
    Speaker or a Claim what `naming.LISTS` lists: `aliases` = [name, …], `roles` = [(title, since, until), …] and the like.

    What the change brings that speaks against it has to be confirmed: `changes["confirmed"]`, as in `review.accept`. Drafts of a
    document whose day is corrected follow by `drafting.redate`.
    """
    allow(by, "publish_statement")
    return carry_out(row, changes, revision_class, Signature(by, at or timezone.now(), expect_reason(reason)))


def carry_out(row: PublicRow, changes: dict[str, Any], revision_class: RevisionClass, signed: Signature) -> PublicRow:
    """The correction itself, in a transaction of who asked whether the person may."""
    if revision_class not in RevisionClass.changing():
        raise Refused(gettext("A correction is a typing error, a clarification or a correction. To take it back, withdraw it."))
    row = held_with_its_statement(row)
    if not row.is_public:
        raise Refused(gettext("It is not public: change it directly."))
    changes = dict(changes)
    confirmed = changes.pop("confirmed", ())
    correction = Correction(changes, names_of_changes(row, changes), revision_class, confirmed)
    if isinstance(row, Statement):
        return _correct_statement(row, correction, signed)
    if isinstance(row, Occurrence):
        return _correct_link(row, correction, signed)
    with counted_anew(row, signed):
        with sources_told(row, signed):
            told = _assign_confirmed(row, correction)
        revise(row, revision_class, signed, correction.fields)
    record(Verb.CORRECTED, row, by=signed.by, at=signed.at, reason=signed.reason, fields=correction.fields, **told)
    tallies.raise_revision()
    return row


def _correct_statement(statement: Statement, correction: Correction, signed: Signature) -> Statement:
    changes = dict(correction.changes)
    span, speakers = changes.pop("span", None), changes.pop("speakers", None)
    before, known = doubts_of(statement, signed.at.date()), kept_with(statement)
    with changing(statement, signed, Verb.CORRECTED, correction.revision_class, changed=correction.fields) as detail:
        if span:
            _move_span(statement, *span)
        if speakers is not None:
            set_speakers(statement, speakers)
            statement.confidence = None  # how sure extraction was of others
        _set(statement, changes)
        if "force" in changes:
            expect_links_fit(statement)
        expect_complete(statement)
        expect_valid(statement)
        stands = [one for one in doubts_of(statement, signed.at.date()) if one not in before or one in known]
        detail.update(keep(statement, stands, correction.confirmed))
    first_revisions(statement, signed)
    return statement


def _correct_link(occurrence: Occurrence, correction: Correction, signed: Signature) -> Occurrence:
    statement, claim = held(occurrence.statement), occurrence.claim.slug
    with changing(statement, signed, Verb.CORRECTED, correction.revision_class, changed=correction.fields, claim=claim):
        _assign(occurrence, correction.changes)
    return occurrence


def names_of_changes(row: PublicRow, changes: dict[str, Any]) -> list[str]:
    """The names of the fields that would change. Refuses those that are not public, and where there are none."""
    unknown = set(changes) - {*PUBLIC_FIELDS[type(row)], *PUBLIC_LISTS.get(type(row), ())}
    if unknown:
        raise Refused(gettext("Not a public field: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    changed = sorted(name for name, value in changes.items() if not _is_same(name, value_now(row, name), value))
    if not changed:
        raise Refused(gettext("Nothing would change."))
    return changed


def _is_same(name: str, one: Any, other: Any) -> bool:
    """Names, roles and the like stand in no order of their own."""
    return sorted(one) == sorted(other) if name in UNORDERED else bool(one == other)


def value_now(row: PublicRow, name: str) -> Any:
    """What stands there, in the form in which `correct` takes it."""
    listed = LISTED.get((type(row), name))
    return listed(row) if listed else getattr(row, name)


def _set(row: models.Model, changes: dict[str, Any]) -> None:
    """A row that was chosen as it stands now: whoever chose it may have read it before it was changed."""
    for name, value in changes.items():
        setattr(row, name, type(value)._default_manager.get(pk=value.pk) if isinstance(value, models.Model) else value)


def _assign(row: PublicRow, changes: dict[str, Any]) -> None:
    _set(row, changes)
    row.lock_version += 1
    save_valid(row)


def _assign_confirmed(row: PublicRow, correction: Correction) -> dict[str, list[str]]:
    """Says for the Event what was confirmed of a speaker's new names."""
    if isinstance(row, Speaker):
        return rename(row, correction.changes, correction.confirmed)
    if isinstance(row, Claim):
        reword(row, correction.changes)
    else:
        _assign(row, correction.changes)
    return {}


def _move_span(statement: Statement, start: int, end: int) -> None:
    if not 0 <= start < end <= len(statement.document.text):
        raise Refused(gettext("These words do not lie inside the document’s text."))
    if statement.occurrences.standing().filter(models.Q(start__lt=start) | models.Q(end__gt=end)).exists():
        raise Refused(gettext("A claim hangs on words that would be cut off. Correct that claim in the statement first."))
    statement.take_words(start, end)


def _speakers_of(statement: Statement) -> list[tuple[Speaker | None, str, str]]:
    return [(one.speaker, one.name, one.role) for one in statement.attributions.select_related("speaker")]


UNORDERED = frozenset(name for lists in LISTS.values() for name in lists)
# What stands in other columns or tables than its name says.
LISTED: dict[tuple[type[models.Model], str], Callable[[Any], Any]] = {
    (Statement, "span"): lambda statement: (statement.start, statement.end),
    (Statement, "speakers"): _speakers_of,
    **{(model, name): one.read for model, lists in LISTS.items() for name, one in lists.items()},
}
