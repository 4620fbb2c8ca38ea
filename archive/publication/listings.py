"""In which lists public statements stand, and how many in each: kept in the publishing transaction, so that no request counts or sorts
a table.

`standings` reads where statements stand by what they say; an act takes them before and after, and `moved` writes the difference.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import product
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from archive import many_rows
from archive.enums import TallyScope
from archive.linking.passages import batches
from archive.models import ArchiveState, Attribution, Listing, Occurrence, Statement
from archive.models.tally import LISTED, PAIRS, pair_key
from archive.publication import shared
from archive.publication.tallies import Key, count, date_keys, held

COLUMNS = ("pk", "said_sort", "said_earliest", "said_latest", "kind", "force", "document__article__outlet")


class Standing(NamedTuple):
    """That a statement is counted under a key, and at which place of its list it stands."""

    key: Key
    said_sort: int
    statement: int


def standings(statements: Collection[int]) -> set[Standing]:
    """Where these statements stand; nowhere, those that are not public."""
    spoken = _by_statement(Attribution.objects.filter(statement__in=statements, speaker__isnull=False).order_by(), "speaker")
    linked = _by_statement(Occurrence.objects.public().filter(statement__in=statements).order_by(), "claim")
    found = set()
    for pk, said_sort, earliest, latest, kind, force, outlet in Statement.objects.public().filter(pk__in=statements).values_list(*COLUMNS):
        single = {
            TallyScope.SPEAKER: spoken[pk],
            TallyScope.OUTLET: {outlet},
            TallyScope.CLAIM: linked[pk],
            TallyScope.KIND: {kind},
            TallyScope.FORCE: {force},
        }
        keys = [(TallyScope.ARCHIVE, ""), *date_keys(earliest, latest), *_keys(single), *_pairs(single)]
        found |= {Standing((str(scope), key), said_sort, pk) for scope, key in keys}
    return found


def _by_statement(rows: QuerySet[Any], column: str) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for statement, value in rows.values_list("statement", column):
        found[statement].add(value)
    return found


def _keys(single: dict[TallyScope, set[Any]]) -> list[Key]:
    return [(scope, str(value)) for scope, values in single.items() for value in values]


def _pairs(single: dict[TallyScope, set[Any]]) -> list[Key]:
    return [(scope, pair_key(*both)) for (one, other), scope in PAIRS.items() for both in product(single[one], single[other])]


def moved(before: set[Standing], after: set[Standing]) -> None:
    """Write what came and what went: the rows of the lists, and their counts."""
    gone, came = before - after, after - before
    if gone or came:
        change = Counter(one.key for one in came)
        change.subtract(one.key for one in gone)
        numbers = held(change)
        count(numbers, change)
        _relist(numbers, gone, came)
        shared.moved(_shared(before), _shared(after))


def _shared(standings: set[Standing]) -> Counter[shared.Pair]:
    """In how many of these statements each two speak together."""
    return shared.pairs_of((one.statement, int(one.key[1])) for one in standings if one.key[0] == TallyScope.SPEAKER)


def _relist(numbers: dict[Key, int], gone: set[Standing], came: set[Standing]) -> None:
    by_statement = defaultdict(list)
    for one in gone:
        by_statement[one.statement].append(numbers[one.key])
    for statement, tallies in by_statement.items():
        Listing.objects.filter(statement=statement, tally__in=tallies).delete()
    rows = sorted((one.statement, numbers[one.key], one.said_sort) for one in came if one.key[0] in LISTED)
    many_rows.write(Listing, ("statement", "tally", "said_sort"), rows)


def rebuild() -> Iterator[tuple[int, int]]:
    """Put every list right, by batches of statements; says after each how many statements it read and how many rows were wrong."""
    with transaction.atomic():
        ArchiveState.take_turn()
        Listing.objects.exclude(statement__in=Statement.objects.public()).delete()
    for keys in batches(Statement.objects.public().order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            ArchiveState.take_turn()
            list(Statement.objects.filter(pk__in=keys).select_for_update(no_key=True).order_by("pk").values_list("pk"))
            kept, fresh = listed(keys), to_list(keys)
            if kept != fresh:
                _relist(held({one.key for one in kept ^ fresh}), kept - fresh, fresh - kept)
        yield len(keys), len(kept ^ fresh)


def to_list(statements: Collection[int]) -> set[Standing]:
    """Where these statements are to stand in lists."""
    return {one for one in standings(statements) if one.key[0] in LISTED}


def listed(statements: Collection[int]) -> set[Standing]:
    """Where they do."""
    rows = Listing.objects.filter(statement__in=statements).values_list("tally__scope", "tally__key", "said_sort", "statement")
    return {Standing((scope, key), said_sort, statement) for scope, key, said_sort, statement in rows}
