"""What people answer on a pair, or on words and a claim. Kept for ever; undone, never deleted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import Signature, allow, held, held_by_number, new_batch, record
from archive.enums import Answer, OccurrenceStatus, Stance, StatementStatus, Verb
from archive.errors import Refused
from archive.linking.claims import enter_claim, expect_standing
from archive.linking.closed_suggestions import hold, settle
from archive.linking.forces import expect_possible
from archive.linking.occurrences import JOINS_AS, join_both, occur
from archive.linking.side import SAYS_IT, Bearing, Side, Sides
from archive.models import Claim, Judgement, Occurrence, Passage, Statement, Suggestion, User
from archive.models.link import SuggestionStatus

BY_STANCE = {Stance.ASSERTS: Answer.SAME, Stance.DENIES: Answer.DENIES, Stance.RELAYS: Answer.RELAYS}


def judge_suggestion(
    suggestion: Suggestion, answer: Answer, *, by: User, claim: Claim | str = "", note: str = "", at: datetime | None = None
) -> Judgement:
    """Answer the machine's proposal: its later words say this of its earlier ones."""
    return judge(Sides.of(suggestion), answer, by=by, claim=claim, note=note, at=at)


@transaction.atomic
def judge(sides: Sides, answer: Answer, *, by: User, claim: Claim | str = "", note: str = "", at: datetime | None = None) -> Judgement:
    """The first side says this of the other. A joining answer makes Occurrences of `claim`, which may be the words of one; where none is
    given, of the claim that one side carries.

    Refuses statements that aren't accepted, spans outside them, a pair judged already, sides that carry different claims, a
    comparison with words that themselves don't simply say the claim, and likening what one says to what another denies, asks or supposes.
    """
    allow(by, "judge_suggestion")
    return _judged(sides, answer, Signature(by, at or timezone.now()), claim, note)


@transaction.atomic
def judge_all(pairs: Sequence[Sides], answer: Answer, *, by: User, note: str = "", at: datetime | None = None) -> list[Judgement]:
    """The same answer on many pairs, all or none, each kept as `judge` keeps it. Their Events name one batch, taken back as one."""
    allow(by, "judge_suggestion")
    signed, batch = Signature(by, at or timezone.now()), new_batch()
    hold(held_by_number(Statement, {side.statement.pk for pair in pairs for side in (pair.side, pair.other)}))
    return [_judged(pair, answer, signed, note=note, batch=batch) for pair in pairs]


def _judged(sides: Sides, answer: Answer, signed: Signature, claim: Claim | str = "", note: str = "", **detail: str) -> Judgement:
    by, at = signed.by, signed.at
    if sides.side.statement.pk == sides.other.statement.pk:
        raise Refused(gettext("These are words of one statement. An answer needs two."))
    side, other = _held(sides.side, sides.other)
    sides = replace(sides, side=side, other=other)
    _expect_unjudged(side, other)
    expect_possible(side, other, answer)
    about = _claim_joined(sides, _named(claim, by, at)) if answer in Answer.joining() else _claim_faced(other, claim)
    about = about and expect_standing(about)
    judgement = Judgement.objects.create(
        statement=side.statement, start=side.start, end=side.end,
        other=other.statement, other_start=other.start, other_end=other.end,
        claim=about, answer=answer, note=note, judged_by=by, judged_at=at, **(sides.found_by or {}),
    )  # fmt: skip
    judgement.about.set([about] if about else [])
    if about and answer in Answer.joining():
        join_both(judgement, sides, about)
    if answer != Answer.UNDECIDED:
        hold([side.statement.pk, other.statement.pk])
        _suggestions_of(judgement).update(status=SuggestionStatus.JUDGED)
        settle([side.statement.pk, other.statement.pk])
    detail |= {"statement": side.statement.public_id, "other": other.statement.public_id}
    record(Verb.JUDGED, judgement, by=by, at=at, to_state=answer, **detail)
    return judgement


@transaction.atomic
def join(side: Side, claim: Claim, *, by: User, bearing: Bearing = SAYS_IT, note: str = "", at: datetime | None = None) -> Occurrence:
    """A person says of some words that they carry a claim, without a pair. Kept as a Judgement on the claim."""
    allow(by, "judge_suggestion")
    at = at or timezone.now()
    (side,) = _held(side)
    claim = expect_standing(claim)
    if side.statement.occurrences.standing().filter(claim=claim, start=side.start, end=side.end).exists():
        raise Refused(gettext("These words carry this claim already."))
    answer = next((answer for answer, joined in JOINS_AS.items() if joined == bearing), BY_STANCE[bearing.stance])
    judgement = Judgement.objects.create(
        statement=side.statement, start=side.start, end=side.end, claim=claim, answer=answer, note=note, judged_by=by, judged_at=at
    )
    judgement.about.add(claim)
    record(Verb.JUDGED, judgement, by=by, at=at, to_state=answer, statement=side.statement.public_id, claim=claim.slug)
    occurrence = occur(judgement, side, claim, bearing)
    settle([side.statement.pk])
    return occurrence


@transaction.atomic
def undo(judgement: Judgement, *, by: User, at: datetime | None = None) -> Judgement:
    """Take an answer back: its occurrences go, the pair may be proposed again. Refuses when the public has seen one of them."""
    allow(by, "judge_suggestion")
    hold_statements_of(judgement)
    judgement = held(judgement)
    if judgement.undone_at:
        raise Refused(gettext("This answer was taken back already."))
    if judgement.occurrences.public().exists():
        raise Refused(
            gettext("What it linked is public. A publisher takes that link back, with a reason, and this answer is undone with it.")
        )
    return undone(judgement, Signature(by, at or timezone.now()))


def hold_statements_of(judgement: Judgement) -> list[int]:
    """Held before the judgement and its links, in the order in which every act holds them."""
    return list(held_by_number(Statement, [pk for pk in (judgement.statement_id, judgement.other_id) if pk]))


def undone(judgement: Judgement, signed: Signature) -> Judgement:
    """The judgement, held by this transaction, with its statements, stands no more; nor do its links: what was never public goes."""
    statements = hold_statements_of(judgement)
    waiting = judgement.occurrences.filter(status=OccurrenceStatus.JUDGED)
    with_their_statement = waiting.filter(statement__status=StatementStatus.WITHDRAWN)  # the public may have seen these: they stay
    with_their_statement.update(status=OccurrenceStatus.WITHDRAWN, lock_version=F("lock_version") + 1)
    waiting.delete()
    judgement.undone_at, judgement.undone_by = signed.at, signed.by
    judgement.save()
    hold(statements)
    if judgement.other_id:
        _suggestions_of(judgement).update(status=SuggestionStatus.OPEN)
    Passage.objects.filter(statement__in=statements).update(compared="")
    settle(statements)
    record(Verb.UNDONE, judgement, by=signed.by, at=signed.at, from_state=judgement.answer, reason=signed.reason)
    return judgement


def _held(*sides: Side) -> list[Side]:
    """The sides with their statements as they are now, held in one order so that two editors can't wait for each other."""
    statements = held_by_number(Statement, [side.statement.pk for side in sides])
    fresh = [replace(side, statement=statements[side.statement.pk]) for side in sides]
    for side in fresh:
        _expect_words(side)
    return fresh


def _expect_words(side: Side) -> None:
    if not side.statement.stands:
        raise Refused(gettext("A %(status)s statement can't be linked. Accept it first.") % {"status": side.statement.get_status_display()})
    if not side.statement.start <= side.start < side.end <= side.statement.end:
        raise Refused(gettext("These words do not lie inside the statement. Choose words of it."))


def _expect_unjudged(side: Side, other: Side) -> None:
    def between(one: Side, two: Side) -> Q:
        ours = {"statement": one.statement, "start": one.start, "end": one.end}
        return Q(**ours, other=two.statement, other_start=two.start, other_end=two.end)

    known = Judgement.objects.decided().filter(between(side, other) | between(other, side)).select_related("judged_by")
    if judgement := known.first():
        raise Refused(
            gettext("%(person)s answered this pair already: %(answer)s. Undo that first.")
            % {"person": judgement.judged_by, "answer": judgement.get_answer_display()}
        )


def _named(claim: Claim | str, by: User, at: datetime) -> Claim | None:
    """The claim that a person chose, or whose words he wrote."""
    if isinstance(claim, Claim):
        return claim
    return enter_claim(claim, by=by, at=at) if claim.strip() else None


def _claim_joined(sides: Sides, named: Claim | None) -> Claim:
    """The claim that both sides carry from now on. Two different ones are for a person to choose between."""
    if named:
        return named
    ours, theirs = sides.side.claims(), sides.other.claims()
    shared = [one for one in theirs if one in ours]
    known = shared or theirs or ours
    if len(known) > 1 or (ours and theirs and not shared):
        names = "; ".join(f"“{one}”" for one in dict.fromkeys(ours + theirs))
        raise Refused(gettext("These words carry several claims: %(names)s. Choose the one you mean.") % {"names": names})
    if not known:
        raise Refused(gettext("Neither side carries a claim yet. Write the claim in neutral words, then answer again."))
    return known[0]


def _claim_faced(other: Side, chosen: Claim | str) -> Claim | None:
    """What an answer that doesn't join is about: a claim only where the other words plainly say it, and not a variant or denial of it."""
    if isinstance(chosen, Claim):
        return chosen
    said = {one.claim_id: one.claim for one in other.occurrences().sayings().select_related("claim")}
    return next(iter(said.values())) if len(said) == 1 else None


def _suggestions_of(judgement: Judgement) -> QuerySet[Suggestion]:
    """Every proposal of the pair's statements whose passages the judged words touch, whichever side stands first."""
    ours = _passages(judgement.statement_id, judgement.start, judgement.end)
    theirs = _passages(*judgement.other_span)
    return Suggestion.objects.filter(Q(passage__in=ours, other__in=theirs) | Q(passage__in=theirs, other__in=ours))


def _passages(statement_id: int, start: int, end: int) -> list[int]:
    """Ids, so that what is updated by them needs no join: without statistics PostgreSQL chose a plan for it that took minutes."""
    return list(Passage.objects.filter(statement=statement_id, start__lt=end, end__gt=start).values_list("pk", flat=True))
