"""What was read, and where: an Outlet's Articles and the Documents captured of them."""

import datetime
from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Length
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from archive import edtf
from archive.enums import (
    ArticleKind,
    DocumentForm,
    DocumentRelation,
    EncodingSource,
    StatementStatus,
    TextPolicy,
    ZoneSource,
)
from archive.fetching.spellings import address_key
from archive.models.account import User
from archive.models.fields import AddressKeyField, EdtfField, PublicIdField, refuse_inward_address, validate_edtf
from archive.models.outlet import Outlet

if TYPE_CHECKING:
    from archive.models.source_note import SourceNote

LATEST = 1_000  # documents that are asked whether much was read in them
LETTERS_A_STATEMENT, MOST_FOUND = 4_000, 5  # less than one in so many letters is little; so many are enough however long the text


class ArticleQuerySet(models.QuerySet["Article"]):
    def at(self, url: str) -> Self:
        """Those of the page at this address, however it is written; the one under these very letters first."""
        is_other = models.Case(models.When(url=url, then=0), default=1)
        return self.filter(address_key=address_key(url)).order_by(is_other, "id") if url else self.none()


class Article(models.Model):
    """One row is one piece of an Outlet under its canonical address. Two captures of it are one report.

    The outlet may be missing until publication; an Article without an address is a pasted text.
    """

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("outlet"))
    url = models.URLField(
        _("address"),
        max_length=2000,
        null=True,
        blank=True,
        unique=True,
        validators=[refuse_inward_address],
        help_text=_("Where the outlet published it."),
    )
    copy_url = models.URLField(
        _("outside copy"),
        max_length=2000,
        blank=True,
        validators=[refuse_inward_address],
        help_text=_("Address of a copy kept elsewhere, such as a web archive's."),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=ArticleKind, default=ArticleKind.ARTICLE)
    address_key = AddressKeyField(source="url")
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=ArticleKind.values), name="article_kind_known"),
            models.CheckConstraint(condition=~models.Q(url=""), name="article_url_null_not_empty"),
        ]

    def __str__(self) -> str:
        newest = self.documents.order_by("-id").values_list("title", flat=True).first()
        return newest or self.url or f"{_('article')} {self.pk}"

    @property
    def is_public(self) -> bool:
        return self.documents.public().exists()

    def documents_as_seen(self) -> list["Document"]:
        """Its captures in the order in which the page stood so, without their texts and bytes."""
        return sorted(self.documents.defer("raw", "text"), key=lambda one: (one.seen_day, one.pk))

    def was_looked_at_after(self, day: datetime.date) -> bool:
        """Whether a look of our own found something out on a later day."""
        return self.checks.told().filter(at__date__gt=day).exists()

    def standing(self) -> "Document | None":
        """The capture whose text was seen last: the newest, unless a later look found an earlier text again; none before the first."""
        newest = self.documents.newest().defer("raw").first()
        look = self.checks.exclude(document=None).select_related("document").defer("document__raw").first()
        return look.document if look and newest and look.at >= newest.seen_at else newest


class DocumentQuerySet(models.QuerySet["Document"]):
    def public(self) -> Self:
        """Documents with a public Statement."""
        published = Document.objects.filter(pk=models.OuterRef("pk"), statements__status=StatementStatus.PUBLIC)
        return self.filter(models.Exists(published))

    def newest(self) -> Self:
        """Those that no later capture of the same Article supersedes."""
        return self.filter(superseded_by=None)

    def little_read(self) -> Self:
        """Of those taken in of late: reading found few statements for their length, or none. Copies and later captures have few of their
        own, for what stands elsewhere too is not drafted twice."""
        latest = Document.objects.filter(supersedes=None, wire_copy_of=None).order_by("-id").values("pk")[:LATEST]
        found = models.Count("statements")
        rows = self.filter(pk__in=latest).annotate(found=found).filter(found__lt=MOST_FOUND)
        return rows.filter(models.Q(found=0) | models.Q(found__lt=Length("text") / LETTERS_A_STATEMENT)).order_by("-id")


class Document(models.Model):
    """One row is one captured text of an Article. `capture` makes it; its text and bytes are never changed (a trigger holds that).

    It supersedes the capture seen before it, which need not be the one that came here before it.

    What was read off it (title, publication, language) may be put right until it is public, and then by `publication.correct`.
    """

    public_id = PublicIdField()
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="documents", verbose_name=_("article"))
    title = models.CharField(_("title"), max_length=500, blank=True)
    author = models.CharField(_("author"), max_length=200, blank=True)
    outlet_printed = models.CharField(_("outlet as printed"), max_length=200, blank=True, editable=False)
    language = models.CharField(_("language"), max_length=16, blank=True, help_text=_("Its code: en for English, be for Belarusian."))
    published = EdtfField(
        verbose_name=_("published"), prefix="published", validators=[validate_edtf], help_text=_("With the time of day where it is known.")
    )
    published_earliest = models.DateField(null=True, editable=False)
    published_sort = models.BigIntegerField(editable=False)
    published_words = models.CharField(_("publication as printed"), max_length=200, blank=True)
    zone = models.CharField(_("time zone"), max_length=64, blank=True)
    zone_source = models.CharField(_("time zone from"), max_length=16, choices=ZoneSource, default=ZoneSource.UNKNOWN)
    captured_at = models.DateTimeField(_("captured"), editable=False)
    seen_on = models.DateField(_("as it stood on"), null=True, editable=False)  # when a web archive fetched it; none: when we captured it
    captured_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    file_name = models.CharField(_("file"), max_length=255, blank=True, editable=False)
    text = models.TextField(_("text"), editable=False)
    sha256 = models.CharField(_("fingerprint of the text"), max_length=64, editable=False, db_index=True)
    raw = models.BinaryField(_("bytes as received"), editable=False)
    raw_sha256 = models.CharField(_("fingerprint of the file"), max_length=64, editable=False)
    encoding = models.CharField(_("encoding"), max_length=32, editable=False)
    encoding_source = models.CharField(_("encoding from"), max_length=16, choices=EncodingSource, blank=True, editable=False)
    form = models.CharField(_("form"), max_length=16, choices=DocumentForm, default=DocumentForm.TEXT, editable=False)
    locators = models.JSONField(_("pages or time codes"), default=list, editable=False)  # [start, end, words] in order, of the text
    published_readings = models.JSONField(
        _("dates that the page tells"), default=list, editable=False
    )  # [EDTF, place], where they disagree
    drafted_as = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001 - how it was read for drafts last; none: never
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="superseded_by", verbose_name=_("supersedes")
    )
    wire_copy_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="wire_copies",
        verbose_name=_("the same text as"),
    )
    relation = models.CharField(_("relation"), max_length=16, choices=DocumentRelation, blank=True)
    relates_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="answers", verbose_name=_("to document")
    )
    relation_note = models.CharField(
        _("what it puts right"),
        max_length=300,
        blank=True,
        help_text=_("A few words that stand beside every statement of the other: “52.4 instead of 54.2”."),
    )
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "sha256"], name="document_once_an_article"),
            models.CheckConstraint(condition=~models.Q(text=""), name="document_has_text"),
            models.CheckConstraint(condition=models.Q(zone_source__in=ZoneSource.values), name="document_zone_source_known"),
            models.CheckConstraint(
                condition=models.Q(relation="", relates_to=None, relation_note="")
                | models.Q(relation__in=DocumentRelation.values, relates_to__isnull=False),
                name="document_relation_complete",
                violation_error_message=_("Say both what it is to another document and to which."),
            ),
            models.CheckConstraint(condition=~models.Q(supersedes=models.F("id")), name="document_not_its_own_successor"),
            models.CheckConstraint(condition=~models.Q(wire_copy_of=models.F("id")), name="document_not_its_own_copy"),
        ]
        indexes = [
            models.Index(fields=["raw_sha256"], name="document_by_its_bytes"),
            models.Index(fields=["published_sort", "id"], name="document_by_date"),
            models.Index(fields=["wire_copy_of"], name="document_copy", condition=models.Q(wire_copy_of__isnull=False)),
            models.Index(fields=["relates_to"], name="document_notice", condition=models.Q(relates_to__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.title or self.text[:60].split("\n", 1)[0]

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.public_id])

    def clean(self) -> None:
        if self.relates_to and (self.outlet is None or self.outlet != self.relates_to.outlet):
            raise ValidationError(
                {"relates_to": _("Only the outlet that published a report corrects or retracts it. This one is another’s.")}
            )

    @property
    def outlet(self) -> Outlet | None:
        return self.article.outlet

    @property
    def published_in_words(self) -> str:
        return edtf.parse(self.published).words if self.published else ""

    @property
    def is_public(self) -> bool:
        return self.statements.public().exists()

    @cached_property
    def source_notes(self) -> "tuple[SourceNote, ...]":
        """What its outlet said of it later; `source_note.notes_of` tells that of many rows at once."""
        from archive.models import source_note  # noqa: PLC0415 - it reads this table

        return source_note.notes_of([self.pk]).get(self.pk, ())

    @property
    def seen_day(self) -> datetime.date:
        """The day on which the page stood so, as far as is known: which of an Article's captures is newest is told by this."""
        return self.seen_on or self.captured_at.date()

    @property
    def seen_at(self) -> datetime.datetime:
        """The latest moment of which it is known that the page stood so."""
        return datetime.datetime.combine(self.seen_on, datetime.time(), datetime.UTC) if self.seen_on else self.captured_at

    def locator_at(self, start: int) -> str:
        """The page or time code at which a character of the text stands, or behind which; empty where the source has none."""
        return next((words for first, _end, words in reversed(self.locators) if first <= start), "")

    @property
    def shows_full_text(self) -> bool:
        return bool(self.outlet and self.outlet.text_policy == TextPolicy.FULL)
