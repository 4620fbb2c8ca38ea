"""Later looks at what was captured: whether an Article is still there, and whether a Statement's words still stand in it."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.enums import CheckOutcome, SightingOutcome, StatementStatus
from archive.models.account import User
from archive.models.document import Article, Document
from archive.models.history import Event
from archive.models.statement import Statement

CHANGED = (SightingOutcome.CHANGED, SightingOutcome.GONE)
KEPT = (StatementStatus.DRAFT, StatementStatus.ACCEPTED, StatementStatus.PUBLIC)


class CheckQuerySet(models.QuerySet["Check"]):
    def told(self) -> Self:
        """Those that found out something."""
        return self.exclude(outcome=CheckOutcome.UNKNOWN)


class Check(models.Model):
    """One row says what fetching an Article again found, and when. `rechecks.recheck` writes it; it is never changed."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="checks", verbose_name=_("article"))
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by"))  # who asked for it
    outcome = models.CharField(_("outcome"), max_length=16, choices=CheckOutcome)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("the text found"), help_text=_("Empty: none.")
    )
    words = models.CharField(_("in words"), max_length=500, blank=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=[CheckOutcome.SAME, CheckOutcome.CHANGED], document__isnull=False)
                | models.Q(outcome__in=[CheckOutcome.GONE, CheckOutcome.UNKNOWN], document=None),
                name="check_found_a_text",
            ),
        ]
        indexes = [models.Index(fields=["article", "-at"], name="check_by_article")]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.at:%d %B %Y}"

    @property
    def on_whose_word(self) -> str:
        """It is always the machine that looks."""
        return str(_("by the machine, as %s asked") % self.by if self.by else _("by the machine"))


class SightingQuerySet(models.QuerySet["Sighting"]):
    def public(self) -> Self:
        """Those that rest on our own look at the page, not on a file that somebody brought."""
        return self.filter(statement__document__article__checks__at=models.F("looked_at"))

    def to_look_at(self) -> Self:
        """A newer text of the page has the words otherwise or not at all, and no person did anything on the statement since."""
        done = Event.objects.filter(object_type="statement", object_id=models.OuterRef("statement"), by__isnull=False)
        rows = self.filter(outcome__in=CHANGED, statement__status__in=KEPT)
        return rows.exclude(models.Exists(done.filter(at__gte=models.OuterRef("document__captured_at")))).order_by("-id")


class Sighting(models.Model):
    """One row says what the latest look at its Article found of a Statement's words, which stay where they were captured.

    `sightings.carry_over` and `rechecks.recheck` keep it. `seen_at` is when the very words were last seen in the source.
    """

    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="sighting", verbose_name=_("statement"))
    outcome = models.CharField(_("words"), max_length=16, choices=SightingOutcome)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, related_name="sightings", verbose_name=_("looked for in")
    )  # none where there was no page
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    seen_at = models.DateTimeField(_("last seen"))
    looked_at = models.DateTimeField(_("last looked for"))

    objects = SightingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=[SightingOutcome.THERE, SightingOutcome.CHANGED], document__isnull=False)
                & models.Q(start__isnull=False, end__isnull=False, end__gt=models.F("start"))
                | models.Q(outcome=SightingOutcome.GONE, document__isnull=False, start=None, end=None)
                | models.Q(outcome=SightingOutcome.PAGE_GONE, document=None, start=None, end=None),
                name="sighting_has_its_place",
            ),
        ]
        indexes = [models.Index(fields=["-id"], name="sighting_changed", condition=models.Q(outcome__in=CHANGED))]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.statement}"

    @property
    def words(self) -> str:
        """What stands there now."""
        return self.document.text[self.start : self.end] if self.document and self.end else ""
