"""Changes the rows of a plan: blocks stand where words stood, and of each place a hash alone is kept."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy

from archive.acts import Signature, record, save
from archive.enums import OccurrenceStatus, RevisionClass, StatementStatus, Verb
from archive.errors import Refused
from archive.linking import passages
from archive.log.histories import LASTING, digest_of, lasting_of
from archive.log.writing import canonical
from archive.models import (
    Affiliation,
    Article,
    BroughtText,
    Claim,
    Document,
    Event,
    EventLink,
    FactCheck,
    Feed,
    Occasion,
    Outlet,
    Redaction,
    Revision,
    Speaker,
    SpeakerAlias,
    SpeakerRole,
    Statement,
)
from archive.models.history import type_of
from archive.models.statement import CONTEXT
from archive.publication.consequences import Act, changing_all
from archive.publication.redacting.planning import Plan, Span, name_of
from archive.publication.redacting.sweeping import Hit, without
from archive.publication.redacting.words import Repeats, blocked, is_taken_out
from archive.publication.snapshots import Change

PUT_RIGHT = gettext_lazy("{row} repeats the words itself. Correct it with other words first; then run this again.")
PUT_RIGHT_FIRST = (Affiliation, Article, Claim, FactCheck, Feed, Occasion, Outlet, Speaker, SpeakerAlias, SpeakerRole)
GONE = (BroughtText,)  # rows that nothing needs
SEEN = (StatementStatus.PUBLIC, StatementStatus.WITHDRAWN)


class TakingOut:
    """One act: what it took out so far, under the document that it is about."""

    def __init__(self, plan: Plan, signed: Signature):
        self.plan, self.signed = plan, signed
        self.told = list[Redaction]()
        self.erased = set[tuple[str, int]]()  # what older Revisions say no longer
        self.unsalted = set[int]()  # links of events that are no longer as they were written

    def documents(self) -> None:
        for document in Document.objects.select_for_update().filter(pk__in=self.plan.documents).order_by("pk"):
            self._block(document, self.plan.spans.get(document.pk, []))

    def _block(self, document: Document, spans: list[Span]) -> None:
        left = blocked(document.text, spans)
        for start, end in spans:
            self._keep(document, "text", document.text[start:end], left, start=start, end=end)
        if document.raw:
            self._keep(document, "raw", bytes(document.raw), b"")
        Document.objects.filter(pk=document.pk).update(text=left, raw=b"", lock_version=F("lock_version") + 1)

    def statements(self) -> None:
        """In the words of those that the public saw, as an act of publication; in those of others without."""
        overlapping = self.plan.statements()
        seen = [one for one in overlapping if one.status in SEEN]
        acts = [Act.on(one, self.signed, Verb.REDACTED, RevisionClass.LEGAL_REMOVAL, changed=["span"]) for one in seen]
        if acts:
            with changing_all(acts):
                for one in seen:
                    self._block_words(one)
        for one in seen:
            if one.is_public:
                passages.index_anew(one)
        for one in overlapping:
            if one not in seen:
                self._block_unseen(one)
        self._beside({one.pk for one in overlapping})

    def _block_words(self, statement: Statement) -> None:
        """Of what nothing is left to read but blocks is withdrawn."""
        _take_words(statement)
        statement.accepted_as = ""
        if is_taken_out(statement.text):
            if statement.is_public:
                statement.occurrences.public().update(status=OccurrenceStatus.JUDGED)
            statement.status = StatementStatus.WITHDRAWN
        if statement.status == StatementStatus.WITHDRAWN:
            statement.withdrawn_at, statement.withdrawn_class = self.signed.at, RevisionClass.LEGAL_REMOVAL
            statement.withdrawn_reason = self.signed.reason
        columns = ("text", "prefix", "suffix", "locator", "accepted_as")  # an act on many statements saves their states alone
        Statement.objects.filter(pk=statement.pk).update(**{name: getattr(statement, name) for name in columns})

    def _block_unseen(self, statement: Statement) -> None:
        came_from = statement.status
        _take_words(statement)
        statement.accepted_as = ""
        if is_taken_out(statement.text):
            statement.status, statement.accepted_by = StatementStatus.REJECTED, None
            statement.occurrences.judged().delete()  # what waited to go out with words that are gone
        save(statement)
        if statement.stands:
            passages.index_anew(statement)
        else:
            passages.unindex(statement)
        states = {"from_state": came_from, "to_state": statement.status}
        record(Verb.REDACTED, statement, by=self.signed.by, at=self.signed.at, reason=self.signed.reason, **states)

    def _beside(self, done: set[int]) -> None:
        """Statements that stand beside such words keep a few letters of them."""
        for document, spans in self.plan.spans.items():
            text = Document.objects.values_list("text", flat=True).get(pk=document)
            first, last = spans[0][0] - CONTEXT, spans[-1][1] + CONTEXT
            for one in Statement.objects.filter(document=document, end__gte=first, start__lte=last).exclude(pk__in=done):
                around = {"prefix": text[max(0, one.start - CONTEXT) : one.start], "suffix": text[one.end : one.end + CONTEXT]}
                Statement.objects.filter(pk=one.pk).update(**around)

    def rows(self) -> None:
        for hit in self.plan.rows:
            if hit.model in GONE:
                hit.model._base_manager.filter(pk=hit.pk).delete()
            elif hit.model is Revision:
                self._erase(Revision.objects.get(pk=hit.pk))
            elif hit.model in PUT_RIGHT_FIRST:
                raise Refused(PUT_RIGHT.format(row=name_of(hit.model._base_manager.get(pk=hit.pk))))
            else:
                self._block_columns(hit)

    def _block_columns(self, hit: Hit) -> None:
        row = hit.model._base_manager.get(pk=hit.pk)
        becomes = {column: _fitting(row, column, self.plan.wanted) for column in hit.columns}
        for column, value in becomes.items():
            self._keep(row, column, getattr(row, column), value)
        hit.model._base_manager.filter(pk=hit.pk).update(**becomes)
        self._forget_salts(row)

    def _forget_salts(self, row: models.Model) -> None:
        """Without theirs nobody can try words against the hashes of events that said them, or of rows that are hashed along with theirs."""
        links = EventLink.objects.filter(pk=row.pk) if isinstance(row, Event) else EventLink.objects.none()
        if type_of(row) in LASTING:
            links = EventLink.objects.filter(object_type=type_of(row), object_id=row.pk)
        self.unsalted.update(links.values_list("pk", flat=True))
        links.update(salt=None)

    def histories(self) -> None:
        """All that is left of such events is held by another digest from now on, which the redactions tell."""
        for link in EventLink.objects.filter(pk__in=self.unsalted).select_related("event").order_by("pk"):
            key = link.object_type, link.object_id
            self._keep(link, "digest", bytes(link.digest), digest_of(b"", link.event, lasting_of([key]).get(key)))

    def _erase(self, revision: Revision) -> None:
        """Its entry in the log stays, and tells nothing any more: without its salt nobody can try words against the hash."""
        content = revision.content
        becomes = canonical(without(content, self.plan.wanted))
        self._keep(revision, "body", bytes(revision.body), becomes)
        Revision.objects.filter(pk=revision.pk).update(body=becomes, salt=None, sha256=_sha256(becomes))
        self.erased.add((revision.object_type, revision.object_id))

    def changes(self) -> Iterator[Change]:
        """What the public is to read of all this, but of statements, whose Revisions are made."""
        once_public = {("document", pk) for pk in self.plan.documents if Revision.objects.filter(object_type="document", object_id=pk)}
        for table, pk in sorted(self.erased | once_public):
            if table != "statement" or not self._was_told(pk):
                row: Any = apps.get_model("archive", table)._base_manager.get(pk=pk)
                yield Change(row, RevisionClass.LEGAL_REMOVAL, self.signed, ["redactions"] if table == "document" else [])

    def _was_told(self, statement: int) -> bool:
        mine = Revision.objects.filter(object_type="statement", object_id=statement, at=self.signed.at)
        return mine.filter(revision_class=RevisionClass.LEGAL_REMOVAL).exists()

    def _keep(self, row: models.Model, column: str, stood: Any, left: Any, **place: int) -> None:
        signed = self.signed
        told = Redaction(
            document=self.plan.target.document, object_type=type_of(row), object_id=row.pk, field=column, **place,
            reason=signed.reason, by=signed.by, at=signed.at,
        )  # fmt: skip
        self.told.append(told.keep(stood, left))


def _take_words(statement: Statement) -> None:
    """As they stand in the document now; the place stays."""
    text = Document.objects.values_list("text", flat=True).get(pk=statement.document_id)
    statement.document.text = text
    statement.take_words(statement.start, statement.end)


def _fitting(row: models.Model, column: str, wanted: Repeats) -> Any:
    return without(getattr(row, column), wanted)


def _sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
