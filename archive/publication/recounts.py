"""All counts anew from what is public, for archives whose counts were kept under other rules, or came from elsewhere."""

from collections import Counter
from collections.abc import Collection, Iterator

from django.db import connection, transaction
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from archive.enums import DocumentRelation, TallyScope
from archive.linking.passages import batches
from archive.models import ArchiveState, ClaimTally, Document, Listing, Occurrence, RetractedReport, Statement, Tally
from archive.models.source_note import reach_of
from archive.models.tally import LISTED
from archive.publication import claim_counts, shared, whole_claims
from archive.publication.sources import keep_retracted
from archive.publication.tallies import Key, date_keys, raise_revision

AT_ONCE = 2000


@transaction.atomic
def recount_statements() -> int:
    """The counts of public statements, from the statements and from the lists that `listings.rebuild` puts right before; returns how many
    were wrong. Nobody publishes meanwhile."""
    ArchiveState.take_turn()
    _hold_the_tallies()
    wrong, wrongly_shared = [*wrong_of_dates(), *wrong_of_lists()], shared.recount()
    Tally.objects.bulk_create(wrong, update_conflicts=True, unique_fields=["scope", "key"], update_fields=["statements"])
    if wrong or wrongly_shared:
        raise_revision()
    return len(wrong) + wrongly_shared


def _hold_the_tallies() -> None:
    """An act that has moved a count is waited for, and one that has not waits. SQLite holds the whole file already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Tally._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def wrong_of_dates() -> list[Tally]:
    """The whole archive, its years and its months: these have no list of their own."""
    public, counts = Statement.objects.public().order_by(), Counter[Key]()
    for *days, number in public.values_list("said_earliest", "said_latest").annotate(number=Count("pk")):
        keys = [(TallyScope.ARCHIVE, ""), *date_keys(*days)]
        counts.update({(str(scope), key): number for scope, key in keys if scope not in LISTED})
    rows = Tally.objects.exclude(scope__in=LISTED).values_list("scope", "key", "statements")
    kept = {(scope, key): statements for scope, key, statements in rows}
    wrong = [key for key in sorted(counts.keys() | kept.keys()) if counts[key] != kept.get(key, 0)]
    return [Tally(scope=scope, key=key, statements=counts[scope, key]) for scope, key in wrong]


def wrong_of_lists() -> list[Tally]:
    """Those that are not as many as their lists have rows."""
    rows = Listing.objects.filter(tally=OuterRef("pk")).order_by().values("tally").annotate(number=Count("statement"))
    counted = Tally.objects.filter(scope__in=LISTED).annotate(counted=Coalesce(Subquery(rows.values("number")), 0))
    wrong = counted.exclude(statements=F("counted")).values_list("scope", "key", "counted")
    return [Tally(scope=scope, key=key, statements=number) for scope, key, number in wrong]


@transaction.atomic
def recount_retracted() -> int:
    """Which reports were retracted, by all notices; returns of how many that was kept wrongly. Counts hang on it."""
    ArchiveState.take_turn()
    notices = Document.objects.filter(relation=DocumentRelation.RETRACTION)
    asked = reach_of(notices) | set(RetractedReport.objects.values_list("pk", flat=True))
    wrong = sum(keep_retracted(lot) for lot in batches(sorted(asked)))
    if wrong:
        raise_revision()
    return wrong


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
    ArchiveState.take_turn()
    claim_counts.hold(claims)
    wrong = whole_claims.wrong_among(claims)
    if wrong:
        whole_claims.write_anew(wrong, {claim: fresh for claim, fresh in wrong.items() if fresh})
        raise_revision()
    return len(wrong)
