"""Changes of what is public that wait for a publisher: who may not publish proposes them, and a publisher takes or declines each."""

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import Signature, allow, expect_reason, expect_unanswered, held, keep_answer, record
from archive.enums import ProposalAnswer, RevisionClass, Verb
from archive.errors import NotYours, Refused, Stale
from archive.models import ArchiveState, ChangeProposal, Speaker, User
from archive.models.history import type_of
from archive.publication.correcting import UNORDERED, carry_out, correct, names_of_changes, value_now
from archive.publication.guards import held_with_its_statement
from archive.publication.public_fields import PublicRow

MERGING = tuple(UNORDERED)  # what is added and taken out is done to the list as it is by then


class Gone(Refused):
    """A row that a proposal names was removed since."""


@transaction.atomic
def propose(
    row: PublicRow, *, by: User, changes: dict[str, Any], reason: str,
    revision_class: RevisionClass = RevisionClass.CORRECTION, at: datetime | None = None,
) -> ChangeProposal:  # fmt: skip
    """Ask a publisher for a change of a public row. Refuses what `correct` would refuse, and what waits already. What speaks against it
    is asked here as there, and of the publisher who takes it again."""
    allow(by, "add_changeproposal")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    row = held_with_its_statement(row)
    _expect_possible(row, changes, revision_class, signed)
    changes = {name: value for name, value in changes.items() if name != "confirmed"}
    fields = names_of_changes(row, changes)
    becomes = {name: written(changes[name]) for name in fields}
    if ChangeProposal.objects.open().of(row).filter(becomes=becomes).exists():
        raise Refused(gettext("Just this is proposed already, and waits for a publisher."))
    proposal = ChangeProposal.objects.create(
        object_type=type_of(row), object_id=row.pk, about=str(row)[:300], by=by, at=signed.at, reason=signed.reason,
        was={name: written(value_now(row, name)) for name in fields}, becomes=becomes, revision_class=revision_class,
    )  # fmt: skip
    record(Verb.ENTERED, proposal, by=by, at=signed.at, reason=signed.reason, of=f"{type_of(row)} {row.pk}", fields=fields)
    return proposal


@transaction.atomic
def take(
    proposal: ChangeProposal, *, by: User, revision_class: RevisionClass | None = None, reason: str = "",
    confirmed: Collection[str] = (), at: datetime | None = None,
) -> ChangeProposal:  # fmt: skip
    """The change is made, with the class and the public reason that were proposed or those that are given here.

    Refuses when a field stands otherwise than when the change was proposed. What speaks against the change has to be `confirmed`.
    """
    ArchiveState.take_turn()
    allow(by, "publish_statement")
    proposal, at = held(proposal), at or timezone.now()
    expect_unanswered(proposal)
    row, signed = row_of(proposal), Signature(by, at, reason.strip() or proposal.reason)
    changed = changed_since(proposal)
    if changed:
        raise Stale(
            gettext("Changed since this was proposed: %(names)s. Decline it, and correct what stands now if it still needs that.")
            % {"names": ", ".join(_called(row, name) for name in changed)}
        )
    changes = {name: _wanted(proposal, row, name) for name in proposal.becomes} | {"confirmed": confirmed}
    revision_class = RevisionClass(revision_class or proposal.revision_class)
    correct(row, by=by, changes=changes, revision_class=revision_class, reason=signed.reason, at=at)
    return _answered(proposal, ProposalAnswer.TAKEN, signed)


@transaction.atomic
def decline(proposal: ChangeProposal, *, by: User, reason: str, at: datetime | None = None) -> ChangeProposal:
    """Nothing changes; the answer and its reason are kept for who proposed it."""
    allow(by, "publish_statement")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    proposal = held(proposal)
    expect_unanswered(proposal)
    return _answered(proposal, ProposalAnswer.DECLINED, signed)


def row_of(proposal: ChangeProposal) -> PublicRow:
    """The row that a proposal is about, as it is now. Refuses where it is gone."""
    rows: Any = proposal.model._default_manager
    row: PublicRow | None = rows.filter(pk=proposal.object_id).first()
    if row is None:
        raise Gone(gettext("What this would change is gone. Decline it."))
    return row


def changed_since(proposal: ChangeProposal) -> list[str]:
    """The fields of a proposal that stand otherwise than when it was made, and that it would overwrite unseen."""
    row = row_of(proposal)
    return [name for name, was in proposal.was.items() if name not in MERGING and written(value_now(row, name)) != was]


def _called(row: PublicRow, name: str) -> str:
    """A field as people call it; a list by its name alone."""
    try:
        field = row._meta.get_field(name)
    except FieldDoesNotExist:
        return name.replace("_", " ")
    return str(getattr(field, "verbose_name", "")) or name.replace("_", " ")


def is_proposed(row: PublicRow, name: str, value: Any) -> bool:
    """Whether a proposal that waits would put this value into the list of this name."""
    lists = ChangeProposal.objects.open().of(row).values_list("becomes", flat=True)
    return any(written(value) in becomes.get(name, ()) for becomes in lists)


def written(value: Any) -> Any:
    """A value as a proposal keeps it: a row by its number."""
    if isinstance(value, models.Model):
        return value.pk
    return [written(one) for one in value] if isinstance(value, list | tuple) else value


def value_of(model: type[models.Model], name: str, kept: Any) -> Any:
    """A value as `correct` takes it."""
    if name in READ:
        return READ[name](kept)
    related = model._meta.get_field(name).related_model
    return _row(related, kept) if isinstance(related, type) else kept


def _row(model: type[models.Model], number: int | None) -> models.Model | None:
    row = None if number is None else model._default_manager.filter(pk=number).first()
    if row is None and number is not None:
        raise Gone(
            gettext("The %(row)s that is wanted here is gone. Decline this, and propose another.") % {"row": model._meta.verbose_name}
        )
    return row


READ: dict[str, Callable[[list[Any]], Any]] = {
    "span": tuple,
    "speakers": lambda rows: [(_row(Speaker, speaker), name, role) for speaker, name, role in rows],
    **dict.fromkeys(UNORDERED, lambda rows: [tuple(one) for one in rows]),
    "aliases": list,
}


def _wanted(proposal: ChangeProposal, row: PublicRow, name: str) -> Any:
    becomes = proposal.becomes[name]
    if name in MERGING:
        was, now = proposal.was[name], written(value_now(row, name))
        gone = [one for one in was if one not in becomes]
        becomes = [one for one in now if one not in gone] + [one for one in becomes if one not in was and one not in now]
    return value_of(type(row), name, becomes)


def _answered(proposal: ChangeProposal, given: ProposalAnswer, signed: Signature) -> ChangeProposal:
    proposal.answer_reason = signed.reason
    return keep_answer(proposal, given, signed, reason=signed.reason)


def _expect_possible(row: PublicRow, changes: dict[str, Any], revision_class: RevisionClass, signed: Signature) -> None:
    """Make the correction and take it back, so that nobody proposes what no publisher could do.

    What follows from it may ask once more who does it, when all else is done: that is why it is proposed.
    """
    with suppress(NotYours), transaction.atomic():
        carry_out(row, changes, revision_class, signed)
        transaction.set_rollback(True)
