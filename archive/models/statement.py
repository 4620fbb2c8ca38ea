"""What was said: the exact words."""

import re
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive import edtf
from archive.dated_by import dated_by
from archive.enums import Force, RevisionClass, StatementKind, StatementStatus
from archive.models.account import User
from archive.models.document import Document
from archive.models.fields import EdtfField, PublicIdField, validate_closed_edtf
from archive.models.lists.statements import StatementConditions, spelled_so
from archive.models.occasion import Occasion
from archive.models.search import SearchEntry
from archive.models.speaker import Days

CONTEXT = 32  # characters either side in a TextQuoteSelector
LONGEST_LOCATOR = 100
NOT_PUBLIC = tuple(one for one in StatementStatus if one != StatementStatus.PUBLIC)  # listed in the order of their places
HOUR = re.compile(r"\s*[0-9]{1,2}:[0-9]{2}\s*([ap]\.?m\.?)?\s*", re.IGNORECASE)  # "20:15"; a time code has hours before it
OF_PUBLICATION = ("publication",)  # rules of reading that take the day of the report where none of the saying is told


def said_in_words(said_on: str, is_reported: bool) -> str:
    """A day of saying as pages name it; one that was taken from publication says so."""
    words = edtf.parse(said_on).words if said_on else ""
    return gettext("reported %(date)s") % {"date": words} if words and is_reported else words


def marked(words: str, force: str) -> str:
    """Words so held, for a line of text that has no place for a mark: “[Denied] the programme was in trouble”."""
    return f"[{mark}] {words}" if (mark := Force(force).mark) else words


def in_short(text: str, force: str) -> str:
    """What a statement is called where a name is wanted."""
    return marked(text if len(text) <= 80 else f"{text[:79]}…", force)


class StatementQuerySet(StatementConditions["Statement"]):
    def public(self) -> Self:
        """The one definition of public: pages and API start from it."""
        return self.filter(status=StatementStatus.PUBLIC)

    def in_reading_order(self, document: Document) -> Self:
        """Those of a document, as they stand in its text."""
        return self.filter(document=document).order_by("start", "end")

    def accepted(self) -> Self:
        """Standing in the record, whether public or not yet: what linking works on."""
        return self.filter(status__in=[StatementStatus.ACCEPTED, StatementStatus.PUBLIC])

    def dated(self) -> Self:
        return self.filter(said_sort__lt=edtf.UNDATED_SORT)

    def undated(self) -> Self:
        return self.filter(said_sort=edtf.UNDATED_SORT)

    def by_speaker(self, slug: str) -> Self:
        attributions = self._beside("attributions").filter(statement=models.OuterRef("pk"), speaker__slug=slug)
        return self.filter(models.Exists(attributions))

    def of_other_captures(self, document: Document) -> Self:
        """Those found in other captures of its article, each with the text that it was found in."""
        rows = self.filter(document__article=document.article_id).exclude(document=document)
        return rows.select_related("document").defer("document__raw")

    def matching(self, query: str) -> Self:
        """Public statements whose words hold all of the query's, by the public full-text index."""
        return self.public().filter(pk__in=SearchEntry.objects.matching(query))

    def holding_or_matching(self, query: str) -> Self:
        """Of whatever state: public ones by the index, whose words others need not be read for."""
        indexed = models.Q(status=StatementStatus.PUBLIC, pk__in=SearchEntry.objects.matching(query))
        return self.filter(indexed | (~models.Q(status=StatementStatus.PUBLIC) & spelled_so(query)))


class Statement(models.Model):
    """One row is one contiguous passage of a Document that somebody said.

    `drafting` proposes it, `review` accepts or rejects it, `publication` publishes, corrects and withdraws it; nothing else
    changes `status`.
    """

    public_id = PublicIdField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, db_index=False, related_name="statements", verbose_name=_("document"))
    start = models.PositiveIntegerField(_("start"), help_text=_("First character in the document's text, counted from 0."))
    end = models.PositiveIntegerField(_("end"), help_text=_("One past the last character."))
    text = models.TextField(_("words"), help_text=_("Exactly as they stand in the document."))
    prefix = models.CharField(max_length=CONTEXT, blank=True, editable=False)
    suffix = models.CharField(max_length=CONTEXT, blank=True, editable=False)
    duplicates = models.JSONField(default=list, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=StatementKind, default=StatementKind.DIRECT)
    force = models.CharField(
        _("how it is said"),
        max_length=16,
        choices=Force,
        default=Force.ASSERTED,
        help_text=_("How the speaker holds these words: “denied that …”, “asked whether …”, “would …”."),
    )
    language = models.CharField(_("language"), max_length=16, blank=True)
    said_on = EdtfField(verbose_name=_("said on"), prefix="said", validators=[validate_closed_edtf])
    said_earliest = models.DateField(null=True, editable=False)
    said_latest = models.DateField(null=True, editable=False)
    said_sort = models.BigIntegerField(editable=False)
    said_words = models.CharField(_("date as printed"), max_length=300, blank=True)
    said_rule = models.CharField(_("how the date was read"), max_length=300, blank=True)
    undated = models.BooleanField(
        _("no date can be found"), default=False, help_text=_("A person looked and found none. Needed to publish without a date.")
    )
    mentioned = models.JSONField(_("dates mentioned"), default=list, editable=False)
    relayed = models.JSONField(_("words of others inside"), default=list, editable=False)
    occasion = models.ForeignKey(
        Occasion, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="statements", verbose_name=_("occasion")
    )
    occasion_proposed = models.CharField(_("occasion as printed"), max_length=300, blank=True, editable=False)
    speakers_proposed = models.CharField(_("speaker, not sure"), max_length=300, blank=True, editable=False)
    place_proposed = models.CharField(_("place as printed"), max_length=200, blank=True, editable=False)
    locator = models.CharField(
        _("place in the source"), max_length=LONGEST_LOCATOR, blank=True, help_text=_("Page, time code or item in the source.")
    )
    translation_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="translations",
        verbose_name=_("translation of"),
    )
    confidence = models.FloatField(_("confidence"), null=True, editable=False)
    method = models.CharField(_("proposed by"), max_length=64, blank=True, editable=False)
    confirmed = models.JSONField(_("warnings confirmed"), default=list, editable=False)
    accepted_as = models.CharField(max_length=64, blank=True, editable=False)  # sha256 of what the reviewer saw; empty where nobody did

    status = models.CharField(_("state"), max_length=16, choices=StatementStatus, default=StatementStatus.DRAFT, editable=False)
    version = models.PositiveIntegerField(_("public version"), default=0, editable=False)
    recorded_at = models.DateTimeField(_("recorded"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    withdrawn_class = models.CharField(_("kind of change"), max_length=16, choices=RevisionClass, blank=True, editable=False)
    withdrawn_reason = models.TextField(_("public reason"), blank=True, editable=False)
    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["said_sort", "id"]
        permissions = [
            ("accept_statement", "Can accept, reject, return and reopen statements"),
            ("publish_statement", "Can publish, correct and withdraw"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["document", "start", "end"], name="statement_once_a_span"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="statement_span_not_empty"),
            models.CheckConstraint(condition=models.Q(status__in=StatementStatus.values), name="statement_status_known"),
            models.CheckConstraint(condition=models.Q(kind__in=StatementKind.values), name="statement_kind_known"),
            models.CheckConstraint(condition=models.Q(force__in=Force.values), name="statement_force_known"),
            models.CheckConstraint(
                condition=models.Q(said_on="", said_earliest=None, said_latest=None, said_sort=edtf.UNDATED_SORT)
                | (
                    ~models.Q(said_on="")
                    & models.Q(said_earliest__isnull=False, said_latest__isnull=False)
                    & models.Q(said_latest__gte=models.F("said_earliest"), said_sort__lt=edtf.UNDATED_SORT)
                ),
                name="statement_said_columns_agree",
            ),
            models.CheckConstraint(
                condition=~models.Q(undated=True) | models.Q(said_on=""),
                name="statement_dated_or_undated",
                violation_error_message=_("It has a date: untick “no date can be found”, or empty the date."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status=StatementStatus.PUBLIC)
                | (
                    models.Q(version__gte=1, recorded_at__isnull=False, published_by__isnull=False)
                    & (~models.Q(said_on="") | models.Q(undated=True))
                ),
                name="statement_public_is_complete",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=StatementStatus.WITHDRAWN)
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_class="") & ~models.Q(withdrawn_reason="")),
                name="statement_withdrawn_says_why",
            ),
        ]
        indexes = [
            # None begins with the state, which most rows share: without statistics SQLite takes that for the rarest thing to ask.
            *(models.Index(fields=["said_sort", "id"], name=f"statement_{s}_said", condition=models.Q(status=s)) for s in StatementStatus),
            models.Index(fields=["document", "status"], name="statement_of_document"),
            *(
                models.Index(fields=["document", "start", "end"], name=f"statement_{s}_placed", condition=models.Q(status=s))
                for s in NOT_PUBLIC
            ),
            models.Index(fields=["occasion", "status"], name="statement_of_occasion", condition=models.Q(occasion__isnull=False)),
            models.Index(fields=["translation_of"], name="statement_translation", condition=models.Q(translation_of__isnull=False)),
            models.Index(
                fields=["recorded_at", "id"], name="statement_public_by_record", condition=models.Q(status=StatementStatus.PUBLIC)
            ),
            models.Index(fields=["said_earliest", "id"], name="statement_public_by_day", condition=models.Q(status=StatementStatus.PUBLIC)),
        ]

    def __str__(self) -> str:
        return in_short(self.text, self.force)

    def get_absolute_url(self) -> str:
        return reverse("statement", args=[self.public_id])

    def clean(self) -> None:
        if self.document_id and self.end is not None and self.document.text[self.start : self.end] != self.text:
            raise ValidationError(_("These words are not what stands in the document at this place."))
        if HOUR.fullmatch(self.locator):
            raise ValidationError(_("This looks like an hour of the day, which is no place in the source; a time code is 00:20:15."))

    @property
    def is_public(self) -> bool:
        return self.status == StatementStatus.PUBLIC

    @property
    def stands(self) -> bool:
        """In the record, whether public or not yet: what can be linked."""
        return self.status in (StatementStatus.ACCEPTED, StatementStatus.PUBLIC)

    @property
    def is_in_work(self) -> bool:
        """Neither public nor done with: what speaks against it is still asked."""
        return self.status in (StatementStatus.DRAFT, StatementStatus.ACCEPTED)

    @property
    def place_in_source(self) -> str:
        """The locator as the public sees it: what may be the hour of a broadcast is left out."""
        return "" if HOUR.fullmatch(self.locator) else self.locator

    @property
    def said(self) -> edtf.Edtf | None:
        return edtf.parse(self.said_on) if self.said_on else None

    @property
    def said_is_reported(self) -> bool:
        """The day is that of publication: on it the words were reported, and nothing tells when they were said. `sayings.reported` in SQL.

        An occasion that was held on that day tells it."""
        held = self.occasion
        is_told = held is not None and held.held_earliest == held.held_latest == self.said_earliest == self.said_latest
        return bool(self.said_on) and self.said_rule in OF_PUBLICATION and not is_told

    @property
    def said_in_words(self) -> str:
        """ "17 May 2023", "reported 20 May 2023"; "" where there is no date."""
        return said_in_words(self.said_on, self.said_is_reported)

    @property
    def dated_by(self) -> str:
        """What its date was read from, in everyday words."""
        return dated_by(self.said_rule)

    @property
    def said_days(self) -> Days:
        return Days(self.said_earliest, self.said_latest)

    @property
    def force_mark(self) -> str:
        return Force(self.force).mark

    def with_mark(self, words: str) -> str:
        """These words of it, for a line of text."""
        return marked(words, self.force)

    @property
    def saying_key(self) -> tuple[str, int]:
        """What makes two statements one saying: the same Occasion, which for a translation is its original's."""
        original = self.translation_of or self
        return ("occasion", original.occasion_id) if original.occasion_id else ("statement", original.pk)

    def take_words(self, start: int, end: int) -> None:
        """Set the span, and from the document the words in it, those beside it, and the page or time code unless one was typed."""
        source, stood_at = self.document.text, "" if self.start is None else self.document.locator_at(self.start)
        if self.locator in ("", stood_at):
            self.locator = self.document.locator_at(start)[:LONGEST_LOCATOR]
        self.start, self.end, self.text = start, end, source[start:end]
        self.prefix, self.suffix = source[max(0, start - CONTEXT) : start], source[end : end + CONTEXT]
