"""From which score on a pair is worth a question: what the archive's own answers tell, or where they are too few, the engine.

Below the threshold lie, of the pairs that people answered, so many that they found different as can be without losing more than a
few of those that they found alike. What a guard warned of is put to people below it too, for they want to see it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, Q

from archive.matching.score import coefficients
from archive.models import ArchiveState, Suggestion, Threshold
from archive.models.link import LEFT, SuggestionStatus

FEWEST = 30  # answers of either kind; of fewer, one of them weighs too much
LOST, ALIKE_BELOW = 20, 10  # at most one in LOST of the alike lies below, and of all below at most one in ALIKE_BELOW is alike
STEP = 100  # a threshold is a whole number of hundredths
WARNED = ("variant", "reversal", "denies", "narrower")


class Answered(NamedTuple):
    """What the engine makes now of a pair that was answered."""

    score: float
    label: str
    is_alike: bool


def current() -> Threshold:
    """The engine's own where no answers have set one."""
    row = Threshold.objects.filter(pk=1).first()
    return row if row and row.alike else Threshold(pk=1, score=coefficients().possible)


def left() -> dict[str, int]:
    """How many questions are put to nobody below the threshold, how many of these are like refused ones, and how many come up later."""
    states = (*LEFT, SuggestionStatus.BEHIND)
    known = Suggestion.objects.filter(status__in=states).order_by().values_list("status").annotate(Count("pk"))
    counts = dict.fromkeys(states, 0) | dict(known)
    return {
        "below": sum(counts[state] for state in LEFT),
        "refused": counts[SuggestionStatus.REFUSED],
        "behind": counts[SuggestionStatus.BEHIND],
    }


def is_worth(score: float, label: str, threshold: float) -> bool:
    return score >= threshold or (label in WARNED and score >= coefficients().possible)


def worth(threshold: float) -> Q:
    """The same of rows."""
    return Q(score__gte=threshold) | Q(label__in=WARNED, score__gte=coefficients().possible)


def told_by(answers: Sequence[Answered]) -> float:
    """The highest step below which, of these answers, few that are alike would be lost and few of those there are alike."""
    alike = sum(one.is_alike for one in answers)
    if min(alike, len(answers) - alike) < FEWEST:
        return coefficients().possible
    steps = (step / STEP for step in range(int(coefficients().likely * STEP), 0, -1))
    return next((step for step in steps if _costs_little(answers, step, alike)), 0.0)


def _costs_little(answers: Sequence[Answered], threshold: float, alike: int) -> bool:
    below = [one.is_alike for one in answers if not is_worth(one.score, one.label, threshold)]
    return sum(below) * LOST <= alike and sum(below) * ALIKE_BELOW <= len(below)


@transaction.atomic
def keep(answers: Sequence[Answered], basis: str) -> Threshold:
    """The threshold that they tell, with what it costs; the method page tells of it."""
    score = told_by(answers)
    above = [(one.is_alike, is_worth(one.score, one.label, score)) for one in answers]
    row = Threshold(
        pk=1, score=score, basis=basis,
        alike=sum(alike for alike, _ in above), alike_above=above.count((True, True)),
        apart=sum(not alike for alike, _ in above), apart_below=above.count((False, False)),
    )  # fmt: skip
    ArchiveState.take_turn()
    Threshold.take_turn()
    row.save()
    ArchiveState.raise_revision()
    return row
