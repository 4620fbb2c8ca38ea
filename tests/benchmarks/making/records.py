"""The large tables of a made-up archive: documents and the statements in them, each with its Revisions, as publication would leave them."""

import hashlib
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from django.db import models

from archive import edtf, matching
from archive.enums import OccurrenceStatus, RevisionClass, StatementStatus, Verb
from archive.fetching.spellings import address_key
from archive.log.writing import canonical
from archive.models import (
    Article,
    Attribution,
    Claim,
    Document,
    Event,
    Occasion,
    Occurrence,
    Outlet,
    Revision,
    SearchEntry,
    Speaker,
    Statement,
    User,
)
from archive.models.history import type_of
from archive.models.search import place_of
from archive.models.statement import CONTEXT
from tests.benchmarks.making.holders import Holders
from tests.benchmarks.making.made_up import Said, Source
from tests.benchmarks.making.tables import Table

CAPTURED, RECORDED = datetime(2025, 3, 1, tzinfo=UTC), "2025-06-01 00:00:00"
PAGE, WHY, NOTE = "p. 12", "The page was missing.", "12 instead of 21"
KEPT = (Article, Document, Statement, Attribution, Occurrence, SearchEntry, Revision, Event)
FIRST = (1, RevisionClass.PUBLICATION, "", "[]")  # version, kind of change, reason, what changed
STANDING = {"status": StatementStatus.PUBLIC, "withdrawn_at": None, "withdrawn_class": "", "withdrawn_reason": ""}
GONE = {
    "status": StatementStatus.WITHDRAWN, "withdrawn_at": RECORDED, "withdrawn_class": RevisionClass.RETRACTION, "withdrawn_reason": WHY,
}  # fmt: skip
SAME = {
    Article: {"copy_url": "", "kind": "article"},
    Document: {"author": "", "published_words": "", "zone": "", "zone_source": "unknown", "wire_copy_of": None},
    Statement: {"said_words": ""},
}  # what all have that the public sees


class Records:
    """Takes sources and writes their rows."""

    def __init__(self, holders: Holders, publisher: User) -> None:
        self.holders, self.publisher = holders, publisher.pk
        self.tables = {model: Table(model) for model in KEPT}
        self.documents = self.statements = 0
        self.newest: dict[int, tuple[int, str]] = {}  # by outlet: the document before

    def flush(self) -> None:
        for table in self.tables.values():
            table.flush()

    def add(self, source: Source) -> None:
        text, starts = text_of(source)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        self._add_document(source, text, sha256)
        for said, start in zip(source.statements, starts, strict=True):
            self._add_statement(said, source, start)
            self._show_statement(said, source, start, text, sha256)

    def _add_document(self, source: Source, text: str, sha256: str) -> None:
        self.documents += 1
        pk, outlet, url = self.documents, self._public(Outlet, source.outlet), f"https://outlet-{source.outlet}.example/{source.public_id}"
        named, named_id = self.newest[source.outlet] if source.relation else (None, None)
        self.newest[source.outlet] = pk, source.public_id
        day = source.day.isoformat()
        seen = {"title": f"Report {pk}", "language": "en", "published": day, "relation": source.relation}
        seen |= {"relation_note": NOTE if source.relation else "", **SAME[Document]}
        self.tables[Article].add(id=pk, outlet=outlet.pk, url=url, address_key=address_key(url), **SAME[Article])
        self.tables[Document].add(
            id=pk, public_id=source.public_id, article=pk, published_earliest=day, published_sort=days_of(day)[2], relates_to=named,
            captured_at=f"{CAPTURED + timedelta(seconds=pk):%Y-%m-%d %H:%M:%S}", text=text, sha256=sha256, raw=text.encode(),
            raw_sha256=sha256, encoding="utf-8", **seen,
        )  # fmt: skip
        self._keep("article", pk, {"id": str(pk), "outlet": outlet.slug, "url": url} | SAME[Article])
        self._keep("document", pk, {"id": source.public_id, "relates_to": named_id} | seen)

    def _add_statement(self, said: Said, source: Source, start: int) -> None:
        self.statements += 1
        said.pk, end, said_sort = self.statements, start + len(said.text), days_of(said.said_on)[2]
        for position, (place, name, role) in enumerate(said.speakers):
            speaker = None if place is None else self._public(Speaker, place).pk
            self.tables[Attribution].add(statement=said.pk, position=position, speaker=speaker, name=name, role=role)
        status = OccurrenceStatus.JUDGED if said.is_withdrawn else OccurrenceStatus.PUBLIC
        for place, stance, likeness in said.links:
            self.tables[Occurrence].add(
                claim=self._public(Claim, place).pk, statement=said.pk, start=start, end=end, stance=stance, likeness=likeness,
                status=status, said_sort=said_sort, judged_by=self.publisher, judged_at=RECORDED,
            )  # fmt: skip
        if not said.is_withdrawn:
            place = place_of(said_sort, said.pk)
            self.tables[SearchEntry].add(statement=said.pk, place=place, stems=said.stems, engine=matching.ENGINE_VERSION)

    def _show_statement(self, said: Said, source: Source, start: int, text: str, sha256: str) -> None:
        end, held = start + len(said.text), None if source.occasion is None else self._public(Occasion, source.occasion)
        (earliest, latest, said_sort), original = days_of(said.said_on), said.translation_of
        seen = {name: getattr(said, name) for name in ("kind", "force", "language", "said_on", "said_rule", "text")}
        seen |= {"start": start, "end": end, "undated": not said.said_on, "locator": PAGE if said.is_corrected else "", **SAME[Statement]}
        self.tables[Statement].add(
            id=said.pk, public_id=said.public_id, document=self.documents, prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT], said_earliest=earliest, said_latest=latest, said_sort=said_sort, occasion=held and held.pk,
            translation_of=original and original.pk, version=1 + (said.is_withdrawn or said.is_corrected), recorded_at=RECORDED,
            published_by=self.publisher, **(GONE if said.is_withdrawn else STANDING), **seen,
        )  # fmt: skip
        body = seen | {
            "id": said.public_id, "status": StatementStatus.PUBLIC, "occasion": held and held.public_id, "document": source.public_id,
            "translation_of": original and original.public_id, "document_sha256": sha256, **self._named_in(said, start, end),
        }  # fmt: skip
        self._keep_statement(said, body)

    def _keep_statement(self, said: Said, body: dict[str, Any]) -> None:
        self._keep("statement", said.pk, body | {"locator": ""})
        self._tell(said, Verb.PUBLISHED, StatementStatus.ACCEPTED, StatementStatus.PUBLIC)
        if said.is_corrected:
            self._tell(said, Verb.CORRECTED, StatementStatus.PUBLIC, StatementStatus.PUBLIC)
            self._keep("statement", said.pk, body, (2, RevisionClass.CORRECTION, WHY, '["locator"]'))
        if said.is_withdrawn:
            self._tell(said, Verb.WITHDRAWN, StatementStatus.PUBLIC, StatementStatus.WITHDRAWN)
            told = {"id": said.public_id, "status": StatementStatus.WITHDRAWN, "class": RevisionClass.RETRACTION, "reason": WHY}
            self._keep("statement", said.pk, told, (2, RevisionClass.RETRACTION, WHY, "[]"))

    def _tell(self, said: Said, verb: Verb, came_from: str, to: str) -> None:
        """The Event of an act on it."""
        self.tables[Event].add(
            at=RECORDED, by=self.publisher, verb=verb, object_type="statement", object_id=said.pk, from_state=came_from, to_state=to,
            reason="" if verb == Verb.PUBLISHED else WHY,
        )  # fmt: skip

    def _named_in(self, said: Said, start: int, end: int) -> dict[str, Any]:
        speakers = [(None if place is None else self.holders.speakers[place].slug, name, role) for place, name, role in said.speakers]
        links = [(self.holders.claims[place].slug, stance, likeness) for place, stance, likeness in said.links]
        return {
            "speakers": [{"speaker": slug, "name": name, "role": role} for slug, name, role in speakers],
            "occurrences": [
                {"claim": slug, "start": start, "end": end, "stance": stance, "likeness": likeness} for slug, stance, likeness in links
            ],
        }

    def _public(self, model: type[models.Model], place: int) -> Any:
        """A row of a small table, of which something is public now."""
        self.holders.public[model].add(place)
        return self.holders.rows[model][place]

    def revise(self, row: models.Model, body: dict[str, Any], *, changed: str = "") -> None:
        """Keep what the public sees of it: first of all, or with what `changed` in it."""
        self._keep(type_of(row), row.pk, body, (2, RevisionClass.CORRECTION, WHY, f'["{changed}"]') if changed else FIRST)

    def _keep(self, table: str, pk: int, body: dict[str, Any], why: tuple[int, str, str, str] = FIRST) -> None:
        kept, (version, revision_class, reason, changed) = canonical({"type": table} | body), why
        self.tables[Revision].add(
            object_type=table, object_id=pk, version=version, body=kept, sha256=hashlib.sha256(kept).hexdigest(),
            revision_class=revision_class, reason=reason, changed=changed, by=self.publisher, at=RECORDED,
        )  # fmt: skip


def text_of(source: Source) -> tuple[str, list[int]]:
    """The document's words, and where each statement begins in them."""
    text, starts = f"Report of {source.day:%d %B %Y}.\n\n", []
    for said in source.statements:
        _place, name, role = said.speakers[0]
        starts.append(len(text) + 1)
        text += f"“{said.text}” said {name}{', ' + role if role else ''}, to those who had come.\n\n"
    return text.rstrip(), starts


@cache
def days_of(written: str) -> tuple[str | None, str | None, int]:
    """The columns that follow from a date."""
    if not written:
        return None, None, edtf.UNDATED_SORT
    read = edtf.parse(written)
    return read.earliest.isoformat(), (read.latest or read.earliest).isoformat(), read.sort_key
