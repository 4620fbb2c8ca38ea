"""The sides that speakers take of claims, one row each: kept with the links of public statements, so that what somebody said of a claim
last is found by one look."""

from collections.abc import Iterable
from typing import NamedTuple

from archive import many_rows
from archive.entries.asking import asked, is_saying, listed
from archive.models import SideTaken

FRESH = f"""
SELECT o.id, a.speaker_id, o.claim_id, o.said_sort FROM archive_occurrence o JOIN archive_attribution a ON a.statement_id = o.statement_id
WHERE o.statement_id IN ({{0}}) AND o.status = 'public' AND a.speaker_id IS NOT NULL AND (o.stance = 'denies' OR {is_saying("o")})
"""
KEPT = """
SELECT t.occurrence_id, t.speaker_id, t.claim_id, t.said_sort, t.id FROM archive_sidetaken t
JOIN archive_occurrence o ON o.id = t.occurrence_id WHERE o.statement_id IN ({0})
"""


DIVIDED = """
SELECT DISTINCT o.statement_id FROM archive_sidetaken t JOIN archive_occurrence o ON o.id = t.occurrence_id
WHERE t.claim_id = {0} AND t.speaker_id IN (
    SELECT denied.speaker_id FROM archive_sidetaken denied JOIN archive_occurrence d ON d.id = denied.occurrence_id
    WHERE denied.claim_id = {0} AND d.stance = 'denies'
)
"""


class Side(NamedTuple):
    """The columns of a SideTaken."""

    occurrence: int
    speaker: int
    claim: int
    said_sort: int


def fresh(statements: Iterable[int]) -> set[Side]:
    """Those that are taken in public links of these statements."""
    return {Side(*row) for row in asked(FRESH.format(listed(statements)))}


def as_kept(statements: Iterable[int]) -> dict[Side, int]:
    """Those that are kept of these statements, with the numbers of their rows."""
    return {Side(*row[:4]): row[4] for row in asked(KEPT.format(listed(statements)))}


def renew(statements: Iterable[int]) -> int:
    """Write those of these statements anew where they became others; returns how many were others."""
    statements = list(statements)
    kept, now = as_kept(statements), fresh(statements)
    gone, new = kept.keys() - now, sorted(now - kept.keys())
    if gone:
        SideTaken.objects.filter(pk__in=[kept[one] for one in gone]).delete()
    if new:
        many_rows.write(SideTaken, Side._fields, new)
    return len(gone | set(new))


def of_both_sides(claim: int) -> set[int]:
    """The public statements in which those who ever denied a claim take a side of it: whether one is a turn depends on its words, too."""
    return {statement for (statement,) in asked(DIVIDED.format(int(claim)))}
