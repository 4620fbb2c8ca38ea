"""How each kind of act is taken back: what stood before stands again, and an Event says which act it undoes."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from archive import linking
from archive.acceptance import judged_as
from archive.acts import Signature, record, save_valid, words_left_out
from archive.enums import StatementStatus, Verb
from archive.errors import Refused
from archive.linking import passages
from archive.linking.closed_suggestions import settle
from archive.models import Event, Judgement, Speaker, Statement
from archive.models.fields import folded
from archive.review.changing import index_anew
from archive.review.judging import move, returned
from archive.review.occasions import expect_occasion_free
from archive.review.standing import row_left_by
from archive.review.values import put_back, values_of


def _accepted(event: Event, signed: Signature) -> str:
    """Nobody is told that it was returned to him, and what was confirmed with the acceptance is asked again."""
    statement = row_left_by(event)
    if statement.occurrences.exists():
        raise Refused(_("It is linked to a claim. Take that answer back first."))
    confirmed = event.detail.get("confirmed", ())
    statement.confirmed = [one for one in statement.confirmed if one["told"] not in confirmed]
    returned(statement, signed, Verb.UNDONE, undoes=event.pk)
    return _("Not accepted any more, a draft again: “%(words)s”.") % {"words": statement}


def _rejected(event: Event, signed: Signature) -> str:
    statement = move(row_left_by(event), StatementStatus.DRAFT, Verb.UNDONE, signed, undoes=event.pk)
    return _("Not rejected any more, a draft again: “%(words)s”.") % {"words": statement}


def _reopened(event: Event, signed: Signature) -> str:
    statement = move(row_left_by(event), StatementStatus.REJECTED, Verb.UNDONE, signed, undoes=event.pk)
    return _("Rejected again: “%(words)s”.") % {"words": statement}


def _returned(event: Event, signed: Signature) -> str:
    """Nothing was changed since, so it stands as its reviewer accepted it."""
    statement = row_left_by(event)
    accepted = _acceptance_before(event)
    if accepted is None:
        raise Refused(_("Nobody knows any more who accepted it. Accept it anew."))
    _accept_again(statement, accepted, event, signed)
    return _("Not returned any more, accepted as it was: “%(words)s”.") % {"words": statement}


def _acceptance_before(event: Event) -> Event | None:
    before = Event.objects.filter(object_type=event.object_type, object_id=event.object_id, pk__lt=event.pk)
    return before.filter(verb=Verb.ACCEPTED).first()


def _accept_again(statement: Statement, accepted: Event, returned_by: Event, signed: Signature) -> None:
    statement.accepted_by, statement.accepted_as = accepted.by, judged_as(statement)
    move(statement, StatementStatus.ACCEPTED, Verb.UNDONE, signed, undoes=returned_by.pk)
    passages.index(statement)


def _accept_where_returned(statement: Statement, event: Event, signed: Signature) -> None:
    """Where an accepted one became a draft by the act that is taken back, it is accepted again, if anybody knows by whom."""
    then = Event.objects.filter(by=event.by_id, at=event.at, object_type=event.object_type, object_id=statement.pk, verb=Verb.RETURNED)
    for returned_by in then:
        if accepted := _acceptance_before(returned_by):
            _accept_again(statement, accepted, returned_by, signed)


def _edited(event: Event, signed: Signature) -> str:
    statement = row_left_by(event)
    _restore(statement, event, signed)
    if "language" in event.detail["was"]:
        index_anew(statement)
    if "translation_of" in event.detail["was"]:
        settle([statement.pk])
    if name := event.detail.get("alias"):
        _forget_name(name, event.detail["of"])
    return _("It stands as it did before: “%(words)s” (%(state)s).") % {"words": statement, "state": statement.get_status_display()}


def _forget_name(name: str, slug: str) -> None:
    """It became a name of this speaker by the same act; of a public one it takes a publisher to change the names."""
    speaker = Speaker.objects.get(slug=slug)
    if not speaker.is_public:
        speaker.aliases.filter(name_key=folded(name)).delete()


def _restore(statement: Statement, event: Event, signed: Signature) -> None:
    """What the act changed, as it stood before. Refuses where something of that changed since without an act on this row."""
    was, becomes = event.detail["was"], event.detail["becomes"]
    now = values_of(statement)
    if any(now[name] != value for name, value in becomes.items()):
        raise Refused(_("What this act changed was changed again since, for instance by a merge. Put it right by hand."))
    if "span" in was:
        words_left_out([statement.document_id])
    if "occasion" in was:
        expect_occasion_free(statement)
    put_back(statement, was)
    statement.lock_version += 1
    save_valid(statement)
    record(Verb.UNDONE, statement, by=signed.by, at=signed.at, was=becomes, becomes=was, undoes=event.pk)
    _accept_where_returned(statement, event, signed)


def _entered(event: Event, signed: Signature) -> str:
    """A draft goes that a person entered; where something hangs on it, it stays as rejected."""
    statement = row_left_by(event)
    words_left_out([statement.document_id])
    told, key = {"words": str(statement)}, statement.pk
    try:
        statement.delete()
    except ProtectedError:
        move(statement, StatementStatus.REJECTED, Verb.UNDONE, signed, undoes=event.pk)
        return _("Rejected and not removed, for something else needs it: “%(words)s”.") % told
    record(Verb.REMOVED, Statement(pk=key), by=signed.by, at=signed.at, name=told["words"], undoes=event.pk)
    return _("Not entered any more: “%(words)s”.") % told


def _split(event: Event, signed: Signature) -> str:
    """One again: the second draft goes."""
    statement = row_left_by(event)
    _entered(_part_of(event, statement, Verb.ENTERED), signed)
    _restore(statement, event, signed)
    return _("One statement again: “%(words)s”.") % {"words": statement}


def _joined(event: Event, signed: Signature) -> str:
    """Two again, each a draft or accepted as it was."""
    statement = row_left_by(event)
    rejected = _part_of(event, statement, Verb.REJECTED)
    second = move(row_left_by(rejected), StatementStatus.DRAFT, Verb.UNDONE, signed, undoes=rejected.pk)
    _accept_where_returned(second, event, signed)
    _restore(statement, event, signed)
    return _("Two statements again: “%(words)s” and “%(second)s”.") % {"words": statement, "second": second}


def _part_of(event: Event, statement: Statement, verb: Verb) -> Event:
    """What the same act did with the other statement."""
    then = Event.objects.filter(by=event.by_id, at=event.at, object_type=event.object_type, verb=verb)
    return next(one for one in then if one.detail.get("part_of") == statement.public_id)


def _judged(event: Event, signed: Signature) -> str:
    judgement = linking.undo(Judgement.objects.get(pk=event.object_id), by=signed.by, at=signed.at)
    return _("The answer is taken back: %(answer)s. The pair may be asked again.") % {"answer": judgement.get_answer_display()}


@dataclass(frozen=True)
class Undoing:
    """Who may take such an act back, and how."""

    permissions: tuple[str, ...]  # one of these
    undo: Callable[[Event, Signature], str]


UNDOINGS: dict[tuple[str, str], Undoing] = {
    ("statement", Verb.ACCEPTED): Undoing(("accept_statement",), _accepted),
    ("statement", Verb.REJECTED): Undoing(("accept_statement",), _rejected),
    ("statement", Verb.REOPENED): Undoing(("accept_statement",), _reopened),
    ("statement", Verb.RETURNED): Undoing(("accept_statement", "publish_statement"), _returned),
    ("statement", Verb.EDITED): Undoing(("change_statement",), _edited),
    ("statement", Verb.ENTERED): Undoing(("change_statement",), _entered),
    ("statement", Verb.SPLIT): Undoing(("change_statement",), _split),
    ("statement", Verb.MERGED): Undoing(("change_statement",), _joined),
    ("judgement", Verb.JUDGED): Undoing(("judge_suggestion",), _judged),
}
