"""Reports of one occasion: what people answer when two documents have nearly the same words of one speaker within days.

“One” gives both statements one Occasion, so that they count as one saying. Where the public would see that, a publisher has to carry it
out; until then the answer waits. “Two” is kept, and never asked again.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from archive import publication
from archive.acts import allow, expect_reason, expect_valid, held, record, save
from archive.enums import OccasionAnswer, RevisionClass, StatementStatus, Verb
from archive.errors import Refused
from archive.models import Event, Occasion, OccasionSuggestion, Statement, User

STANDING = (StatementStatus.ACCEPTED, StatementStatus.PUBLIC)


@transaction.atomic
def answer(
    pair: OccasionSuggestion,
    given: OccasionAnswer,
    *,
    by: User,
    occasion: Occasion | None = None,
    name: str = "",
    reason: str = "",
    at: datetime | None = None,
) -> OccasionSuggestion:
    """Keep the answer. “One”: both become of `occasion`, of the one that a side has, or of a new one of this name.

    What is public changes now if `by` may publish and gives a public reason, and otherwise waits for `carry_out`.
    """
    allow(by, "judge_suggestion")
    at = at or timezone.now()
    pair, sides = _held(pair)
    if pair.answer:
        raise Refused(f"{pair.answered_by} answered this already: {pair.get_answer_display()}. Take that back first.")
    pair.answer, pair.answered_by, pair.answered_at = OccasionAnswer(given), by, at
    pair.occasion = _occasion_of(sides, occasion, name, by, at) if given == OccasionAnswer.ONE else None
    save(pair)
    may_publish = bool(reason.strip()) and by.has_perm("archive.publish_statement")
    moved = _give(pair, sides, by, at, reason if may_publish else None)
    names = [one.public_id for one in sides]
    record(Verb.JUDGED, pair, by=by, at=at, to_state=pair.answer, statements=names, moved=moved)
    return pair


@transaction.atomic
def carry_out(pair: OccasionSuggestion, *, by: User, reason: str, at: datetime | None = None) -> OccasionSuggestion:
    """Give public statements the occasion that an editor's answer gave them, each with a Revision and this reason."""
    allow(by, "publish_statement")
    reason, at = expect_reason(reason), at or timezone.now()
    pair, sides = _held(pair)
    if pair.answer != OccasionAnswer.ONE:
        raise Refused("Nobody answered that these are of one occasion.")
    if not OccasionSuggestion.objects.waiting().filter(pk=pair.pk).exists():
        raise Refused("They are of one occasion already.")
    save(pair)
    record(Verb.EDITED, pair, by=by, at=at, reason=reason, moved=_give(pair, sides, by, at, reason))
    return pair


@transaction.atomic
def take_back(pair: OccasionSuggestion, *, by: User, at: datetime | None = None) -> OccasionSuggestion:
    """Ask again: statements that the answer moved get back the occasion they had. Refuses when one of them is public by now."""
    allow(by, "judge_suggestion")
    pair, _sides = _held(pair)
    if not pair.answer:
        raise Refused("Nobody has answered this yet.")
    came_from, given = pair.answer, pair.occasion
    for statement, before in _moved(pair):
        if statement.occasion_id != given.pk:
            continue
        if statement.is_public:
            raise Refused(f"“{statement}” is public with this occasion. Correct the occasion of the statement instead.")
        statement.occasion_id = before
        save(statement)
        record(Verb.EDITED, statement, by=by, at=at, occasion=before and statement.occasion.public_id)
    pair.answer, pair.answered_by, pair.answered_at, pair.occasion = "", None, None, None
    save(pair)
    record(Verb.UNDONE, pair, by=by, at=at, from_state=came_from)
    return pair


def _held(pair: OccasionSuggestion) -> tuple[OccasionSuggestion, list[Statement]]:
    """The pair and its statements as they are now, the statements first and in one order."""
    sides = [held(Statement(pk=pk)) for pk in sorted([pair.statement_id, pair.other_id])]
    for side in sides:
        if side.status not in STANDING:
            raise Refused(f"A {side.get_status_display()} statement has no say in this. Accept it first.")
    return held(pair), sides


def _occasion_of(sides: list[Statement], chosen: Occasion | None, name: str, by: User, at: datetime) -> Occasion:
    known = {one.occasion_id: one.occasion for side in sides for one in _with_original(side) if one.occasion}
    if chosen is None and not name.strip() and len(known) > 1:
        raise Refused("The two have different occasions. Choose the one that is right for both.")
    if chosen or (known and not name.strip()):
        return chosen or next(iter(known.values()))
    allow(by, "add_occasion")
    dated = sorted((side.said_latest - side.said_earliest, side.said_on) for side in sides if side.said_on)
    place = next((side.place_proposed for side in sides if side.place_proposed), "")
    occasion = Occasion(name=name.strip(), place=place, held_on=dated[0][1] if dated else "")
    expect_valid(occasion)
    occasion.save()
    record(Verb.ENTERED, occasion, by=by, at=at, name=occasion.name)
    return occasion


def _give(pair: OccasionSuggestion, sides: list[Statement], by: User, at: datetime, reason: str | None) -> list[list]:
    """Each statement that the answer concerns becomes of the occasion; without a reason, only those that the public can't see.

    Returns which, and of which occasion each was before.
    """
    moved = []
    for statement in _concerned(pair, sides):
        before = statement.occasion_id
        if statement.is_public and reason is None:
            continue
        if statement.is_public:
            changes = {"occasion": pair.occasion}
            publication.correct(statement, by=by, changes=changes, revision_class=RevisionClass.CLARIFICATION, reason=reason, at=at)
        else:
            statement.occasion = pair.occasion
            save(statement)
            record(Verb.EDITED, statement, by=by, at=at, occasion=pair.occasion.public_id)
        moved.append([statement.pk, before])
    return moved


def _concerned(pair: OccasionSuggestion, sides: list[Statement]) -> list[Statement]:
    """Both sides with their originals, and what else of their documents was of the same occasion or read as said on it."""
    if pair.occasion is None:
        return []
    wanted = Q()
    for one in (one for side in sides for one in _with_original(side)):
        wanted |= Q(pk=one.pk)
        if one.occasion_id:
            wanted |= Q(document=one.document_id, occasion=one.occasion_id)
        elif one.occasion_proposed:
            wanted |= Q(document=one.document_id, occasion=None, occasion_proposed=one.occasion_proposed, said_on=one.said_on)
    others = ~Q(occasion=pair.occasion) | Q(occasion=None)
    return list(Statement.objects.select_for_update().filter(wanted, others, status__in=[*STANDING, StatementStatus.DRAFT]).order_by("pk"))


def _with_original(statement: Statement) -> list[Statement]:
    return [statement, statement.translation_of] if statement.translation_of else [statement]


def _moved(pair: OccasionSuggestion) -> list[tuple[Statement, int | None]]:
    """The statements that the standing answer moved, held, with the occasion that each had before."""
    acts = Event.objects.filter(object_type="occasionsuggestion", object_id=pair.pk)
    last = acts.filter(verb=Verb.JUDGED).first()
    done = [one for act in acts.filter(pk__gte=last.pk) for one in act.detail.get("moved", [])] if last else []
    return [(held(Statement(pk=pk)), before) for pk, before in done]
