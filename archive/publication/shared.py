"""How many public statements two speakers share: what the pages of both tell, kept in the publishing transaction."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby, permutations
from operator import itemgetter

from django.db import transaction
from django.db.models import Count, F

from archive.enums import StatementStatus
from archive.models import Attribution, SharedTally

Pair = tuple[int, int]  # a speaker and another one: each two stand here either way round


def pairs_of(spoken: Iterable[tuple[int, int]]) -> Counter[Pair]:
    """In how many statements each two speak together, told by the statements with their speakers."""
    speakers = defaultdict[int, set[int]](set)
    for statement, speaker in spoken:
        speakers[statement].add(speaker)
    return Counter(pair for together in speakers.values() for pair in permutations(together, 2))


def moved(before: Counter[Pair], after: Counter[Pair]) -> None:
    """Count what came and what went, in one query for what moved alike of a speaker."""
    by_change = defaultdict[int, list[Pair]](list)
    for pair in sorted(before | after):
        by_change[after[pair] - before[pair]].append(pair)
    for change, pairs in by_change.items():
        if change:
            SharedTally.objects.bulk_create((SharedTally(speaker_id=one, other_id=other) for one, other in pairs), ignore_conflicts=True)
            for speaker, alike in groupby(pairs, key=itemgetter(0)):
                others = [other for _speaker, other in alike]
                SharedTally.objects.filter(speaker=speaker, other__in=others).update(statements=F("statements") + change)


@transaction.atomic
def recount() -> int:
    """All of them anew; returns how many were wrong."""
    wrong = wrong_pairs()
    rows = [SharedTally(speaker_id=one, other_id=other, statements=number) for (one, other), number in wrong.items()]
    SharedTally.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["speaker", "other"], update_fields=["statements"]
    )
    return len(wrong)


def wrong_pairs() -> dict[Pair, int]:
    """Those that are counted otherwise than the record has them, and how many statements it has."""
    together = Attribution.objects.filter(speaker__isnull=False, statement__status=StatementStatus.PUBLIC).order_by()
    together = together.annotate(other=F("statement__attributions__speaker")).filter(other__isnull=False).exclude(other=F("speaker"))
    counted = together.values_list("speaker", "other").annotate(number=Count("statement", distinct=True))
    fresh = {(one, other): number for one, other, number in counted}
    kept = {(row.speaker_id, row.other_id): row.statements for row in SharedTally.objects.all()}
    return {pair: fresh.get(pair, 0) for pair in sorted(fresh.keys() | kept.keys()) if fresh.get(pair, 0) != kept.get(pair, 0)}
