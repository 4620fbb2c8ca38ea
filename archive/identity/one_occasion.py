"""Reports of one occasion: what people answer when two documents have nearly the same words of one speaker within days.

“One” gives both statements one Occasion, so that they count as one saying. Where the public would see that, a publisher has to carry it
out; until then the answer waits. “Two” is kept, and never asked again.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from archive import publication
from archive.acts import Signature, allow, expect_reason, expect_unanswered, expect_valid, held, held_by_number, keep_answer, record, save
from archive.enums import OccasionAnswer, RevisionClass, StatementStatus, Verb
from archive.errors import Refused, Stale
from archive.linking.closed_suggestions import settle
from archive.linking.waiting.occasion_groups import regroup
from archive.models import ArchiveState, Event, Occasion, OccasionSuggestion, Revision, Statement, User
from archive.review import expect_occasion_free

STANDING = (StatementStatus.ACCEPTED, StatementStatus.PUBLIC)


@transaction.atomic
def answer(
    pair: OccasionSuggestion,
    given: OccasionAnswer,
    *,
    by: User,
    occasion: Occasion | str = "",
    reason: str = "",
    at: datetime | None = None,
) -> OccasionSuggestion:
    """Keep the answer. “One”: both become of `occasion`, which may be the name of a new one, or of the one that a side has.

    What is public changes now if `by` may publish and gives a public reason, and otherwise waits for `carry_out`.
    """
    allow(by, "judge_suggestion")
    may_publish = bool(reason.strip()) and by.has_perm("archive.publish_statement")
    signed = Signature(by, at or timezone.now(), reason if may_publish else "")
    pair, sides, concerned = _held(pair)
    expect_unanswered(pair, gettext("Take that back first."))
    if given == OccasionAnswer.ONE and sides[0].force != sides[1].force:
        raise Refused(
            gettext(
                "One speaker says what the other denies, asks or supposes, so these are not reports of one saying. "
                "Correct first how it is said; or choose the occasion of each by itself."
            )
        )
    there = [occasion, *_known(sides)]
    pair.occasion = _occasion_of(sides, occasion, signed) if given == OccasionAnswer.ONE else None
    entered = pair.occasion.public_id if pair.occasion and pair.occasion not in there else None
    moved = _give(pair, concerned, signed)
    names = [one.public_id for one in sides]
    pair = keep_answer(pair, OccasionAnswer(given), signed, statements=names, moved=moved, entered=entered)
    _ask_anew(pair)
    return pair


@transaction.atomic
def carry_out(pair: OccasionSuggestion, *, by: User, reason: str, at: datetime | None = None) -> OccasionSuggestion:
    """Give public statements the occasion that an editor's answer gave them, each with a Revision and this reason."""
    allow(by, "publish_statement")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    pair, _sides, concerned = _held(pair)
    if pair.answer != OccasionAnswer.ONE:
        raise Refused(gettext("Nobody answered that these are of one occasion."))
    if not OccasionSuggestion.objects.waiting().filter(pk=pair.pk).exists():
        raise Refused(gettext("They are of one occasion already."))
    save(pair)
    record(Verb.EDITED, pair, by=by, at=signed.at, reason=signed.reason, moved=_give(pair, concerned, signed))
    return pair


@transaction.atomic
def take_back(pair: OccasionSuggestion, *, by: User, at: datetime | None = None) -> OccasionSuggestion:
    """Ask again: statements that the answer moved get back the occasion they had. Refuses when one of them is public by now.

    An occasion that was entered for this answer goes with it, when nothing else is of it.
    """
    allow(by, "judge_suggestion")
    signed = Signature(by, at or timezone.now())
    pair, _sides, _concerned = _held(pair, also=_moved(pair))
    if not pair.answer:
        raise Refused(gettext("Nobody has answered this yet."))
    last = _last_answer(pair)
    came_from, given, entered = pair.answer, pair.occasion, last.detail.get("entered") if last else None
    statements = Statement.objects.in_bulk(_moved(pair))
    for pk, before in _moved(pair).items():
        if given and statements[pk].occasion_id == given.pk:
            _give_back(statements[pk], before, signed)
    pair.answer, pair.answered_by, pair.answered_at, pair.occasion = "", None, None, None
    save(pair)
    _ask_anew(pair)
    record(Verb.UNDONE, pair, by=by, at=signed.at, from_state=came_from, removed=_removed(given, entered))
    return pair


def _ask_anew(pair: OccasionSuggestion) -> None:
    """What hangs together is other now, and with it which pairs are asked about as claims."""
    sides = {pair.statement_id, pair.other_id}
    settle(sides | regroup(sides))


def _give_back(statement: Statement, before: int | None, signed: Signature) -> None:
    if statement.is_public:
        raise Refused(
            gettext("“%(statement)s” is public with this occasion. Correct the occasion of the statement instead.")
            % {"statement": statement}
        )
    expect_occasion_free(statement)
    statement.occasion_id = before
    save(statement)
    occasion = statement.occasion.public_id if statement.occasion else None
    record(Verb.EDITED, statement, by=signed.by, at=signed.at, occasion=occasion)


def may_be_taken_back(pair: OccasionSuggestion) -> bool:
    """Whether it was answered and the public sees nothing of that yet."""
    moved = Statement.objects.public().filter(pk__in=_moved(pair), occasion=pair.occasion_id)
    return bool(pair.answer) and not (pair.occasion_id and moved.exists())


def _held(pair: OccasionSuggestion, also: Iterable[int] = ()) -> tuple[OccasionSuggestion, list[Statement], list[Statement]]:
    """The pair, its two statements, and all that an answer concerns, as they are now: the statements first, by number, then the pair."""
    ArchiveState.take_turn()
    statements = held_by_number(Statement, {pair.statement_id, pair.other_id, *_concerned(pair), *also})
    concerned = _concerned(pair)
    if not concerned <= statements.keys():
        raise Stale(gettext("Somebody changed what is of these occasions while you were answering. Answer once more."))
    sides = [statements[pk] for pk in sorted([pair.statement_id, pair.other_id])]
    for side in sides:
        if side.status not in STANDING:
            raise Refused(gettext("A %(status)s statement has no say in this. Accept it first.") % {"status": side.get_status_display()})
    return held(pair), sides, [statements[pk] for pk in sorted(concerned)]


def _occasion_of(sides: list[Statement], chosen: Occasion | str, signed: Signature) -> Occasion:
    """The one that was chosen; where nobody chose or named one, the one that a side has; else a new one."""
    if isinstance(chosen, Occasion):
        return chosen
    known, name = _known(sides), chosen.strip()
    if known and not name:
        if len(known) > 1:
            raise Refused(gettext("The two have different occasions. Choose the one that is right for both."))
        return known[0]
    return _entered(name, sides, signed)


def _entered(name: str, sides: list[Statement], signed: Signature) -> Occasion:
    allow(signed.by, "add_occasion")
    dated = [(side.said_latest - side.said_earliest, side.said_on) for side in sides if side.said_latest and side.said_earliest]
    place = next((side.place_proposed for side in sides if side.place_proposed), "")
    occasion = Occasion(name=name, place=place, held_on=min(dated)[1] if dated else "")
    expect_valid(occasion)
    occasion.save()
    record(Verb.ENTERED, occasion, by=signed.by, at=signed.at, name=occasion.name)
    return occasion


def _known(sides: list[Statement]) -> list[Occasion]:
    """The occasions that the sides, or what they translate, have already."""
    return list({one.occasion_id: one.occasion for side in sides for one in _with_original(side) if one.occasion}.values())


def _give(pair: OccasionSuggestion, concerned: list[Statement], signed: Signature) -> list[tuple[int, int | None]]:
    """Each statement that the answer concerns becomes of the occasion; without a reason, only those that the public can't see.

    Returns which, and of which occasion each was before.
    """
    if pair.occasion is None:
        return []
    moved = []
    for statement in concerned:
        before = statement.occasion_id
        if before == pair.occasion_id or (statement.is_public and not signed.reason):
            continue
        _become_of(pair.occasion, statement, signed)
        moved.append((statement.pk, before))
    return moved


def _become_of(occasion: Occasion, statement: Statement, signed: Signature) -> None:
    if statement.is_public:
        changes, clearer = {"occasion": occasion}, RevisionClass.CLARIFICATION
        publication.correct(statement, by=signed.by, changes=changes, revision_class=clearer, reason=signed.reason, at=signed.at)
    else:
        expect_occasion_free(statement)
        statement.occasion = occasion
        save(statement)
        record(Verb.EDITED, statement, by=signed.by, at=signed.at, occasion=occasion.public_id)


def _concerned(pair: OccasionSuggestion) -> set[int]:
    """Both sides with their originals, and what else of their documents was of the same occasion or read as said on it."""
    sides = Statement.objects.filter(pk__in=[pair.statement_id, pair.other_id]).select_related("translation_of")
    wanted = Q()
    for one in (one for side in sides for one in _with_original(side)):
        wanted |= Q(pk=one.pk)
        if one.occasion_id:
            wanted |= Q(document=one.document_id, occasion=one.occasion_id)
        elif one.occasion_proposed:
            wanted |= Q(document=one.document_id, occasion=None, occasion_proposed=one.occasion_proposed, said_on=one.said_on)
    known = Statement.objects.filter(wanted, status__in=[*STANDING, StatementStatus.DRAFT])
    return set(known.values_list("pk", flat=True))


def _with_original(statement: Statement) -> list[Statement]:
    return [statement, statement.translation_of] if statement.translation_of else [statement]


def _last_answer(pair: OccasionSuggestion) -> Event | None:
    return Event.objects.filter(object_type="occasionsuggestion", object_id=pair.pk, verb=Verb.JUDGED).first()


def _moved(pair: OccasionSuggestion) -> dict[int, int | None]:
    """The statements that the standing answer moved, with the occasion that each had before."""
    last = _last_answer(pair)
    acts = Event.objects.filter(object_type="occasionsuggestion", object_id=pair.pk, pk__gte=last.pk) if last else []
    return dict(one for act in acts for one in act.detail.get("moved", []))


def _removed(occasion: Occasion | None, entered: str | None) -> str:
    """The name of the occasion that was entered with the answer and goes with it: nothing is of it, and the public never saw it."""
    if occasion is None or occasion.public_id != entered or occasion.statements.exists() or Revision.objects.of(occasion).exists():
        return ""
    if OccasionSuggestion.objects.filter(occasion=occasion).exists():
        return ""
    occasion.delete()
    return str(occasion)
