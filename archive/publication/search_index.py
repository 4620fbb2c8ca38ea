"""The public full-text index: the stems of every public Statement's words, kept with each act of publication and rebuilt at will."""

from collections.abc import Collection, Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from archive import many_rows, matching
from archive.linking.passages import batches
from archive.models import ArchiveState, SearchEntry, Statement
from archive.models.search import indexed, place_of
from archive.publication import tallies


def index_all(statements: Collection[Statement]) -> None:
    """As the statements stand now: what is not public has no entry."""
    if hidden := [one for one in statements if not one.is_public]:
        SearchEntry.objects.filter(statement__in=hidden).delete()
    if public := [one for one in statements if one.is_public]:
        _write(public)


def outdated() -> QuerySet[Statement]:
    """Public statements whose entry is missing, or was made by another version of the program, which may stem words otherwise."""
    entry = SearchEntry.objects.filter(statement=OuterRef("pk"), engine=matching.ENGINE_VERSION)
    return Statement.objects.public().filter(~Exists(entry)).order_by("pk")


def outdate() -> None:
    """So that a rebuilding that is killed is known to be unfinished. Meanwhile the entries are found as before."""
    SearchEntry.objects.update(engine="")


def rebuild(statements: QuerySet[Statement]) -> Iterator[int]:
    """Write the entries of these public statements anew in batches; says after each how many were done. May be killed after any batch:
    `outdated` tells what is left."""
    with transaction.atomic():
        ArchiveState.take_turn()
        if SearchEntry.objects.exclude(statement__in=Statement.objects.public()).delete()[0]:
            tallies.raise_revision()
    for keys in batches(statements.values_list("pk", flat=True)):
        with transaction.atomic():
            ArchiveState.take_turn()
            held = Statement.objects.public().filter(pk__in=keys).select_for_update(no_key=True).order_by("pk")
            if _write(list(held.only("text", "said_sort"))):
                tallies.raise_revision()  # answers that were kept may find other statements now
        yield len(keys)


def _write(statements: Collection[Statement]) -> int:
    """The entries of these public statements; returns how many were missing or stood otherwise."""
    rows = [
        (key, place, stems, matching.ENGINE_VERSION)
        for key, (place, stems) in sorted(missing(statements).items(), key=lambda one: one[1])  # the index grows faster in its own order
    ]
    SearchEntry.objects.filter(statement__in=[one.pk for one in statements]).exclude(engine=matching.ENGINE_VERSION).update(
        engine=matching.ENGINE_VERSION
    )
    many_rows.write(SearchEntry, ("statement", "place", "stems", "engine"), rows, key=["statement"])
    return len(rows)


def missing(statements: Collection[Statement]) -> dict[int, tuple[int, str]]:
    """The places and stems of those of these public statements that have no entry, or another one."""
    wanted = {one.pk: (place_of(one.said_sort, one.pk), indexed(one.text)) for one in statements}
    known = SearchEntry.objects.filter(statement__in=wanted).values_list("statement", "place", "stems")
    there = {key: (place, stems) for key, place, stems in known}
    return {key: value for key, value in wanted.items() if value != there.get(key)}
