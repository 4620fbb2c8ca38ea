"""A person puts right what stands in statements that are not public, or enters one: the same guards, whichever page it is done on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive import errors
from archive.acts import Signature, allow, held, held_by_number, new_batch, record, save_valid
from archive.doubts import asked_at_once
from archive.enums import StatementStatus, Verb
from archive.errors import Refused, Stale
from archive.linking import passages
from archive.linking.closed_suggestions import hold
from archive.models import ArchiveState, Document, Statement, User
from archive.review.editing import before_editing, before_entering, confirm_changes, return_changed
from archive.review.judging import accepted
from archive.review.occasions import expect_occasion_free
from archive.review.values import changed_of, expect_changeable, set_columns, set_span, set_speakers, values_of


@dataclass(frozen=True)
class Change:
    """Fields and what they become, who says so, what he says to have seen, and what the Event is to tell besides."""

    values: dict[str, Any]
    signed: Signature
    confirmed: Collection[str] = ()
    told: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def change(
    statement: Statement,
    changes: dict[str, Any],
    *,
    by: User,
    read_version: int | None = None,
    confirmed: Collection[str] = (),
    at: datetime | None = None,
) -> Statement:
    """Put fields of a draft or an accepted statement right; an accepted one is a draft again where what was judged changed.

    `changes` names fields of `values.CHANGEABLE`: `span` = (start, end), `speakers` = [(Speaker or None, name, role), …], an Occasion or
    None, a day as EDTF. Refuses to save over what was not seen (`read_version`), and what the change brings unless it is `confirmed`.
    Where nothing changes nothing is kept.
    """
    allow(by, "change_statement")
    change = Change(changes, Signature(by, at or timezone.now()), confirmed)
    _take_turn(changes)
    return _changed(statement, change, read_version)


@transaction.atomic
def change_all(
    statements: Sequence[Statement], changes: dict[str, Any], *, by: User, confirmed: Collection[str] = (), at: datetime | None = None
) -> list[Statement]:
    """The same change of many, all or none. What it brings is asked of all at once; their Events name one batch, taken back as one."""
    allow(by, "change_statement")
    if "span" in changes:
        raise Refused(_("Other words are chosen for one statement at a time."))
    change = Change(changes, Signature(by, at or timezone.now()), confirmed, {"batch": new_batch()})
    _take_turn(changes)
    rows = held_by_number(Statement, [one.pk for one in statements])
    hold(pk for pk, row in rows.items() if row.status == StatementStatus.ACCEPTED)  # which this may return, one after the other
    return asked_at_once(partial(_changed, statement, change) for statement in statements)


@transaction.atomic
def accept_changed(
    statement: Statement, changes: dict[str, Any], *, by: User, confirmed: Collection[str] = (), at: datetime | None = None
) -> Statement:
    """Accept a draft as `changes` make it: one act, taken back as one."""
    allow(by, "change_statement")
    allow(by, "accept_statement")
    batch = {"batch": new_batch()}
    change = Change(changes, Signature(by, at or timezone.now()), confirmed, batch)
    _take_turn(changes)
    return accepted([_changed(statement, change)], [change.signed], confirmed, **batch)[0]


def _take_turn(changes: dict[str, Any]) -> None:
    """Before anything is held. Nobody merges the speakers that are named until this is done."""
    expect_changeable(changes)
    if changes.get("speakers"):
        ArchiveState.take_turn()


def _changed(statement: Statement, change: Change, read_version: int | None = None) -> Statement:
    wanted = Statement.objects.get(pk=statement.pk)
    wanted.start, wanted.end = change.values.get("span", (wanted.start, wanted.end))
    before = before_editing(wanted, change.signed)
    statement = held(wanted)
    if read_version not in (None, statement.lock_version):
        raise Stale(errors.OVERTAKEN)
    was = values_of(statement)
    _assign(statement, change.values)
    if values_of(statement) == was:
        return statement
    statement.lock_version += 1
    save_valid(statement)
    told = confirm_changes(statement, before, change.signed, change.confirmed)
    kept = changed_of(statement, was)
    record(Verb.EDITED, statement, by=change.signed.by, at=change.signed.at, **kept, **told, **change.told)
    return_changed(statement, before, change.signed)
    if "language" in kept["was"]:
        index_anew(statement)
    return statement


def _assign(statement: Statement, changes: dict[str, Any]) -> None:
    if "occasion" in changes and changes["occasion"] != statement.occasion:
        expect_occasion_free(statement)
    set_columns(statement, changes)
    if "speakers" in changes:
        set_speakers(statement, changes["speakers"])


def index_anew(statement: Statement) -> None:
    """The words of one that is accepted are compared in its language."""
    if statement.passages.exists():
        passages.index(statement)


@transaction.atomic
def enter(
    document: Document,
    span: tuple[int, int],
    changes: dict[str, Any] | None = None,
    *,
    by: User,
    confirmed: Collection[str] = (),
    at: datetime | None = None,
) -> Statement:
    """A new draft of these words, with what `changes` says of it. Refuses words that are a statement already."""
    allow(by, "add_statement")
    changes, signed = changes or {}, Signature(by, at or timezone.now())
    _take_turn(changes)
    statement = Statement(document=document, drafted_by=by)
    before = before_entering(statement)
    set_span(statement, *span)
    set_columns(statement, {name: value for name, value in changes.items() if name != "span"})
    save_valid(statement)
    set_speakers(statement, changes.get("speakers", ()))
    told = confirm_changes(statement, before, signed, confirmed)
    record(Verb.ENTERED, statement, by=by, at=signed.at, words=str(statement), **told)
    return statement
