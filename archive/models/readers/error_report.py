"""What readers say is wrong, and what became of it. None of it is ever public."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.account import User
from archive.models.history import Revision
from archive.models.readers.kinds import ErrorAnswer, ErrorKind

LONGEST_ADDRESS, LONGEST_WORDS = 500, 5_000


class ErrorReportQuerySet(models.QuerySet["ErrorReport"]):
    def waiting(self) -> Self:
        """Those that nobody has answered, the oldest first."""
        return self.filter(answer="").order_by("id")

    def settled(self) -> Self:
        return self.exclude(answer="").order_by("-settled_at", "-id")


class ErrorReport(models.Model):
    """One row is what a reader says is wrong with something here. Whoever sent it need not say who they are; what they say of themselves
    goes some weeks after the report was settled.

    `readers_reports` takes and settles it.
    """

    at = models.DateTimeField(_("sent"))
    address = models.CharField(_("page"), max_length=LONGEST_ADDRESS, blank=True)  # of a page here; empty: of the archive as a whole
    object_type = models.CharField(max_length=32, blank=True)
    object_id = models.BigIntegerField(null=True)
    kind = models.CharField(_("what is wrong"), max_length=16, choices=ErrorKind)
    words = models.TextField(_("in their words"), max_length=LONGEST_WORDS)
    name = models.CharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("mail"), blank=True)
    answer = models.CharField(_("answer"), max_length=16, choices=ErrorAnswer, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("mended by"))
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("settled by"))
    settled_at = models.DateTimeField(_("settled"), null=True)

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of an error")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=ErrorKind.values), name="error_report_kind_known"),
            models.CheckConstraint(
                condition=models.Q(answer="", settled_at=None, settled_by=None)
                | models.Q(answer__in=ErrorAnswer.values, settled_at__isnull=False, settled_by__isnull=False),
                name="error_report_settled_by_somebody",
            ),
            models.CheckConstraint(condition=models.Q(object_type="") | models.Q(object_id__isnull=False), name="error_report_of_a_row"),
        ]
        indexes = [
            models.Index(fields=["id"], name="error_report_waiting", condition=models.Q(answer="")),
            models.Index(fields=["-settled_at", "-id"], name="error_report_settled", condition=~models.Q(answer="")),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.address}"
