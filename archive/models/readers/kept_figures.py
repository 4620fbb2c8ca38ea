"""What was worked out of the whole archive, with the day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.readers.kinds import FiguresOf


class KeptFigures(models.Model):
    """One row is what pages tell of the whole archive and no request works out. `figures` keeps it, and makes it anew at will."""

    of = models.CharField(max_length=16, choices=FiguresOf, primary_key=True)
    at = models.DateTimeField()
    told = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("kept figures")
        constraints = [models.CheckConstraint(condition=models.Q(of__in=FiguresOf.values), name="kept_figures_known")]

    def __str__(self) -> str:
        return f"{self.of}, {self.at}"
