"""Whose words they are: the speakers of a statement as printed, and whom they resolve to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.fields import folded
from archive.models.sayings import Who, who
from archive.models.speaker import Speaker
from archive.models.statement import Statement


class Attribution(models.Model):
    """One row is one speaker of one Statement, as printed, and the Speaker it resolves to (or none: “a source in the ministry”)."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="attributions")
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    speaker = models.ForeignKey(
        Speaker,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attributions",
        verbose_name=_("speaker"),
        help_text=_("Empty for an unnamed source."),
    )
    name = models.CharField(_("name as printed"), max_length=200, blank=True, help_text=_("The full name, or “a source in the ministry”."))
    role = models.CharField(_("role as printed"), max_length=300, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "speaker"], name="attribution_once_a_speaker"),
            models.CheckConstraint(
                condition=~models.Q(name="") | models.Q(speaker__isnull=False) | ~models.Q(role=""),
                name="attribution_names_somebody",
                violation_error_message=_("Name the speaker, or write the source as it is printed."),
            ),
            models.CheckConstraint(
                condition=models.Q(start=None, end=None) | models.Q(start__isnull=False, end__isnull=False, end__gt=models.F("start")),
                name="attribution_span_not_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.speaker.name if self.speaker else (self.name or self.role)

    @property
    def role_beside(self) -> str:
        """The role, for those who read it behind the name; empty where the name holds it, as that of an unnamed source does."""
        return "" if folded(self.role) in folded(str(self)) else self.role

    @property
    def key(self) -> str:
        return folded(self.name)

    @property
    def who(self) -> Who:
        return who(self.speaker_id, self.name, self.role)
