"""Figures in their row; whoever reads a page that tells them sees the new ones."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from archive.models import ArchiveState, KeptFigures
from archive.models.readers.kinds import FiguresOf


@transaction.atomic
def keep_figures(of: FiguresOf, told: dict[str, Any]) -> None:
    ArchiveState.take_turn()
    KeptFigures.objects.update_or_create(of=of, defaults={"told": told, "at": timezone.now()})
    ArchiveState.raise_revision()
