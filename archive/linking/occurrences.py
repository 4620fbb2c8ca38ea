"""Words carry a claim: what an answer on a pair makes of both sides. Who judges calls this inside the transaction of the judgement."""

from django.utils.translation import gettext

from archive import matching
from archive.acts import save
from archive.enums import Answer, Force, Likeness, OccurrenceStatus, Stance
from archive.errors import Refused
from archive.linking.forces import expect_fitting
from archive.linking.side import SAYS_IT, Bearing, Side, Sides
from archive.models import Claim, Judgement, Occurrence

JOINS_AS = {
    Answer.SAME: Bearing(Stance.ASSERTS, Likeness.PARAPHRASE),
    Answer.VARIANT: Bearing(Stance.ASSERTS, Likeness.VARIANT),
    Answer.NARROWER: Bearing(Stance.ASSERTS, Likeness.NARROWER),
    Answer.WIDER: Bearing(Stance.ASSERTS, Likeness.WIDER),
    Answer.DENIES: Bearing(Stance.DENIES, Likeness.PARAPHRASE),
    Answer.RELAYS: Bearing(Stance.RELAYS, Likeness.PARAPHRASE),
}
# The same answer said from the other side, where only the first side carries a claim yet. A relay has no other side.
TURNED = {
    Answer.SAME: Answer.SAME,
    Answer.VARIANT: Answer.VARIANT,
    Answer.NARROWER: Answer.WIDER,
    Answer.WIDER: Answer.NARROWER,
    Answer.DENIES: Answer.DENIES,
}


def join_both(judgement: Judgement, sides: Sides, claim: Claim) -> None:
    """The second side asserts the claim and the first joins it as answered; or the other way round where only the first carries it."""
    answer, carrying, joining = Answer(judgement.answer), sides.other, sides.side
    if _is_first(joining, carrying, claim, answer):
        if answer not in TURNED:
            raise Refused(gettext("The earlier words don't carry the claim yet. Link them to it first."))
        answer, carrying, joining = TURNED[answer], joining, carrying
    carried = carrying.occurrences().filter(claim=claim).first() or occur(judgement, carrying, claim, _alone(carrying, claim))
    if claim not in joining.claims():
        occur(judgement, joining, claim, _joins_as(answer, joining, carried, carrying.words))


def _is_first(joining: Side, carrying: Side, claim: Claim, answer: Answer) -> bool:
    """Only the joining side carries the claim; or neither does, and of a denial and what it denies this is what says it."""
    ours, theirs = claim in joining.claims(), claim in carrying.claims()
    if ours or theirs or answer != Answer.DENIES:
        return ours and not theirs
    return _alone(carrying, claim).stance == Stance.DENIES and _alone(joining, claim).stance == Stance.ASSERTS


def _alone(side: Side, claim: Claim) -> Bearing:
    """How words stand to a claim by themselves: they say it, or are a denial of it."""
    says_it = _verbatim_where(matching.is_verbatim(side.words, claim.text), SAYS_IT)
    is_denial = side.statement.force == Force.DENIED and Occurrence(claim=claim, statement=side.statement, stance=says_it.stance).misfit
    return JOINS_AS[Answer.DENIES] if is_denial else says_it


def _joins_as(answer: Answer, joining: Side, carried: Occurrence, words: str) -> Bearing:
    """How words stand to a claim that are this to an occurrence of it, in its `words`: what is the same as a denial denies, as a variant is
    a variant; and what denies what a denial denies says it."""
    if carried.is_saying:
        return _verbatim_where(answer == Answer.SAME and matching.is_verbatim(joining.words, words), JOINS_AS[answer])
    if answer == Answer.SAME:
        return Bearing(Stance(carried.stance), Likeness(carried.likeness))
    if answer == Answer.DENIES and carried.stance == Stance.DENIES and carried.statement.force == Force.DENIED:
        return _alone(joining, carried.claim)
    raise Refused(
        gettext(
            "The words you compare with %(stance)s “%(claim)s” and are marked “%(likeness)s”. "
            "Compare with words that simply say it, or link these to the claim by hand."
        )
        % {"stance": carried.get_stance_display(), "claim": carried.claim, "likeness": carried.get_likeness_display()}
    )


def _verbatim_where(verbatim: bool, bearing: Bearing) -> Bearing:
    return bearing._replace(likeness=Likeness.VERBATIM) if verbatim else bearing


def occur(judgement: Judgement, side: Side, claim: Claim, bearing: Bearing) -> Occurrence:
    """The words carry the claim, if how they are said allows it. A link of the same words that was withdrawn keeps its row and waits to
    be published again."""
    span = {"claim": claim, "statement": side.statement, "start": side.start, "end": side.end}
    occurrence = Occurrence.objects.filter(**span).first() or Occurrence(**span, lock_version=0)
    occurrence.status, occurrence.stance, occurrence.likeness = OccurrenceStatus.JUDGED, bearing.stance, bearing.likeness
    occurrence.said_sort, occurrence.judgement = side.statement.said_sort, judgement
    occurrence.judged_by, occurrence.judged_at = judgement.judged_by, judgement.judged_at
    expect_fitting(occurrence)
    save(occurrence)
    return occurrence
