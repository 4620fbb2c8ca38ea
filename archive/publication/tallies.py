"""The counts that public pages show, kept as rows in the publishing transaction so that no request counts a table.

`moved` takes a statement's keys before and after an act; `recount_claims` computes a claim's counts anew from its public rows;
`recounts` does so for all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import reduce
from itertools import accumulate
from operator import or_
from typing import Any

from django.db.models import F, Q

from archive import edtf
from archive.enums import CountedAs, TallyScope
from archive.models import ArchiveState, Claim, ClaimTally, Occurrence, Statement, Tally
from archive.models.claim import OccurrenceQuerySet
from archive.models.tally import SilenceEnd

Key = tuple[str, str]
NEVER_DATED = {
    "first_said": "",
    "first_sort": edtf.UNDATED_SORT,
    "last_said": "",
    "last_sort": edtf.UNDATED_SORT,
    "first_is_reported": False,
    "last_is_reported": False,
}
NO_SILENCE = {
    "longest_silence_days": None,
    "silence_from": "",
    "silence_until": "",
    "silence_from_is_reported": False,
    "silence_until_is_reported": False,
    "silence_from_figure": "",
    "silence_until_figure": "",
}


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


def recount_claims(claims: Iterable[Claim | int]) -> None:
    for claim in claims:
        recount_claim(claim if isinstance(claim, int) else claim.pk)


def recount_claim(claim_id: int) -> None:
    """The counts of one claim from its public occurrences."""
    Claim.objects.select_for_update().get(pk=claim_id)  # two that change one claim count it one after the other
    public = Occurrence.objects.public().filter(claim=claim_id)
    if public.exists():
        ClaimTally.objects.update_or_create(claim_id=claim_id, defaults=_counts_of(_counted(public)))
    else:
        ClaimTally.objects.filter(claim=claim_id).delete()


def _counted(occurrences: OccurrenceQuerySet) -> list[Any]:
    """Each with the `figure` that it counts in, in the order of the words' days, without the texts that nothing here reads."""
    rows = occurrences.counted().select_related("statement__document__article", "statement__occasion").order_by("said_sort", "pk")
    return list(rows.defer("statement__document__text", "statement__document__raw"))


def _counts_of(occurrences: list[Any]) -> dict[str, Any]:
    """An occasion counts once in each figure that one of its reports counts in; its day is that of the first of them."""
    firsts: dict[tuple[str, int], Any] = {}
    for one in occurrences:
        firsts.setdefault((one.figure, one.saying), one)
    occasions = Counter(figure for figure, _saying in firsts)
    sayings = [one for one in occurrences if one.figure == CountedAs.SAYINGS]
    return {figure.value: occasions[figure] for figure in CountedAs.occasions()} | {
        "reports": _articles_of(sayings),
        "retracted": _articles_of(one for one in occurrences if one.figure == CountedAs.RETRACTED),
        "speakers": _speakers(sayings),
        "outlets": len({one.statement.document.article.outlet_id for one in sayings}),
        **_times_of([one for (figure, _saying), one in firsts.items() if figure == CountedAs.SAYINGS and one.statement.said]),
        **_silence_of([one for one in occurrences if one.figure != CountedAs.RETRACTED]),
    }


def _articles_of(occurrences: Iterable[Occurrence]) -> int:
    return len({one.statement.document.article_id for one in occurrences})


def _times_of(dated: list[Occurrence]) -> dict[str, Any]:
    """When the claim was said first and last."""
    if not dated:
        return NEVER_DATED
    first, last = dated[0], dated[-1]
    return {
        "first_said": first.statement.said_on,
        "first_sort": first.said_sort,
        "first_is_reported": first.statement.said_is_reported,
        "last_said": last.statement.said_on,
        "last_sort": last.said_sort,
        "last_is_reported": last.statement.said_is_reported,
    }


def _silence_of(occurrences: list[Any]) -> dict[str, Any]:
    """The longest time between two entries of the claim's trail, whatever they are to it; the reports of one occasion are one."""
    entries: dict[int, Any] = {}
    for one in occurrences:
        entries.setdefault(one.saying, one)
    silence = _longest_silence([_end_of_silence(one) for one in entries.values() if one.statement.said])
    if silence is None:
        return NO_SILENCE
    last, said = silence
    return {
        "longest_silence_days": _days(silence)[0],
        "silence_from": last.date.text,
        "silence_until": said.date.text,
        "silence_from_is_reported": last.is_reported,
        "silence_until_is_reported": said.is_reported,
        "silence_from_figure": last.figure,
        "silence_until_figure": said.figure,
    }


def _end_of_silence(one: Any) -> SilenceEnd:
    return SilenceEnd(one.statement.said, one.statement.said_is_reported, one.figure)


def _longest_silence(entries: list[SilenceEnd]) -> tuple[SilenceEnd, SilenceEnd] | None:
    """The last word and the next between which the most days passed, at least; None for fewer than two."""
    return max(zip(accumulate(entries, _that_ends_later), entries[1:], strict=False), key=_days, default=None)


def _days(silence: tuple[SilenceEnd, SilenceEnd]) -> tuple[int, int]:
    fewest, most = edtf.days_between(silence[0].date, silence[1].date)
    return max(0, fewest), max(0, most)


def _that_ends_later(one: SilenceEnd, two: SilenceEnd) -> SilenceEnd:
    return max(one, two, key=lambda end: end.date.latest or end.date.earliest)


def _speakers(occurrences: list[Occurrence]) -> int:
    statements = [one.statement_id for one in occurrences]
    return (
        Statement.objects.filter(pk__in=statements, attributions__speaker__isnull=False).values("attributions__speaker").distinct().count()
    )


def raise_revision() -> None:
    """The archive's revision number: the key of ETags."""
    if not ArchiveState.objects.filter(pk=1).update(revision=F("revision") + 1):
        ArchiveState.objects.create(pk=1, revision=1)
