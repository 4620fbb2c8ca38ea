"""Speakers that may be one: looked for by their names, kept as a question, and answered once.

Whoever changes names has the one speaker looked at; once a day the worker looks at all of them, by what names share: each name is held
against those of the same letters on paper, or of the same sounds, and against no others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import combinations, islice

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import Signature, allow, expect_unanswered, held, keep_answer
from archive.doubts.names import names_of, spelled_otherwise, why_alike
from archive.errors import Refused
from archive.models import Speaker, SpeakerAlias, SpeakerPair, User
from archive.models.people.pair import PairAnswer

MAY_ANSWER = ("merge_speaker", "judge_suggestion")  # either
MOST_NAMES, MOST_ALIKE = 30, 8  # of a speaker; that share one key
LONGEST_REASON = 500


def look_for_others(speaker: Speaker) -> None:
    """Ask about every standing speaker one of whose names is this one's, or may be another spelling of it."""
    for name in names_of(speaker)[:MOST_NAMES]:
        for other in Speaker.objects.called(name)[:MOST_ALIKE]:
            ask(speaker, other, f"Both are called “{name}”.")
        for one in spelled_otherwise(name):
            ask(speaker, one.speaker, f"{one.reason}.")


def ask(speaker: Speaker, other: Speaker, reason: str) -> None:
    """Once: what was asked before is not asked again, whatever was answered."""
    first, second = sorted((speaker.pk, other.pk))
    if first != second:
        SpeakerPair.objects.get_or_create(speaker_id=first, other_id=second, defaults={"reason": reason[:LONGEST_REASON]})


@transaction.atomic
def look_at_all() -> int:
    """All speakers, by what their names share; returns how many questions are new."""
    asked = set(SpeakerPair.objects.values_list("speaker", "other"))
    found = {pair: reason for pair, reason in _alike() if pair not in asked}
    rows = [SpeakerPair(speaker_id=one, other_id=other, reason=reason[:LONGEST_REASON]) for (one, other), reason in found.items()]
    SpeakerPair.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return len(rows)


def _alike() -> Iterator[tuple[tuple[int, int], str]]:
    for named in _by_key().values():
        for (one, name), (other, known) in islice(combinations(named, 2), MOST_ALIKE**2):
            reason = why_alike(name, known) if one != other else ""
            if reason:
                yield (min(one, other), max(one, other)), f"{reason}."


def _by_key() -> dict[tuple[str, str], list[tuple[int, str]]]:
    """Speakers and their names, by what they share: sounds, or letters on paper."""
    keys = ("name_romanised", "name_skeleton")
    own = Speaker.objects.standing().order_by("pk").values_list("pk", "name", *keys)
    others = SpeakerAlias.objects.filter(speaker__merged_into=None).order_by("pk").values_list("speaker", "name", *keys)
    found: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for pk, name, *values in (*own, *others):
        for kind, key in zip(keys, values, strict=True):
            if key:
                found[kind, key].append((pk, name))
    return found


@transaction.atomic
def answer_two(pair: SpeakerPair, *, by: User, at: datetime | None = None) -> SpeakerPair:
    """They are two, and it is never asked again. That they are one is answered by merging them."""
    _allow(by)
    pair = held(pair)
    expect_unanswered(pair)
    return keep_answer(pair, PairAnswer.TWO, Signature(by, at or timezone.now()))


@transaction.atomic
def ask_again(pair: SpeakerPair, *, by: User) -> SpeakerPair:
    """The answer that they are two is taken back, by who gave it."""
    _allow(by)
    pair = held(pair)
    if pair.answer != PairAnswer.TWO or pair.answered_by != by:
        raise Refused(gettext("Only who answered that these are two takes that back."))
    pair.answer, pair.answered_by, pair.answered_at = "", None, None
    pair.save()
    return pair


def _allow(by: User) -> None:
    if not any(by.has_perm(f"archive.{one}") for one in MAY_ANSWER):
        allow(by, MAY_ANSWER[0])


def settle(speakers: Iterable[Speaker], given: PairAnswer, signed: Signature) -> None:
    """What a merge answers, or taking one back."""
    one, other = speakers
    ask(one, other, "They were merged.")
    pair = SpeakerPair.objects.of(one, other).select_for_update().get()
    keep_answer(pair, given, signed)
