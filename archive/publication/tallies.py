"""The counts that public pages show, kept as rows in the publishing transaction so that no request counts a table.

`listings` says under which keys a statement is counted, `recounts` counts all anew. The figures of claims: `claim_counts`.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import F, Q

from archive.enums import TallyScope
from archive.models import ArchiveState, Tally

Key = tuple[str, str]  # a Tally's scope and key


def date_keys(earliest: date | None, latest: date | None) -> list[Key]:
    """The year in which the time of saying begins; the month, if it lies inside one; the years that it spans, if they are several."""
    if earliest is None or latest is None:
        return [(TallyScope.YEAR, "undated")]
    year = f"{earliest.year:04}"
    if latest.year != earliest.year:
        return [(TallyScope.YEAR, year), (TallyScope.SPAN, f"{year}-{latest.year:04}")]
    months = [(TallyScope.MONTH, f"{year}-{earliest.month:02}")] if latest.month == earliest.month else []
    return [(TallyScope.YEAR, year), *months]


def held(keys: Collection[Key]) -> dict[Key, int]:
    """The numbers of the Tally rows of these keys, made where they are missing, and held in one order for all acts."""
    numbers = _numbers(keys)
    if missing := sorted(set(keys) - numbers.keys()):
        Tally.objects.bulk_create((Tally(scope=scope, key=key) for scope, key in missing), ignore_conflicts=True)
        numbers |= _numbers(missing)
    return numbers


def _numbers(keys: Iterable[Key]) -> dict[Key, int]:
    by_scope = defaultdict(list)
    for scope, key in sorted(keys):
        by_scope[scope].append(key)
    alike = reduce(or_, (Q(scope=scope, key__in=known) for scope, known in by_scope.items()))
    rows = Tally.objects.filter(alike).order_by("scope", "key").select_for_update(no_key=True)
    return {(scope, key): pk for scope, key, pk in rows.values_list("scope", "key", "pk")}


def count(numbers: dict[Key, int], change: Counter[Key]) -> None:
    """In one query for what moved alike."""
    by_change = defaultdict(list)
    for key, number in change.items():
        by_change[number].append(numbers[key])
    for number, tallies in by_change.items():
        if number:
            Tally.objects.filter(pk__in=tallies).update(statements=F("statements") + number)


raise_revision = ArchiveState.raise_revision
