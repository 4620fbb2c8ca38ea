"""Who publishes."""

import zoneinfo
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.enums import OutletKind, StatementStatus, TextPolicy
from archive.models.fields import FoldedField, folded, refuse_bidi_controls


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(name)s” is no time zone. Write an IANA name such as Europe/Riga."), params={"name": name})


class OutletQuerySet(models.QuerySet["Outlet"]):
    def public(self) -> Self:
        """Outlets with a public Statement."""
        published = Outlet.objects.filter(pk=models.OuterRef("pk"), articles__documents__statements__status=StatementStatus.PUBLIC)
        return self.filter(models.Exists(published))

    def named(self, name: str) -> Self:
        return self.filter(name_key=folded(name))

    def zones(self) -> dict[str, str]:
        """Folded name -> time zone, as extraction wants them."""
        return dict(self.exclude(time_zone="").values_list("name_key", "time_zone"))


class Outlet(models.Model):
    """One row is who publishes: a news agency, a ministry, a paper. Once public, only `publication.correct` changes it."""

    name = models.CharField(_("name"), max_length=200, unique=True, validators=[refuse_bidi_controls], help_text=_("As it calls itself."))
    name_key = FoldedField(source="name", max_length=400, unique=True)
    slug = models.SlugField(
        _("address"), max_length=120, unique=True, allow_unicode=True, help_text=_("Stands in its public address for ever.")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=OutletKind, default=OutletKind.AGENCY)
    homepage = models.URLField(_("home page"), blank=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text=_("IANA name such as Europe/Riga. Used for its time stamps that state none, and marked as inferred."),
    )
    text_policy = models.CharField(
        _("public text"),
        max_length=16,
        choices=TextPolicy,
        default=TextPolicy.EXCERPTS,
        help_text=_("How much of its texts the public may see."),
    )
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ["name_key"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=OutletKind.values), name="outlet_kind_known"),
            models.CheckConstraint(condition=models.Q(text_policy__in=TextPolicy.values), name="outlet_text_policy_known"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("outlet", args=[self.slug])

    @property
    def is_public(self) -> bool:
        return Outlet.objects.public().filter(pk=self.pk).exists()
