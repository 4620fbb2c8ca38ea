"""Statements that wait to be published: made up as those of `made_up`, accepted and linked in an archive that has its outlets, speakers,
claims and occasions already."""

import hashlib
from typing import Any

from archive.acceptance import judged_as
from archive.enums import OccurrenceStatus, StatementStatus
from archive.fetching.spellings import address_key
from archive.models import Article, Attribution, Claim, Document, Occasion, Occurrence, Outlet, Speaker, Statement, User
from tests.benchmarks.making.made_up import MadeUp, Said, Source
from tests.benchmarks.making.records import CAPTURED, days_of, text_of

HOLDERS = (Outlet, Speaker, Claim, Occasion)


class Waiting:
    """Makes them and writes their rows. What `made_up` knows by its place is one of the rows that the archive has."""

    def __init__(self, by: User) -> None:
        self.by = by
        self.rows: dict[type[Any], list[Any]] = {model: list(model._default_manager.order_by("pk")) for model in HOLDERS}
        self.documents, self.statements = list[Document](), list[Statement]()
        self.speakers, self.links = list[Attribution](), list[Occurrence]()

    def make(self, number: int) -> list[Statement]:
        """So many, or a few more: all of the last source."""
        for source in MadeUp(100 * len(self.rows[Claim]), seed=number).sources():
            if len(self.statements) >= number:
                break
            self._add(source)
        Article.objects.bulk_create([one.article for one in self.documents])
        Document.objects.bulk_create(self.documents)
        Statement.objects.bulk_create(self.statements)
        Attribution.objects.bulk_create(self.speakers)
        Occurrence.objects.bulk_create(self.links)
        return self.statements

    def _add(self, source: Source) -> None:
        text, starts = text_of(source)
        digest, url = hashlib.sha256(text.encode()).hexdigest(), f"https://waiting.example/{source.public_id}"
        article = Article(outlet=self._row(Outlet, source.outlet), url=url, address_key=address_key(url))
        document = Document(
            article=article, public_id=source.public_id, text=text, sha256=digest, raw=text.encode(), raw_sha256=digest, encoding="utf-8",
            title=f"Report {source.public_id}", language="en", published=source.day.isoformat(), captured_at=CAPTURED,
        )  # fmt: skip
        self.documents.append(document)
        occasion = None if source.occasion is None else self._row(Occasion, source.occasion)
        for said, start in zip(source.statements, starts, strict=True):
            if not said.translation_of:  # which says of another day than that of its document
                self._add_statement(Statement(document=document, occasion=occasion, undated=not said.said_on), said, start)

    def _add_statement(self, statement: Statement, said: Said, start: int) -> None:
        for name in ("public_id", "kind", "force", "language", "said_on", "said_rule"):
            setattr(statement, name, getattr(said, name))
        statement.take_words(start, start + len(said.text))
        named = [
            Attribution(statement=statement, position=position, speaker=self._row(Speaker, place), name=name, role=role)
            for position, (place, name, role) in enumerate(said.speakers)
        ]
        statement.status, statement.accepted_by = StatementStatus.ACCEPTED, self.by
        statement.accepted_as = judged_as(statement, named)
        self.statements.append(statement)
        self.speakers += named
        self.links += [
            Occurrence(
                claim=self._row(Claim, place), statement=statement, start=start, end=statement.end, stance=stance, likeness=likeness,
                status=OccurrenceStatus.JUDGED, said_sort=days_of(said.said_on)[2], judged_by=self.by, judged_at=CAPTURED,
            )
            for place, stance, likeness in said.links
        ]  # fmt: skip

    def _row(self, model: type[Any], place: int | None) -> Any:
        rows = self.rows[model]
        return None if place is None else rows[place % len(rows)]
