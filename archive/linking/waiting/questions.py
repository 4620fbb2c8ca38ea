"""Pairs that ask the same: of the same two claims, or of the same words. One of them is put to people, and its answer is for all.

A side that carries claims stands for these and how it carries them, any other for its words. An answer that parts two sides parts what
they stand for. One that joins them is told by the claim that both carry from then on; what repeats their words elsewhere is asked about
once more, for a link is made by a person alone, but not each repeat of the one side beside each of the other.
"""

import hashlib
from collections.abc import Callable, Collection

from django.db.models import Q

from archive.enums import Answer
from archive.linking.waiting.words import Words
from archive.models import Judgement

PARTING = (Answer.TOPIC, Answer.DIFFERENT)  # they hold two sides apart for good
StandsFor = Callable[[Words], str]


def question_of(one: str, other: str) -> str:
    """Of two sides by what they stand for, whichever is the later."""
    return hashlib.sha256(" ".join(sorted((one, other))).encode()).hexdigest()[:32]


def judgements_beside(statements: Collection[int]) -> list[Judgement]:
    """The answers on pairs of these statements, also those that were taken back. There are mostly none, and to ask for all
    columns of both sides costs more than to look first."""
    rows = Judgement.objects.filter(Q(statement__in=statements) | Q(other__in=statements), other__isnull=False)
    keys = list(rows.order_by().values_list("pk", flat=True))
    return list(Judgement.objects.filter(pk__in=keys).select_related("statement", "other").order_by("pk")) if keys else []


def keep_of_judgements(judgements: list[Judgement], stands_for: StandsFor) -> set[str]:
    """Write anew which question each answered; returns those that any of them answers, or did."""
    asked = {row.question for row in judgements}
    changed = []
    for row in judgements:
        now = _answered(row, stands_for)
        if row.question != now:
            row.question = now
            changed.append(row)
    Judgement.objects.bulk_update(changed, ["question"])
    return (asked | {row.question for row in changed}) - {""}


def _answered(judgement: Judgement, stands_for: StandsFor) -> str:
    if judgement.answer == Answer.UNDECIDED:
        return ""
    sides = sides_of(judgement)
    if judgement.answer in PARTING:
        return question_of(*map(stands_for, sides))
    return question_of(*(side.said for side in sides))


def sides_of(judgement: Judgement) -> tuple[Words, Words]:
    assert judgement.other is not None  # noqa: S101 - a pair
    return (
        Words.of(judgement.statement, judgement.start, judgement.end),
        Words.of(judgement.other, *judgement.other_span[1:]),
    )


def answered(questions: Collection[str]) -> set[str]:
    """Those of them that a standing answer tells."""
    return set(Judgement.objects.decided().filter(question__in=questions).order_by().values_list("question", flat=True))
