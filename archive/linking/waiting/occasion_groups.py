"""Reports of one occasion that hang together are one question: pairs that wait for an answer, or were told to be of one."""

from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from archive.enums import OccasionAnswer
from archive.models import OccasionSuggestion


def groups_of(statements: Collection[int]) -> dict[int, int]:
    """For each statement that may be, or was told to be, a report of an occasion that others tell of: its group."""
    rows = _hanging().filter(Q(statement__in=statements) | Q(other__in=statements)).values_list("statement_id", "other_id", "group")
    return {statement: group for *pair, group in rows for statement in pair}


def regroup(statements: Iterable[int]) -> set[int]:
    """Tell anew which pairs of these statements hang together, and with which others; returns all whose groups are others now."""
    left, moved = set(statements), set()
    while left:
        group, rows = _around(left.pop())
        left -= group
        if changed := [pk for pk, known in rows.items() if known != min(group)]:
            OccasionSuggestion.objects.filter(pk__in=changed).update(group=min(group))
            moved |= group
    return moved


def _around(statement: int) -> tuple[set[int], dict[int, int]]:
    """The statements that hang together with one, and the pairs between them with the group that each was of."""
    group, fresh = {statement}, {statement}
    rows: dict[int, int] = {}
    while fresh:
        found = _hanging().filter(Q(statement__in=fresh) | Q(other__in=fresh)).values_list("pk", "group", "statement_id", "other_id")
        there = {pk: (known, pair) for pk, known, *pair in found}
        rows |= {pk: known for pk, (known, _) in there.items()}
        fresh = {one for _, pair in there.values() for one in pair} - group
        group |= fresh
    return group, rows


def _hanging() -> QuerySet[OccasionSuggestion]:
    return OccasionSuggestion.objects.exclude(answer=OccasionAnswer.TWO).order_by()
