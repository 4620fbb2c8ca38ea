"""The threshold set anew by what people answered, and what waits by it: done by the command `suggest`, when the answers are others."""

from django.db.models import Max, Q

from archive.enums import Answer
from archive.linking import measuring
from archive.linking.closed_suggestions import settle
from archive.linking.comparing import engine
from archive.linking.passages import batches
from archive.linking.waiting import threshold
from archive.linking.waiting.occasion_groups import regroup
from archive.linking.waiting.threshold import Answered
from archive.models import Judgement, OccasionSuggestion, Passage, Suggestion, Threshold
from archive.models.link import WANTED, SuggestionStatus

SAMPLE = 1000  # newest answers


def set_threshold() -> Threshold:
    """By the newest answers, as the engine sees the pairs now. Left alone where neither has changed."""
    basis = _basis()
    known = Threshold.objects.filter(pk=1, basis=basis).first()
    return known or threshold.keep(answers(SAMPLE), basis)


def _basis() -> str:
    decided = Judgement.objects.decided().filter(other__isnull=False)
    last = decided.aggregate(last=Max("pk"))["last"] or 0
    return f"{engine()}{threshold.engines_own():g} {decided.count()} {last}"


def answers(sample: int | None) -> list[Answered]:
    """What the engine could have proposed of the pairs that people answered."""
    keys, _ = measuring.judged(sample)
    pairs = measuring.pairs_of(keys)
    return [Answered(pair.score, pair.label, pair.answer in Answer.joining()) for pair in pairs if pair.is_telling]


def sweep() -> None:
    """Whatever waits, or doesn't, by another threshold than that of now; and what was proposed before there were questions and groups. What
    is left when this is killed is found by the next run."""
    alone = OccasionSuggestion.objects.filter(group=0).order_by("pk")
    for statements in batches(alone.values_list("statement", flat=True)):
        settle(regroup(statements))
    worth = threshold.worth(threshold.current().score)
    other = Q(worth, status=SuggestionStatus.BELOW) | Q(~worth, status__in=WANTED) | Q(question="")
    stale = Suggestion.objects.exclude(status=SuggestionStatus.JUDGED).filter(other).order_by().values("passage")
    for statements in batches(Passage.objects.filter(pk__in=stale).order_by("statement").values_list("statement", flat=True).distinct()):
        settle(statements)
