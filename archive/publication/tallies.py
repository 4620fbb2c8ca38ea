"""The counts that public pages show, kept as rows in the publishing transaction so that no request counts a table.

`moved` takes a statement's keys before and after an act; `recounts` counts all of them anew. The figures of claims: `claim_counts`.
"""

from collections import Counter, defaultdict
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import F, Q

from archive.enums import TallyScope
from archive.models import ArchiveState, Statement, Tally

Key = tuple[str, str]


def keys_of(statement: Statement) -> Counter[Key]:
    """What a statement is counted under: nothing unless it is public."""
    if not statement.is_public:
        return Counter()
    keys = [(TallyScope.ARCHIVE, ""), (TallyScope.KIND, statement.kind), *date_keys(statement.said_earliest, statement.said_latest)]
    keys += [
        (TallyScope.SPEAKER, str(pk)) for pk in statement.attributions.exclude(speaker=None).values_list("speaker", flat=True).distinct()
    ]
    keys += [(TallyScope.CLAIM, str(pk)) for pk in statement.occurrences.public().order_by().values_list("claim", flat=True).distinct()]
    keys += [(TallyScope.OUTLET, str(statement.document.article.outlet_id))]
    return Counter((str(scope), key) for scope, key in keys)


def date_keys(earliest: date | None, latest: date | None) -> list[Key]:
    """The year in which the time of saying begins; the month, if it lies inside one; the years that it spans, if they are several."""
    if earliest is None or latest is None:
        return [(TallyScope.YEAR, "undated")]
    year = f"{earliest.year:04}"
    if latest.year != earliest.year:
        return [(TallyScope.YEAR, year), (TallyScope.SPAN, f"{year}-{latest.year:04}")]
    months = [(TallyScope.MONTH, f"{year}-{earliest.month:02}")] if latest.month == earliest.month else []
    return [(TallyScope.YEAR, year), *months]


def moved(before: Counter[Key], after: Counter[Key]) -> None:
    """Count what came and what went, in two queries for what moved alike."""
    by_change = defaultdict(list)
    for key in sorted(before | after):
        by_change[after[key] - before[key]].append(key)
    for change, keys in by_change.items():
        if change:
            Tally.objects.bulk_create((Tally(scope=scope, key=key) for scope, key in keys), ignore_conflicts=True)
            alike = reduce(or_, (Q(scope=scope, key=key) for scope, key in keys))
            Tally.objects.filter(alike).update(statements=F("statements") + change)


def raise_revision() -> None:
    """The archive's revision number: the key of ETags."""
    if not ArchiveState.objects.filter(pk=1).update(revision=F("revision") + 1):
        ArchiveState.objects.create(pk=1, revision=1)
