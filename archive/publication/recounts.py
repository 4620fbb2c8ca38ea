"""All counts anew from what is public, for archives whose counts were kept under other rules, or came from elsewhere."""

from collections import Counter

from django.db import connection, transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from archive.enums import TallyScope
from archive.models import Attribution, Claim, ClaimTally, Occurrence, Statement, Tally
from archive.publication.tallies import Key, date_keys, raise_revision, recount_claim


@transaction.atomic
def recount_statements() -> int:
    """The counts of public statements from the statements themselves; returns how many were wrong. Nobody publishes meanwhile."""
    _hold_the_tallies()
    fresh = _counted()
    kept = {(one.scope, one.key): one.statements for one in Tally.objects.all()}
    wrong = [key for key in sorted(fresh.keys() | kept.keys()) if fresh[key] != kept.get(key, 0)]
    rows = [Tally(scope=scope, key=key, statements=fresh[scope, key]) for scope, key in wrong]
    Tally.objects.bulk_create(rows, update_conflicts=True, unique_fields=["scope", "key"], update_fields=["statements"])
    if wrong:
        raise_revision()
    return len(wrong)


def _hold_the_tallies() -> None:
    """An act that has moved a count is waited for, and one that has not waits. SQLite holds the whole file already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Tally._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _counted() -> Counter[Key]:
    public = Statement.objects.public().order_by()
    spoken = Attribution.objects.filter(statement__in=public).exclude(speaker=None).order_by()
    linked = Occurrence.objects.public().order_by()
    counts: Counter[Key] = Counter({(str(TallyScope.ARCHIVE), ""): public.count()})
    for scope, rows, column, counted in (
        (TallyScope.KIND, public, "kind", "pk"),
        (TallyScope.OUTLET, public, "document__article__outlet", "pk"),
        (TallyScope.SPEAKER, spoken, "speaker", "statement"),
        (TallyScope.CLAIM, linked, "claim", "statement"),
    ):
        for value, number in rows.values_list(column).annotate(number=Count(counted, distinct=True)):
            counts[str(scope), str(value)] = number
    for *days, number in public.values_list("said_earliest", "said_latest").annotate(number=Count("pk")):
        counts.update({(str(period), key): number for period, key in date_keys(*days)})
    return counts


def counted_claims() -> QuerySet[Claim]:
    """Those whose counts are kept, or ought to be."""
    said = Occurrence.objects.public().filter(claim=OuterRef("pk"))
    return Claim.objects.filter(Q(tally__isnull=False) | Q(Exists(said))).order_by("pk")


@transaction.atomic
def recount(claim_id: int) -> bool:
    """The counts of one claim from its occurrences; returns whether they were wrong."""
    kept = ClaimTally.objects.filter(claim=claim_id)
    before = kept.values().first()
    recount_claim(claim_id)
    is_wrong = before != kept.values().first()
    if is_wrong:
        raise_revision()
    return is_wrong
