"""From which score on a pair is worth a question: what the archive's own answers tell, or where they are too few, the engine.

The threshold rises to where enough pairs below it were answered, of which few were found alike, without losing more than a few of all
that were found alike. What a guard warned of, and what may be a translation, is put to people below it too, for they want to see it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, Q

from archive.matching.score import coefficients
from archive.models import ArchiveState, Suggestion, Threshold
from archive.models.link import LEFT, SuggestionStatus

LOST, ALIKE_BELOW = 20, 10  # at most one in LOST of the alike lies below, and of all below at most one in ALIKE_BELOW is alike
WORTH = 0.08  # by the engine's own word one such question in twelve finds something
STEP = 100  # a threshold is a whole number of hundredths
ASKED_ANYWAY = ("variant", "reversal", "denies", "narrower", "translation")


class Answered(NamedTuple):
    """What the engine makes now of a pair that was answered."""

    score: float
    label: str
    is_alike: bool


def current() -> Threshold:
    """The engine's own where no answers have set one."""
    row = Threshold.objects.filter(pk=1).first()
    return row if row and row.basis else Threshold(pk=1, score=engines_own())


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


def questions() -> tuple[int, int]:
    """How many wait, and how many are put to nobody."""
    return Suggestion.objects.open().count(), Suggestion.objects.left().count()


def is_worth(score: float, label: str, threshold: float) -> bool:
    return score >= threshold or (label in ASKED_ANYWAY and score >= coefficients().possible)


def worth(threshold: float) -> Q:
    """The same of rows."""
    return Q(score__gte=threshold) | Q(label__in=ASKED_ANYWAY, score__gte=coefficients().possible)


def engines_own() -> float:
    return max(coefficients().possible, WORTH)


def told_by(answers: Sequence[Answered]) -> float:
    """The highest step below which enough of these answers lie to tell that little is lost; where there is none, the engine's own."""
    steps = (step / STEP for step in range(int(coefficients().likely * STEP), 0, -1))
    return next((step for step in steps if _costs_little(answers, step)), engines_own())


def _costs_little(answers: Sequence[Answered], threshold: float) -> bool:
    below = [one.is_alike for one in answers if not is_worth(one.score, one.label, threshold)]
    lost = sum(below)
    return len(below) >= Threshold.FEWEST and lost * ALIKE_BELOW <= len(below) and lost * LOST <= sum(one.is_alike for one in answers)


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
