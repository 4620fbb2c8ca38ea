"""What holds of somebody from one date until another, either of which may be coarse or missing."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive import edtf
from archive.models.fields import EdtfField, validate_edtf


class Lasting(models.Model):
    """`ends_early` says in words what the table's constraint refuses: its columns are filled only as the row is saved."""

    since = EdtfField(
        verbose_name=_("from"), prefix="since", validators=[validate_edtf], help_text=_("“2019”, “May 2019” or “17 May 2019”.")
    )
    since_earliest = models.DateField(null=True, editable=False)
    until = EdtfField(verbose_name=_("until"), prefix="until", validators=[validate_edtf], help_text=_("Empty while it is held."))
    until_latest = models.DateField(null=True, editable=False)

    ends_early: Any = _("It ends before it begins.")

    class Meta:
        abstract = True

    def clean(self) -> None:
        try:
            since, until = (edtf.parse(date) if date else None for date in (self.since, self.until))
        except edtf.EdtfError:
            return  # said beside the date itself
        if since and until and until.latest and until.latest < since.earliest:
            raise ValidationError(self.ends_early)


def ends_after_it_begins(name: str, told: Any) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(since_earliest=None) | models.Q(until_latest=None) | models.Q(until_latest__gte=models.F("since_earliest")),
        name=name,
        violation_error_message=told,
    )
