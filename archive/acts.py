"""What every act on the record has in common: who may do it, the row it holds while it acts, and the Event it leaves."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive import errors
from archive.enums import Verb
from archive.errors import NotYours, Refused, Stale
from archive.log import histories
from archive.models import (
    ArchiveState,
    Article,
    ChangeProposal,
    Claim,
    CopySuggestion,
    Document,
    Event,
    Feed,
    NoticeSuggestion,
    Occasion,
    OccasionSuggestion,
    Occurrence,
    Outlet,
    Speaker,
    SpeakerPair,
    Statement,
    User,
)
from archive.models.history import type_of

Row = TypeVar("Row", bound=models.Model)
Question = TypeVar("Question", ChangeProposal, CopySuggestion, NoticeSuggestion, OccasionSuggestion, SpeakerPair)
# Rows that count how often they were saved, so that nobody overwrites what he did not see.
Versioned = (
    Article
    | ChangeProposal
    | Claim
    | CopySuggestion
    | Document
    | Feed
    | NoticeSuggestion
    | Occasion
    | OccasionSuggestion
    | Occurrence
    | Outlet
    | Speaker
    | SpeakerPair
    | Statement
)


@dataclass(frozen=True)
class Signature:
    """Who does it, when, and with which public reason, as the Events and Revisions of an act say. For its steps; its door takes `by=`."""

    by: User
    at: datetime
    reason: str = ""


def allow(by: User | None, permission: str, *others: str) -> None:
    """Refuse unless `by` holds one of these permissions (without their app label). `None` is the machine: it may propose, never decide."""
    if by is None:
        raise Refused(errors.NO_PERSON)
    if not any(by.has_perm(f"archive.{one}") for one in (permission, *others)):
        raise NotYours(errors.NOT_YOUR_ROLE.format(permission=permission.replace("_", " ")))


def held(row: Row) -> Row:
    """The row as it is now, held until the transaction ends (SQLite holds the whole file already)."""
    return type(row)._default_manager.select_for_update().get(pk=row.pk)


def held_with_their_sources(statements: Iterable[Statement]) -> list[Statement]:
    """The statements, held, in their order, each with the rows that become public with it."""
    keys = [statement.pk for statement in statements]
    rows = Statement.objects.select_for_update(of=["self"]).select_related("document__article__outlet", "occasion")
    fresh = {row.pk: row for row in rows.defer("document__raw").filter(pk__in=keys).order_by("pk")}
    if missing := [key for key in keys if key not in fresh]:
        raise Statement.DoesNotExist(f"No statement {missing[0]}.")
    return [fresh[key] for key in keys]


def held_by_number(model: type[Row], numbers: Iterable[int]) -> dict[int, Row]:
    """These rows as they are now, held in the order of their numbers, so that two acts that need some of the same can't wait for each
    other. An act that needs several of one table holds them all at once, first."""
    rows = model._default_manager.select_for_update().filter(pk__in=set(numbers)).order_by("pk")
    return {row.pk: row for row in rows}


def words_left_out(documents: Iterable[int]) -> None:
    """Statements that are not public come to stand in these documents, go or move, so the pages around public ones leave out other words.
    Called before the act holds a row: whoever raises the revision has his turn until the transaction ends."""
    if Document.objects.public().filter(pk__in=documents).exists():
        ArchiveState.raise_revision()


def expect_state(row: Statement | Occurrence, states: Iterable[str], act: str) -> None:
    """Refuse unless the row is in one of the states in which the act, one of `errors.WRONG_STATE`, makes sense."""
    if row.status not in states:
        labels = dict(type(row).status.field.flatchoices)
        either = gettext(" or ").join(str(labels[one]) for one in states)
        named = {"row": row._meta.verbose_name, "state": row.get_status_display(), "states": either}
        raise Refused(errors.WRONG_STATE[act].format(**named))


def expect_reason(reason: str) -> str:
    if not reason.strip():
        raise Refused(errors.NO_REASON)
    return reason.strip()


def expect_unanswered(question: Question, then: str = "") -> None:
    """Refuse what somebody answered before; `then` says what to do about it."""
    if question.answer:
        said = errors.ANSWERED.format(by=question.answered_by, answer=question.get_answer_display())
        raise Refused(f"{said} {then}".rstrip())


def keep_answer(question: Question, given: str, signed: Signature, **detail: Any) -> Question:
    """A person's answer on a question that this act holds; kept for ever, so that nobody is asked twice."""
    question.answer, question.answered_by, question.answered_at = given, signed.by, signed.at
    save(question)
    record(Verb.JUDGED, question, by=signed.by, at=signed.at, to_state=given, **detail)
    return question


def save(row: Versioned) -> None:
    """Save a row that this act holds, so that a form opened before it will be told."""
    row.lock_version += 1
    row.save()


def save_alike(rows: Iterable[Versioned], columns: Iterable[str]) -> None:
    """Save these columns of many rows of one table that this act holds: those that become alike with one query."""
    alike: dict[str, list[Versioned]] = {}
    for row in rows:
        alike.setdefault(repr([getattr(row, column) for column in columns]), []).append(row)
    for group in alike.values():
        table, values = type(group[0])._default_manager, {column: getattr(group[0], column) for column in columns}
        table.filter(pk__in=[row.pk for row in group]).update(**values, lock_version=models.F("lock_version") + 1)
        for row in group:
            row.lock_version += 1


def expect_valid(row: models.Model, *, constraints: bool = True) -> None:
    """Refuse what a form would refuse, in the same words. Columns that no form shows are the caller's affair.

    Without `constraints` for a row whose columns stand in the database already, so that it holds them.
    """
    hidden = [field.name for field in row._meta.fields if not field.editable or (field.is_relation and not constraints)]
    try:
        row.full_clean(exclude=hidden, validate_unique=constraints, validate_constraints=constraints)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def save_valid(row: models.Model) -> None:
    """Save a row that has passed `expect_valid`; the database's own no becomes a refusal too."""
    expect_valid(row)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused(errors.COLLIDES) from error


def claim_version(row: Versioned, read_version: int) -> None:
    """Compare-and-swap: raise Stale unless the row is still as it was read; from here on this transaction owns the next version."""
    unchanged = type(row)._default_manager.filter(pk=row.pk, lock_version=read_version)
    if not unchanged.update(lock_version=models.F("lock_version") + 1):
        raise Stale(errors.OVERTAKEN)
    row.lock_version = read_version + 1


def new_batch() -> str:
    """What the Events of one act on many rows have in common, as their detail `batch`."""
    return secrets.token_hex(8)


def record(verb: Verb, row: models.Model, *, by: User | None, at: datetime | None = None, **detail: Any) -> Event:
    """Write the Event of an act. `from_state`, `to_state` and `reason` have columns of their own; the rest goes into detail."""
    done = event(verb, row, by=by, at=at, **detail)
    histories.write([done])
    return done


def event(verb: Verb, row: models.Model, *, by: User | None, at: datetime | None = None, **detail: Any) -> Event:
    """The Event, for acts on many rows that write theirs at once: `histories.write`."""
    columns = {name: detail.pop(name) for name in ("from_state", "to_state", "reason") if name in detail}
    return Event(verb=verb, object_type=type_of(row), object_id=row.pk, by=by, at=at or timezone.now(), detail=detail, **columns)
