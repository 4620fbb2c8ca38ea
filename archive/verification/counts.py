"""Whether what is counted, and listed, is what is public: worked out as `reindex` does, and nothing is written."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from archive.enums import TallyScope
from archive.log.faults import Fault
from archive.models import (
    Claim,
    ClaimTally,
    CountedLink,
    CountedThing,
    Document,
    Listing,
    Outlet,
    RetractedReport,
    Speaker,
    SpokenClaim,
    Statement,
    TrailEntry,
)
from archive.models.source_note import reach_of, retracted_among
from archive.publication import listings, recounts, shared, whole_claims
from archive.verification.lots import LOT, each, lots
from archive.verification.naming import names_of

OF_CLAIMS: tuple[Any, ...] = (CountedLink, CountedThing, SpokenClaim, TrailEntry)
COUNTED_ROWS = {TallyScope.SPEAKER: Speaker, TallyScope.OUTLET: Outlet, TallyScope.CLAIM: Claim}


def places_in_lists() -> Iterator[Fault]:
    yield from each(lots(Statement.objects.only("pk", "public_id")), _in_lists)
    there = Statement.objects.filter(pk=OuterRef("statement"))
    for (number,) in Listing.objects.filter(~Exists(there)).values_list("statement").distinct():
        yield Fault(f"statement number {number}", "lists hold it, and it is gone")


def _in_lists(rows: list[Statement]) -> Iterator[Fault]:
    """The statements, and the lists themselves, for either may be what was tampered with."""
    numbers = [row.pk for row in rows]
    wrong = listings.listed(numbers) ^ listings.to_list(numbers)
    statements = {one.statement for one in wrong}
    for row in rows:
        if row.pk in statements:
            yield Fault(f"statement {row.public_id}", "the lists that it stands in are not those that it belongs in")
    for scope, key in sorted({one.key for one in wrong}):
        yield Fault(_counted(scope, key), "its list is not of the statements that belong in it")


def numbers_of_statements() -> Iterator[Fault]:
    for one in (*recounts.wrong_of_dates(), *recounts.wrong_of_lists()):
        yield Fault(_counted(one.scope, one.key), f"the number of its statements that is kept is wrong: they are {one.statements}")
    wrong = shared.wrong_pairs()
    names = names_of(("speaker", number) for pair in wrong for number in pair)
    for (speaker, other), number in wrong.items():
        told = f"the number of statements that it shares with {names['speaker', other]} is wrong: they are {number}"
        yield Fault(names["speaker", speaker], told)


def _counted(scope: str, key: str) -> str:
    """A count by what it is of."""
    if scope in COUNTED_ROWS and key.isdecimal():
        return names_of([(scope, int(key))])[scope, int(key)]
    return f"count of {scope} {key}".rstrip()


def figures_of_claims() -> Iterator[Fault]:
    for lot in recounts.counted_claims():
        wrong = whole_claims.wrong_among(lot)
        names = names_of(("claim", number) for number in wrong)
        yield from (Fault(names["claim", number], "what is counted of it is not what is public of it") for number in wrong)
    for table in OF_CLAIMS:
        alone = table.objects.filter(~Exists(ClaimTally.objects.filter(claim=OuterRef("claim"))))
        numbers = sorted(set(alone.values_list("claim", flat=True)))
        names = names_of(("claim", number) for number in numbers)
        yield from (Fault(names["claim", number], "something is counted of it, and it has no counts") for number in numbers)


def retracted_reports() -> Iterator[Fault]:
    asked = sorted(reach_of(Document.objects.exclude(relation="")) | set(RetractedReport.objects.values_list("pk", flat=True)))
    for at in range(0, len(asked), LOT):
        lot = asked[at : at + LOT]
        wrong = set(RetractedReport.objects.filter(pk__in=lot).values_list("pk", flat=True)) ^ retracted_among(lot)
        names = names_of(("document", number) for number in wrong)
        yield from (
            Fault(names["document", number], "whether it was retracted is kept otherwise than notices tell") for number in sorted(wrong)
        )
