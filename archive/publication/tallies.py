"""The counts that public pages show, kept as rows in the publishing transaction so that no request counts a table.

`moved` takes a statement's keys before and after an act; `recount_claims` computes a claim's counts anew from its public rows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import F, Q

from archive import edtf
from archive.enums import Likeness, Stance, TallyScope
from archive.models import ArchiveState, Claim, ClaimTally, Occurrence, Statement, Tally

Key = tuple[str, str]


def keys_of(statement: Statement) -> Counter[Key]:
    """What a statement is counted under: nothing unless it is public."""
    if not statement.is_public:
        return Counter()
    keys = [(TallyScope.ARCHIVE, ""), (TallyScope.KIND, statement.kind), *_date_keys(statement.said_earliest)]
    keys += [
        (TallyScope.SPEAKER, str(pk)) for pk in statement.attributions.exclude(speaker=None).values_list("speaker", flat=True).distinct()
    ]
    keys += [(TallyScope.CLAIM, str(pk)) for pk in statement.occurrences.public().order_by().values_list("claim", flat=True).distinct()]
    keys += [(TallyScope.OUTLET, str(statement.document.article.outlet_id))]
    return Counter((str(scope), key) for scope, key in keys)


def _date_keys(earliest: date | None) -> list[Key]:
    if earliest is None:
        return [(TallyScope.YEAR, "undated")]
    return [(TallyScope.YEAR, f"{earliest:%Y}"), (TallyScope.MONTH, f"{earliest:%Y-%m}")]


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


def recount_claims(claims: Iterable[Claim | int]) -> None:
    for claim in claims:
        _recount_claim(claim if isinstance(claim, int) else claim.pk)


def _recount_claim(claim_id: int) -> None:
    Claim.objects.select_for_update().get(pk=claim_id)  # two that change one claim count it one after the other
    rows = (
        Occurrence.objects.public()
        .filter(claim=claim_id)
        .select_related("statement__document__article", "statement__translation_of")
        .order_by("said_sort", "statement_id", "start")
    )
    texts = ("statement__document__text", "statement__document__raw", "statement__translation_of__text")
    occurrences = list(rows.defer(*texts))
    if not occurrences:
        ClaimTally.objects.filter(claim=claim_id).delete()
        return
    asserting = [one for one in occurrences if one.stance == Stance.ASSERTS]
    sayings = [one for one in asserting if one.likeness in Likeness.sayings()]
    variants = [one for one in asserting if one.likeness not in Likeness.sayings()]
    dated = [one for one in sayings or asserting if one.statement.said]
    counts = {
        "sayings": len({one.statement.saying_key for one in sayings}),
        "reports": len({one.statement.document.article_id for one in sayings}),
        "variants": len({one.statement.saying_key for one in variants}),
        "denials": len({one.statement.saying_key for one in occurrences if one.stance == Stance.DENIES}),
        "speakers": _speakers(asserting),
        "outlets": len({one.statement.document.article.outlet_id for one in asserting}),
        "first_said": dated[0].statement.said_on if dated else "",
        "first_sort": dated[0].said_sort if dated else edtf.UNDATED_SORT,
        "last_said": dated[-1].statement.said_on if dated else "",
        "last_sort": dated[-1].said_sort if dated else edtf.UNDATED_SORT,
        "longest_silence_days": longest_silence([one.statement for one in dated]),
    }
    ClaimTally.objects.update_or_create(claim_id=claim_id, defaults=counts)


def longest_silence(statements: list[Statement]) -> int | None:
    """The most days, at least, that passed after the last word until it was said again; None for fewer than two sayings."""
    longest, silent_since = None, None
    for said in (one.said for one in statements):
        if silent_since:
            longest = max(longest or 0, edtf.days_between(silent_since, said)[0])
        silent_since = max(filter(None, (silent_since, said)), key=lambda date: date.latest)
    return longest


def _speakers(occurrences: list[Occurrence]) -> int:
    statements = [one.statement_id for one in occurrences]
    return (
        Statement.objects.filter(pk__in=statements, attributions__speaker__isnull=False).values("attributions__speaker").distinct().count()
    )


def raise_revision() -> None:
    """The archive's revision number: the key of ETags."""
    if not ArchiveState.objects.filter(pk=1).update(revision=F("revision") + 1):
        ArchiveState.objects.create(pk=1, revision=1)
