"""Where and when words were said."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive import edtf
from archive.enums import OccasionKind, StatementStatus
from archive.models.fields import EdtfField, PublicIdField, refuse_bidi_controls, validate_closed_edtf


def called(name: str, place: str, held_on: str) -> str:
    """What an occasion is called: “Talks, Sarne, 17 May 2023”."""
    return ", ".join(filter(None, [name, place, edtf.parse(held_on).words if held_on else ""]))


class OccasionQuerySet(models.QuerySet["Occasion"]):
    def public(self) -> Self:
        """Occasions of a public Statement."""
        published = Occasion.objects.filter(pk=models.OuterRef("pk"), statements__status=StatementStatus.PUBLIC)
        return self.filter(models.Exists(published))

    def of_document(self, document: models.Model) -> Self:
        """Those that statements of a document were said on."""
        return self.filter(statements__document=document).distinct()


class Occasion(models.Model):
    """One row is where and when words were said. Ten outlets reporting one occasion are one saying and ten reports."""

    public_id = PublicIdField()
    name = models.CharField(
        _("name"), max_length=300, validators=[refuse_bidi_controls], help_text=_("“Press conference after the talks with …”.")
    )
    kind = models.CharField(_("kind"), max_length=24, choices=OccasionKind, default=OccasionKind.OTHER)
    place = models.CharField(_("place"), max_length=200, blank=True)
    held_on = EdtfField(
        verbose_name=_("held on"), prefix="held", validators=[validate_closed_edtf], help_text=_("The day at the place itself.")
    )
    held_earliest = models.DateField(null=True, editable=False)
    held_latest = models.DateField(null=True, editable=False)
    held_sort = models.BigIntegerField(editable=False)
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = OccasionQuerySet.as_manager()

    class Meta:
        ordering = ["held_sort", "id"]
        constraints = [models.CheckConstraint(condition=models.Q(kind__in=OccasionKind.values), name="occasion_kind_known")]
        indexes = [models.Index(fields=["held_sort", "id"], name="occasion_by_date")]

    def __str__(self) -> str:
        return called(self.name, self.place, self.held_on)

    def get_absolute_url(self) -> str:
        return reverse("occasion", args=[self.public_id])

    @property
    def is_public(self) -> bool:
        return self.statements.public().exists()
