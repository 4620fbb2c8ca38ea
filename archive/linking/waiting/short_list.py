"""The state of every pair that asks one of some questions: which of them are put to people.

Of the pairs that ask the same one is put, the best; if it is worth a question; and at most five of a passage, whichever side it is, of
which two that are not likely. So
the state of a pair follows from the rows as they are, in whatever order they were written.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import NamedTuple

from django.db.models import Q

from archive.enums import Band
from archive.linking.waiting import threshold
from archive.linking.waiting.occasion_groups import groups_of
from archive.linking.waiting.questions import answered
from archive.linking.waiting.refusals import Like, refused
from archive.linking.waiting.words import Words, words_of
from archive.models import Suggestion
from archive.models.link import LEFT, WANTED, SuggestionStatus

MOST = 5  # of a passage
MOST_NOT_LIKELY = 2  # where a passage has so many already, what is not likely waits behind them
COLUMNS = ("pk", "status", "question", "passage", "other", "score", "band", "label", "rests_on")
Told = Callable[[Words, Words], bool]


class Pair(NamedTuple):
    """A row, as `COLUMNS` names it."""

    pk: int
    status: str
    question: str
    passage: int
    other: int
    score: float
    band: str
    label: str
    rests_on: str

    @property
    def place(self) -> tuple[float, int, int]:
        """The best first; of equals the earliest."""
        return -self.score, self.other, self.passage

    @property
    def is_not_likely(self) -> bool:
        """Nor did a guard tell what parts the two, which a person wants to see."""
        return self.band != Band.LIKELY and self.label not in threshold.ASKED_ANYWAY


def renew(questions: Collection[str], told_among: Callable[[Collection[Words]], Told], passages: Collection[int] = ()) -> None:
    """Put the pairs that ask these questions, and what else is wanted of these passages, into the state that they are in now. `told_among`
    reads what others tell of some words."""
    rows = Suggestion.objects.filter(question__in=questions).exclude(status=SuggestionStatus.JUDGED).select_for_update(no_key=True)
    pairs = [Pair(*row) for row in rows.order_by("pk").values_list(*COLUMNS)]
    words = words_of(passage for pair in pairs for passage in (pair.passage, pair.other))
    states = _closed(pairs, words, told_among(words.values()))
    states |= _put([pair for pair in pairs if pair.pk not in states], words)
    _write({pair.pk: (pair.status, states[pair.pk]) for pair in pairs})
    _keep_to_the_best({*passages, *words})


def _closed(pairs: list[Pair], words: dict[int, Words], told: Told) -> dict[int, SuggestionStatus]:
    """Those that no answer is wanted on."""
    settled, groups = answered({pair.question for pair in pairs}), groups_of({one.statement for one in words.values()})
    states = {}
    for pair in pairs:
        later, earlier = words[pair.passage], words[pair.other]
        if pair.question in settled or told(later, earlier):
            states[pair.pk] = SuggestionStatus.SETTLED
        elif later.statement in groups and groups[later.statement] == groups.get(earlier.statement):
            states[pair.pk] = SuggestionStatus.REPORTED
    return states


def _put(pairs: list[Pair], words: dict[int, Words]) -> dict[int, SuggestionStatus]:
    """Of each question the best pair that is worth it, or else the best; the others stand beside it."""
    least = threshold.current().score
    unlike = refused([Like(pair.pk, (words[pair.passage], words[pair.other]), pair.band, pair.rests_on) for pair in pairs])
    states: dict[int, SuggestionStatus] = {}
    for pair in pairs:
        worth = threshold.is_worth(pair.score, pair.label, least)
        states[pair.pk] = SuggestionStatus.REFUSED if pair.pk in unlike else _wanted(pair) if worth else SuggestionStatus.BELOW
    by_question = defaultdict(list)
    for pair in pairs:
        by_question[pair.question].append(pair)
    for asking in by_question.values():
        first = min(asking, key=lambda pair: (states[pair.pk] in LEFT, pair.place))
        states |= {pair.pk: SuggestionStatus.BESIDE for pair in asking if pair != first}
    return states


def _wanted(pair: Pair) -> SuggestionStatus:
    return SuggestionStatus.OPEN if pair.status == SuggestionStatus.OPEN else SuggestionStatus.BEHIND


def _keep_to_the_best(passages: set[int]) -> None:
    """What is wanted of these passages is put where it is among the best of both its sides; the rest waits behind."""
    beside = _wanted_of(passages)
    best = _best(beside, passages)
    far = {side for pair in beside for side in (pair.passage, pair.other)} - passages
    best |= _best(_wanted_of(far), far)
    states = {}
    for pair in beside:
        is_put = pair in best[pair.passage] and pair in best[pair.other]
        states[pair.pk] = (pair.status, SuggestionStatus.OPEN if is_put else SuggestionStatus.BEHIND)
    _write(states)


def _wanted_of(passages: set[int]) -> list[Pair]:
    rows = Suggestion.objects.filter(Q(passage__in=passages) | Q(other__in=passages), status__in=WANTED)
    return [Pair(*row) for row in rows.order_by().values_list(*COLUMNS)]


def _best(pairs: list[Pair], passages: set[int]) -> dict[int, list[Pair]]:
    of: dict[int, list[Pair]] = {passage: [] for passage in passages}
    for pair in sorted(pairs, key=lambda pair: pair.place):
        for passage in passages.intersection((pair.passage, pair.other)):
            if len(of[passage]) < (MOST_NOT_LIKELY if pair.is_not_likely else MOST):
                of[passage].append(pair)
    return of


def _write(states: dict[int, tuple[str, SuggestionStatus]]) -> None:
    """Keys with the state that they had and the one that they have now."""
    changed = defaultdict(list)
    for pk, (before, now) in states.items():
        if before != now:
            changed[now].append(pk)
    for now, keys in changed.items():
        Suggestion.objects.filter(pk__in=keys).update(status=now)
