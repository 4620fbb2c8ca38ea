"""Texts before a person has looked: what he brought himself; and what the machine asks about two documents, whether one is wire copy of
another, or corrects or retracts it, with what people answered."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from archive.enums import CopyAnswer, DocumentRelation, NoticeAnswer
from archive.models.account import User
from archive.models.document import Document
from archive.models.fields import PublicIdField

KEPT_FOR = timedelta(days=1)


class Sketch(models.Model):
    """One row is one of the numbers by which nearly equal texts are found. Rebuilt at will; nothing that a person decided hangs on it."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="sketch")
    value = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.value} of {self.document_id}"


class CopySuggestionQuerySet(models.QuerySet["CopySuggestion"]):
    def open(self) -> Self:
        """What waits for an answer: the document is not marked as a copy of anything yet."""
        return self.filter(answer="", document__wire_copy_of=None)


class CopySuggestion(models.Model):
    """One row asks whether a document is wire copy of another outlet's, and keeps the answer for ever.

    `capture.copies` makes it and `identity.copying` sets the answer.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="copy_suggestions", verbose_name=_("document"))
    other = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", verbose_name=_("earlier document"))
    likeness = models.FloatField(_("share of its words in the other"))
    answer = models.CharField(_("answer"), max_length=16, choices=CopyAnswer, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("answered by"))
    answered_at = models.DateTimeField(_("answered"), null=True)
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = CopySuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-likeness", "id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "other"], name="copy_suggestion_once_a_pair"),
            models.CheckConstraint(condition=~models.Q(document=models.F("other")), name="copy_suggestion_of_two_documents"),
            models.CheckConstraint(condition=models.Q(answer__in=["", *CopyAnswer.values]), name="copy_suggestion_answer_known"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by=None, answered_at=None)
                | (~models.Q(answer="") & models.Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="copy_suggestion_answered_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["answer", "-likeness", "id"], name="copy_suggestion_queue")]

    def __str__(self) -> str:
        return f"{self.document} ↔ {self.other}"


class NoticeSuggestionQuerySet(models.QuerySet["NoticeSuggestion"]):
    def open(self) -> Self:
        """What waits for an answer: the document is not said to correct or retract anything yet."""
        return self.filter(answer="", document__relation="")


class NoticeSuggestion(models.Model):
    """One row asks whether a document corrects or retracts another of its outlet, and keeps the answer for ever.

    `capture.notices.propose` makes it and `publication.answer` sets the answer.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="notice_suggestions", verbose_name=_("document"))
    other = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", verbose_name=_("earlier document"))
    relation = models.CharField(_("relation"), max_length=16, choices=DocumentRelation)
    start = models.PositiveIntegerField()  # of the notice, in the document's text
    end = models.PositiveIntegerField()
    reason = models.CharField(_("why it may be so"), max_length=200)
    answer = models.CharField(_("answer"), max_length=16, choices=NoticeAnswer, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("answered by"))
    answered_at = models.DateTimeField(_("answered"), null=True)
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = NoticeSuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "other"], name="notice_suggestion_once_a_pair"),
            models.CheckConstraint(condition=~models.Q(document=models.F("other")), name="notice_suggestion_of_two_documents"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="notice_suggestion_has_words"),
            models.CheckConstraint(condition=models.Q(relation__in=DocumentRelation.values), name="notice_suggestion_relation_known"),
            models.CheckConstraint(condition=models.Q(answer__in=["", *NoticeAnswer.values]), name="notice_suggestion_answer_known"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by=None, answered_at=None)
                | (~models.Q(answer="") & models.Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="notice_suggestion_answered_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["answer", "-id"], name="notice_suggestion_queue")]

    def __str__(self) -> str:
        return f"{self.document} → {self.other}"

    @property
    def words(self) -> str:
        """The notice as it is printed."""
        return self.document.text[self.start : self.end]


class BroughtTextQuerySet(models.QuerySet["BroughtText"]):
    def of(self, person: User) -> Self:
        """What this person brought, in the order in which it came, without the bytes and the text."""
        return self.filter(by=person).defer("raw", "read").order_by("pk")

    def bytes(self) -> int:
        """How many they are together."""
        return self.order_by().aggregate(found=models.Sum(Length("raw")))["found"] or 0

    def old(self, at: datetime) -> Self:
        return self.filter(brought_at__lt=at - KEPT_FOR)


class BroughtText(models.Model):
    """One row is one text that somebody brought and has not kept yet; nobody else sees it. `capture.brought` makes it, and it goes when the
    text is kept or left out, or after a day.

    `read` is what reading made of `raw`, `said` what the person says of it, `found` what is shown of it before it is kept. What could not
    be read has a `refusal` in place of these.
    """

    public_id = PublicIdField()
    by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name=_("brought by"))
    brought_at = models.DateTimeField(_("brought"), db_index=True)
    name = models.CharField(_("file or address"), max_length=300, blank=True)
    raw = models.BinaryField(_("bytes as received"))
    read = models.JSONField(default=dict)
    said = models.JSONField(default=dict)
    found = models.JSONField(default=dict)
    refusal = models.TextField(_("why it can't be read"), blank=True)

    objects = BroughtTextQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.found.get("title") or self.name or self.found.get("opening", ""))
