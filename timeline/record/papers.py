"""Documents as a list tells them, beside a statement or another document: read as rows, with what is kept of each."""

from collections.abc import Collection
from typing import NamedTuple

from archive.entries.asking import asked, listed
from archive.entries.reading import documents_of
from archive.enums import OutletKind
from archive.models import Document
from archive.models.source_note import SourceNote
from timeline.printing.addresses import address
from timeline.record.titles import stand_in

MOST_LISTED = 20

PAPERS = """
SELECT d.id, d.public_id, o.name, o.kind, d.published, d.article_id, d.wire_copy_of_id, d.relates_to_id, d.language FROM archive_document d
JOIN archive_article a ON a.id = d.article_id LEFT JOIN archive_outlet o ON o.id = a.outlet_id
WHERE d.id IN ({numbers}) AND EXISTS (SELECT 1 FROM archive_statement s WHERE s.document_id = d.id AND s.status = 'public')
ORDER BY d.published_sort, d.id LIMIT {most}
"""
TAKEN = "SELECT id FROM archive_statement WHERE document_id = {document} AND status = 'public' ORDER BY start, id"
KIN = """
SELECT id FROM archive_document WHERE wire_copy_of_id = {own} UNION SELECT id FROM archive_document WHERE relates_to_id = {own}
UNION SELECT id FROM archive_document WHERE article_id = {article}
"""


class Paper(NamedTuple):
    """A public document. `copied` and `answered`: the numbers of what it is a copy of, and of what it corrects or retracts.
    `title_language`: of its own title, not of what stands in for one."""

    pk: int
    public_id: str
    outlet: str
    outlet_kind: str
    published: str
    article: int
    copied: int | None
    answered: int | None
    title_language: str
    title: str = ""
    notes: tuple[SourceNote, ...] = ()

    @property
    def url(self) -> str:
        return address("document", self.public_id)

    @property
    def is_of_an_agency(self) -> bool:
        return self.outlet_kind == OutletKind.AGENCY


class Kin(NamedTuple):
    """The public documents that stand beside one: what it is a copy of, what it answers, its copies, its answers, its other captures."""

    original: Paper | None
    answered: Paper | None
    copies: list[Paper]
    answers: list[Paper]
    captures: list[Paper]


def statements_of(document: Document) -> list[int]:
    """The numbers of its public statements, as they stand in it."""
    return [pk for (pk,) in asked(TAKEN.format(document=document.pk))]


def papers(numbers: Collection[int]) -> list[Paper]:
    """Those of these that are public, in the order of their publication."""
    rows = asked(PAPERS.format(numbers=listed(numbers), most=MOST_LISTED)) if numbers else []
    kept = documents_of(pk for pk, *_told in rows) if rows else {}
    return [_told(Paper(*row), kept[row[0]].title, kept[row[0]].notes) for row in rows if row[0] in kept]


def _told(paper: Paper, title: str, notes: tuple[SourceNote, ...]) -> Paper:
    language = paper.title_language if title else ""
    return paper._replace(title=title or stand_in(paper), title_language=language, notes=notes)


def kin_of(document: Document) -> Kin:
    own, copied, answered, article = document.pk, document.wire_copy_of_id, document.relates_to_id, document.article_id
    beside = {pk for (pk,) in asked(KIN.format(own=own, article=article))} | {copied, answered}
    rows = papers(beside - {own, None})
    return Kin(
        next((row for row in rows if row.pk == copied), None),
        next((row for row in rows if row.pk == answered), None),
        [row for row in rows if row.copied == own],
        [row for row in rows if row.answered == own],
        [row for row in rows if row.article == article],
    )
