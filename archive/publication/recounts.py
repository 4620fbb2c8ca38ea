"""All counts anew from what is public, for archives whose counts were kept under other rules, or came from elsewhere."""

from collections import Counter
from collections.abc import Collection, Iterator

from django.db import connection, transaction
from django.db.models import Count

from archive.enums import TallyScope
from archive.models import Attribution, ClaimTally, Occurrence, Statement, Tally
from archive.publication import claim_counts, whole_claims
from archive.publication.tallies import Key, date_keys, raise_revision

AT_ONCE = 2000


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


def counted_claims() -> Iterator[list[int]]:
    """The claims whose counts are kept, or ought to be, in lots of about AT_ONCE public links."""
    links = Counter(dict.fromkeys(ClaimTally.objects.values_list("claim", flat=True), 0))
    links.update(dict(Occurrence.objects.public().order_by().values_list("claim").annotate(Count("pk"))))
    lot, size = list[int](), 0
    for claim, number in sorted(links.items()):
        if lot and size + number > AT_ONCE:
            yield lot
            lot, size = [], 0
        lot, size = [*lot, claim], size + number
    if lot:
        yield lot


@transaction.atomic
def recount(claims: Collection[int]) -> int:
    """The counts of these claims from their public links; returns how many were wrong."""
    claim_counts.hold(claims)
    fresh, kept = whole_claims.in_record(claims), whole_claims.as_kept(claims)
    wrong = [claim for claim in sorted(fresh.keys() | kept.keys()) if fresh.get(claim) != kept.get(claim)]
    if wrong:
        whole_claims.write_anew(wrong, {claim: fresh[claim] for claim in wrong if claim in fresh})
        raise_revision()
    return len(wrong)
