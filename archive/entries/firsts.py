"""Whether the first saying on record of a claim is surely the first: one query for any number of them."""

from django.db.models import Q

from archive import edtf
from archive.models import Occurrence
from archive.models.sayings import saying_of

LAST_RANK = 9  # of the sort keys of one day


def unsure_of(firsts: list[Occurrence], repeats: list[int]) -> dict[int, str]:
    """Of first sayings: whether others may have been said before, since no date of them is known, or since the dates are coarse or the
    same. What is `repeats` of the first in its own report leaves nothing open."""
    if not firsts:
        return {}
    wanted = [Q(claim=link.claim_id, said_sort=edtf.UNDATED_SORT) for link in firsts]
    wanted += [_while_it_lasts(link) for link in firsts]
    asked = wanted[0]
    for one in wanted[1:]:
        asked |= one
    rows = (
        Occurrence.objects.public()
        .whose_source_stands()
        .sayings()
        .filter(asked)
        .exclude(pk__in=repeats)
        .alias(saying=saying_of("statement"))
        .order_by()
    )
    found = set(rows.annotate(saying=saying_of("statement")).values_list("claim", "saying", "said_sort").distinct())
    return {link.pk: unsure for link in firsts if (unsure := _may_be_earlier(link, found))}


def _while_it_lasts(link: Occurrence) -> Q:
    """What begins within the time in which this was said at some time."""
    last = link.statement.said_latest
    end = (last.year * 10000 + last.month * 100 + last.day) * 10 + LAST_RANK
    return Q(claim=link.claim_id, said_sort__gte=link.said_sort, said_sort__lte=end)


def _may_be_earlier(link: Occurrence, found: set[tuple[int, int, int]]) -> str:
    kind, number = link.statement.saying_key
    own = number if kind == "occasion" else -number
    others = [sort for claim, saying, sort in found if claim == link.claim_id and saying != own]
    if any(sort != edtf.UNDATED_SORT for sort in others):
        return "coarse"
    return "undated" if others else ""
