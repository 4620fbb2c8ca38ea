"""Reports of one occasion that hang together are one question: answered, carried out and taken back for all of them at once."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.enums import OccasionAnswer
from archive.errors import Refused
from archive.identity import one_occasion
from archive.models import ArchiveState, Occasion, OccasionSuggestion, Statement, User

Pairs = list[OccasionSuggestion]


def open_beside(pair: OccasionSuggestion) -> Pairs:
    """The open pairs that hang together with an open one, itself first."""
    if not pair.group:
        return [pair]
    rows = OccasionSuggestion.objects.open().filter(group=pair.group).order_by("-likeness", "pk")
    return [pair, *(row for row in rows if row.pk != pair.pk)]


def answered_beside(pair: OccasionSuggestion) -> Pairs:
    """The pairs that one act answered together, itself among them."""
    return list(OccasionSuggestion.objects.filter(answered_by=pair.answered_by, answered_at=pair.answered_at).order_by("pk"))


def reports_of(pairs: Pairs) -> list[Statement]:
    """The statements of these pairs, as they were said."""
    keys = {key for pair in pairs for key in (pair.statement_id, pair.other_id)}
    rows = Statement.objects.filter(pk__in=keys).select_related("document__article__outlet", "occasion")
    rows = rows.prefetch_related("attributions__speaker").defer("document__text", "document__raw")
    return sorted(rows, key=lambda row: (row.said_sort, row.document.published_sort, row.pk))


@transaction.atomic
def answer(
    pair: OccasionSuggestion,
    given: OccasionAnswer,
    *,
    by: User,
    apart: Collection[int] = (),
    occasion: Occasion | str = "",
    reason: str = "",
) -> None:
    """“One”: all reports that hang together are of one occasion, but for the statements `apart`, each of which was said on another than
    they. “Two”: each was said on its own. `occasion` and `reason` are as in `one_occasion.answer`."""
    ArchiveState.take_turn()
    pairs, at = open_beside(pair), timezone.now()
    joined, parted = _told_apart(pairs, apart) if given == OccasionAnswer.ONE else ([], pairs)
    for one in joined:
        told = one_occasion.answer(one, OccasionAnswer.ONE, by=by, occasion=occasion, reason=reason, at=at)
        occasion = told.occasion or occasion
    for one in parted:
        one_occasion.answer(one, OccasionAnswer.TWO, by=by, at=at)


def _told_apart(pairs: Pairs, apart: Collection[int]) -> tuple[Pairs, Pairs]:
    """The pairs that are joined, and those that are parted; of two set apart nobody said anything."""
    outside = [len({one.statement_id, one.other_id} & set(apart)) for one in pairs]
    joined, parted = ([one for one, count in zip(pairs, outside, strict=True) if count == wanted] for wanted in (0, 1))
    _expect_all(joined, pairs, apart)
    return joined, parted


def _expect_all(joined: Pairs, pairs: Pairs, apart: Collection[int]) -> None:
    """Each report that was not set apart is in a pair with another."""
    left = {row.pk for row in reports_of(pairs)} - {row.pk for row in reports_of(joined)} - set(apart)
    if left or not joined:
        raise Refused(
            gettext("Without those you set apart, the others don't hang together. Set fewer apart, or answer that each is by itself.")
        )


@transaction.atomic
def carry_out(pair: OccasionSuggestion, *, by: User, reason: str) -> None:
    """All that was answered together and waits for a publisher."""
    ArchiveState.take_turn()
    waiting = OccasionSuggestion.objects.waiting().filter(pk__in=[one.pk for one in answered_beside(pair)]).order_by("pk")
    one_occasion.carry_out(pair, by=by, reason=reason)
    while another := waiting.first():
        one_occasion.carry_out(another, by=by, reason=reason)


@transaction.atomic
def take_back(pair: OccasionSuggestion, *, by: User) -> None:
    """All that was answered together is asked again: the last first, so that an occasion entered for them goes with them."""
    ArchiveState.take_turn()
    for one in reversed(answered_beside(pair) if pair.answer else [pair]):
        one_occasion.take_back(one, by=by)


def may_be_taken_back(pair: OccasionSuggestion) -> bool:
    return bool(pair.answer) and all(map(one_occasion.may_be_taken_back, answered_beside(pair)))
