"""What people answer on a pair, and what follows: an Occurrence of a Claim, or nothing. Kept for ever; undone, never deleted."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from archive import matching
from archive.acts import allow, held, held_by_number, record, save
from archive.enums import Answer, Likeness, OccurrenceStatus, Stance, StatementStatus, SuggestionStatus, Verb
from archive.errors import Refused
from archive.linking.settling import settle
from archive.linking.side import Side
from archive.models import Claim, Judgement, Occurrence, Passage, Statement, Suggestion, User
from archive.models.fields import folded, free_slug

JOINS_AS = {
    Answer.SAME: (Stance.ASSERTS, Likeness.PARAPHRASE),
    Answer.VARIANT: (Stance.ASSERTS, Likeness.VARIANT),
    Answer.NARROWER: (Stance.ASSERTS, Likeness.NARROWER),
    Answer.WIDER: (Stance.ASSERTS, Likeness.WIDER),
    Answer.DENIES: (Stance.DENIES, Likeness.PARAPHRASE),
    Answer.RELAYS: (Stance.RELAYS, Likeness.PARAPHRASE),
}
LONGEST_CLAIM = Claim._meta.get_field("text").max_length
BY_STANCE = {Stance.ASSERTS: Answer.SAME, Stance.DENIES: Answer.DENIES, Stance.RELAYS: Answer.RELAYS}
# The same answer said from the other side, where only the first side carries a claim yet. A relay has no other side.
TURNED = {
    Answer.SAME: Answer.SAME,
    Answer.VARIANT: Answer.VARIANT,
    Answer.NARROWER: Answer.WIDER,
    Answer.WIDER: Answer.NARROWER,
    Answer.DENIES: Answer.DENIES,
}


def judge_suggestion(
    suggestion: Suggestion,
    answer: Answer,
    *,
    by: User,
    claim: Claim | None = None,
    claim_text: str = "",
    note: str = "",
    at: datetime | None = None,
) -> Judgement:
    """Answer the machine's proposal: its later words say this of its earlier ones."""
    sides = [Side(passage.statement, passage.start, passage.end) for passage in (suggestion.passage, suggestion.other)]
    found_by = {"score": suggestion.score, "method": suggestion.method, "version": suggestion.version}
    return judge(*sides, answer, by=by, claim=claim, claim_text=claim_text, note=note, at=at, found_by=found_by)


@transaction.atomic
def judge(
    side: Side,
    other: Side,
    answer: Answer,
    *,
    by: User,
    claim: Claim | None = None,
    claim_text: str = "",
    note: str = "",
    at: datetime | None = None,
    found_by: dict | None = None,
) -> Judgement:
    """`side` says this of `other`. A joining answer makes Occurrences of `claim`, or of the one in the words of `claim_text`; where
    neither is given, of the claim that one side carries.

    Refuses statements that aren't accepted, spans outside them, a pair judged already, sides that carry different claims, and a
    comparison with words that themselves don't simply say the claim.
    """
    allow(by, "judge_suggestion")
    at = at or timezone.now()
    if side.statement.pk == other.statement.pk:
        raise Refused("These are words of one statement. A judgement needs two.")
    side, other = _held(side, other)
    _expect_unjudged(side, other)
    claim = _expect_standing(_claim_for(side, other, answer, claim, claim_text, by, at))
    judgement = Judgement.objects.create(
        statement=side.statement, start=side.start, end=side.end,
        other=other.statement, other_start=other.start, other_end=other.end,
        claim=claim, answer=answer, note=note, judged_by=by, judged_at=at, **(found_by or {}),
    )  # fmt: skip
    judgement.about.set([claim] if claim else [])
    if answer in Answer.joining():
        _join_both(judgement, side, other, claim)
    if answer != Answer.UNDECIDED:
        _suggestions_of(judgement).update(status=SuggestionStatus.JUDGED)
        settle([side.statement.pk, other.statement.pk])
    record(Verb.JUDGED, judgement, by=by, at=at, to_state=answer, statement=side.statement.public_id, other=other.statement.public_id)
    return judgement


@transaction.atomic
def join(
    side: Side,
    claim: Claim,
    *,
    by: User,
    stance: Stance = Stance.ASSERTS,
    likeness: Likeness = Likeness.PARAPHRASE,
    note: str = "",
    at: datetime | None = None,
) -> Occurrence:
    """A person says of some words that they carry a claim, without a pair. Kept as a Judgement on the claim."""
    allow(by, "judge_suggestion")
    at = at or timezone.now()
    (side,) = _held(side)
    claim = _expect_standing(claim)
    if side.statement.occurrences.standing().filter(claim=claim, start=side.start, end=side.end).exists():
        raise Refused("These words carry this claim already.")
    answer = next((answer for answer, joined in JOINS_AS.items() if joined == (stance, likeness)), BY_STANCE[stance])
    judgement = Judgement.objects.create(
        statement=side.statement, start=side.start, end=side.end, claim=claim, answer=answer, note=note, judged_by=by, judged_at=at
    )
    judgement.about.add(claim)
    record(Verb.JUDGED, judgement, by=by, at=at, to_state=answer, statement=side.statement.public_id, claim=claim.slug)
    occurrence = _occur(judgement, side, claim, stance, likeness)
    settle([side.statement.pk])
    return occurrence


@transaction.atomic
def undo(judgement: Judgement, *, by: User, at: datetime | None = None) -> Judgement:
    """Take an answer back: its occurrences go, the pair may be proposed again. Refuses when the public has seen one of them."""
    allow(by, "judge_suggestion")
    statements = [pk for pk in (judgement.statement_id, judgement.other_id) if pk]
    held_by_number(Statement, statements)
    judgement = held(judgement)
    if judgement.undone_at:
        raise Refused("This judgement was undone already.")
    if judgement.occurrences.public().exists():
        raise Refused("What it linked is public. Withdraw that occurrence with a reason instead.")
    judgement.occurrences.filter(status=OccurrenceStatus.JUDGED).delete()  # one that was withdrawn stays: the public has seen it
    judgement.undone_at, judgement.undone_by = at or timezone.now(), by
    judgement.save()
    if judgement.other_id:
        _suggestions_of(judgement).update(status=SuggestionStatus.OPEN)
    Passage.objects.filter(statement__in=statements).update(compared="")
    settle(statements)
    record(Verb.UNDONE, judgement, by=by, at=judgement.undone_at, from_state=judgement.answer)
    return judgement


def enter_claim(text: str, *, by: User, at: datetime | None = None) -> Claim:
    """The claim with these words, or the one it was merged into; entered if there is none."""
    allow(by, "add_claim")
    known = claim_in_words(text)
    return (known.merged_into or known) if known else new_claim(text, by=by, at=at)


def claim_in_words(text: str) -> Claim | None:
    return Claim.objects.select_related("merged_into").filter(text_key=folded(" ".join(text.split()))).first()


def new_claim(text: str, *, by: User, at: datetime | None = None) -> Claim:
    """A claim in words that none has yet; for stages that asked whether `by` may."""
    text = " ".join(text.split())
    if not 0 < len(text) <= LONGEST_CLAIM:
        raise Refused(f"Put the claim in neutral words of its own, at most {LONGEST_CLAIM} characters.")
    claim = Claim.objects.create(text=text, slug=free_slug(Claim, text[:60].rsplit(" ", 1)[0] if len(text) > 60 else text))
    record(Verb.ENTERED, claim, by=by, at=at, text=text)
    return claim


def _held(*sides: Side) -> list[Side]:
    """The sides with their statements as they are now, held in one order so that two editors can't wait for each other."""
    statements = held_by_number(Statement, [side.statement.pk for side in sides])
    fresh = [replace(side, statement=statements[side.statement.pk]) for side in sides]
    for side in fresh:
        _expect_words(side)
    return fresh


def _expect_words(side: Side) -> None:
    if side.statement.status not in (StatementStatus.ACCEPTED, StatementStatus.PUBLIC):
        raise Refused(f"A {side.statement.get_status_display()} statement can't be linked. Accept it first.")
    if not side.statement.start <= side.start < side.end <= side.statement.end:
        raise Refused("These words do not lie inside the statement. Choose words of it.")


def _expect_standing(claim: Claim | None) -> Claim | None:
    """The claim, held so that nobody merges it away meanwhile."""
    if claim is None:
        return None
    claim = held(claim)
    if claim.merged_into:
        raise Refused(f"“{claim}” was merged into “{claim.merged_into}”. Choose that one.")
    return claim


def _expect_unjudged(side: Side, other: Side) -> None:
    for one, two in ((side, other), (other, side)):
        known = Judgement.objects.decided().filter(
            statement=one.statement, start=one.start, end=one.end, other=two.statement, other_start=two.start, other_end=two.end
        )  # fmt: skip
        if judgement := known.first():
            raise Refused(f"{judgement.judged_by} judged this pair already: {judgement.get_answer_display()}. Undo that first.")


def _claim_for(side: Side, other: Side, answer: Answer, claim: Claim | None, claim_text: str, by: User, at: datetime) -> Claim | None:
    """The claim that the answer is about. Two different ones are for a person to choose between.

    An answer that doesn't join is about a claim only where the other words plainly say it, and not a variant or denial of it.
    """
    ours, theirs = side.claims(), other.claims()
    if answer not in Answer.joining():
        said = {one.claim_id: one.claim for one in other.occurrences().sayings().select_related("claim")}
        return claim or (next(iter(said.values())) if len(said) == 1 else None)
    if claim or claim_text.strip():
        return claim or enter_claim(claim_text, by=by, at=at)
    shared = [one for one in theirs if one in ours]
    known = shared or theirs or ours
    if len(known) > 1 or (ours and theirs and not shared):
        names = "; ".join(f"“{one}”" for one in dict.fromkeys(ours + theirs))
        raise Refused(f"These words carry several claims: {names}. Choose the one you mean.")
    if not known:
        raise Refused("Neither side carries a claim yet. Write the claim in neutral words, then answer again.")
    return known[0]


def _join_both(judgement: Judgement, side: Side, other: Side, claim: Claim) -> None:
    """The second side asserts the claim and the first joins it as answered; or the other way round where only the first carries it."""
    answer, carrying, joining = Answer(judgement.answer), other, side
    if claim in side.claims() and claim not in other.claims():
        if answer not in TURNED:
            raise Refused("The earlier words don't carry the claim yet. Link them to it first.")
        answer, carrying, joining = TURNED[answer], side, other
    carried = carrying.occurrences().filter(claim=claim).first()
    if carried is None:
        likeness = Likeness.VERBATIM if matching.is_verbatim(carrying.words, claim.text) else Likeness.PARAPHRASE
        carried = _occur(judgement, carrying, claim, Stance.ASSERTS, likeness)
    if claim not in joining.claims():
        _occur(judgement, joining, claim, *_joins_as(answer, carried, matching.is_verbatim(joining.words, carrying.words)))


def _joins_as(answer: Answer, carried: Occurrence, verbatim: bool) -> tuple[Stance, Likeness]:
    """How words stand to a claim that are this to an occurrence of it: what is the same as a denial denies, as a variant is a variant."""
    if carried.stance == Stance.ASSERTS and carried.likeness in Likeness.sayings():
        stance, likeness = JOINS_AS[answer]
        return stance, Likeness.VERBATIM if answer == Answer.SAME and verbatim else likeness
    if answer == Answer.SAME:
        return Stance(carried.stance), Likeness(carried.likeness)
    raise Refused(
        f"The words you compare with {carried.get_stance_display()} “{carried.claim}” and are marked “{carried.get_likeness_display()}”. "
        "Compare with words that simply say it, or link these to the claim by hand."
    )


def _occur(judgement: Judgement, side: Side, claim: Claim, stance: Stance, likeness: Likeness) -> Occurrence:
    """The words carry the claim. A link of the same words that was withdrawn keeps its row and waits to be published again."""
    span = {"claim": claim, "statement": side.statement, "start": side.start, "end": side.end}
    occurrence = Occurrence.objects.filter(**span).first() or Occurrence(**span, lock_version=0)
    occurrence.status, occurrence.stance, occurrence.likeness = OccurrenceStatus.JUDGED, stance, likeness
    occurrence.said_sort, occurrence.judgement = side.statement.said_sort, judgement
    occurrence.judged_by, occurrence.judged_at = judgement.judged_by, judgement.judged_at
    save(occurrence)
    return occurrence


def _suggestions_of(judgement: Judgement):
    """Every proposal of the pair's statements whose passages the judged words touch, whichever side stands first."""
    ours = _passages(judgement.statement_id, judgement.start, judgement.end)
    theirs = _passages(judgement.other_id, judgement.other_start, judgement.other_end)
    return Suggestion.objects.filter(Q(passage__in=ours, other__in=theirs) | Q(passage__in=theirs, other__in=ours))


def _passages(statement_id: int, start: int, end: int) -> list[int]:
    """Ids, so that what is updated by them needs no join: without statistics PostgreSQL chose a plan for it that took minutes."""
    return list(Passage.objects.filter(statement=statement_id, start__lt=end, end__gt=start).values_list("pk", flat=True))
