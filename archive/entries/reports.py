"""The reports of the sayings that some statements are of, and what stands right before each."""

from collections.abc import Iterable
from typing import NamedTuple

from archive.entries.asking import SAYING, asked, is_saying, listed, stands
from archive.entries.rows import StatementRow
from archive.entries.ways import way_of

# Of the same originals, of the same occasions, and what has no occasion and stands in the same articles; each part by an index.
RELATED = """
related(statement) AS (
    SELECT s.id FROM archive_statement s WHERE s.id IN ({alone})
    UNION SELECT s.id FROM archive_statement s WHERE s.translation_of_id IN ({alone})
    UNION SELECT s.id FROM archive_statement s WHERE s.occasion_id IN ({occasions})
    UNION SELECT s.id FROM archive_statement original JOIN archive_statement s ON s.translation_of_id = original.id
        WHERE original.occasion_id IN ({occasions})
    UNION SELECT s.id FROM archive_document d JOIN archive_statement s ON s.document_id = d.id
        LEFT JOIN archive_statement original ON original.id = s.translation_of_id
        WHERE d.article_id IN ({articles}) AND original.occasion_id IS NULL AND (s.occasion_id IS NULL OR original.id IS NOT NULL)
)"""
PRIOR = f"""(
    SELECT before.id FROM archive_occurrence before JOIN archive_statement told ON told.id = before.statement_id
    WHERE before.claim_id = o.claim_id AND (before.said_sort, before.id) < (o.said_sort, o.id) AND {{}}
    AND {stands("told")} ORDER BY before.said_sort DESC, before.id DESC LIMIT 1
)"""
PUBLIC = "before.status = 'public'"
# A statement may carry several claims: the plus keeps the database from looking all of them up by claim.
REPORT = f"""
SELECT o.id, o.claim_id, o.statement_id, {SAYING}, o.stance, o.likeness, d.article_id, s.said_on,
       {PRIOR.format(PUBLIC)}, {PRIOR.format(is_saying("before"))}
FROM related
JOIN archive_occurrence o ON o.statement_id = related.statement
JOIN archive_statement s ON s.id = o.statement_id
JOIN archive_document d ON d.id = s.document_id
LEFT JOIN archive_statement original ON original.id = s.translation_of_id
WHERE o.status = 'public' AND +o.claim_id IN ({{}}) AND {stands("s")}
ORDER BY o.said_sort, o.id
"""


class ReportRow(NamedTuple):
    """One report of a saying, with the numbers of the entry and of the saying right before it; the columns of REPORT."""

    pk: int
    claim: int
    statement: int
    saying: int
    stance: str
    likeness: str
    article: int
    said_on: str
    prior: int | None
    prior_saying: int | None

    @property
    def way(self) -> str:
        return way_of(self.stance, self.likeness)


def reports(statements: Iterable[StatementRow], claims: Iterable[int]) -> list[ReportRow]:
    """All on record of these claims in the same sayings and, without an occasion, the same articles; in the order of a trail."""
    statements = list(statements)
    alone = [one for one in statements if one.saying < 0]
    related = RELATED.format(
        alone=listed({-one.saying for one in alone}),
        occasions=listed({one.saying for one in statements if one.saying > 0}),
        articles=listed({one.article for one in alone}),
    )
    return list(map(ReportRow._make, asked(REPORT.format(listed(claims)), related)))


def passage_of(row: ReportRow) -> tuple[object, ...]:
    """What two rows have in common that may be said twice in one report: the occasion, or the article and the day where there is none."""
    return (row.saying,) if row.saying > 0 else (row.article, row.said_on)
