"""The first saying on record of a claim, and whether it is surely the first: two queries for any number of claims."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from archive import edtf
from archive.entries.asking import SAYING, asked, is_saying, listed, stands, table
from archive.entries.rows import LinkRow, StatementRow

LAST_RANK = 9  # of the sort keys of one day
FIRST = f"""
SELECT claim, (
    SELECT o.id FROM archive_occurrence o JOIN archive_statement s ON s.id = o.statement_id
    WHERE o.claim_id = claim AND {is_saying("o")} AND {stands("s")} ORDER BY o.said_sort, o.id LIMIT 1
) FROM asked
"""
OTHER = f"""
SELECT 1 FROM archive_occurrence o
JOIN archive_statement s ON s.id = o.statement_id LEFT JOIN archive_statement original ON original.id = s.translation_of_id
WHERE o.claim_id = claim AND {is_saying("o")} AND {stands("s")} AND {SAYING} <> saying AND o.said_sort BETWEEN {{}} AND {{}}
AND o.id NOT IN ({{}}) LIMIT 1
"""


class First(NamedTuple):
    """The first saying of a claim, with the time in which it was said at some time, as sort keys, and what it is a saying of."""

    link: int
    claim: int
    sort: int
    last: int
    saying: int


def firsts_of(claims: Iterable[int]) -> dict[int, int]:
    """The first saying of each claim that has one, in a report that stands."""
    rows = [(claim,) for claim in claims]
    found = asked(FIRST, table("asked", ("claim",), rows)) if rows else []
    return {claim: first for claim, first in found if first}


def first_of(link: LinkRow, row: StatementRow) -> First:
    return First(link.pk, link.claim, link.said_sort, last_sort(row.latest), row.saying)


def last_sort(day: object) -> int:
    """The highest sort key of a day."""
    return int(str(day).replace("-", "")) * 10 + LAST_RANK


def unsure_of(firsts: Collection[First], repeats: Iterable[int]) -> dict[int, str]:
    """Of first sayings: "coarse" where others may have been said before, since the dates are coarse or the same; "undated" where no date
    of others is known. What is `repeats` of the first in its own report leaves nothing open."""
    if not firsts:
        return {}
    apart = listed([0, *repeats])  # there is no link 0, and nothing is told to be outside of nothing
    within = OTHER.format("sort", "last", apart)
    undated = OTHER.format(edtf.UNDATED_SORT, edtf.UNDATED_SORT, apart)
    found = asked(f"SELECT link, ({within}), ({undated}) FROM asked", table("asked", First._fields, firsts))
    return {link: "coarse" if is_coarse else "undated" for link, is_coarse, is_undated in found if is_coarse or is_undated}
