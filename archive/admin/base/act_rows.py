"""The rows on the page of an act: what each is, what would be made of it, what has to be confirmed first; each with a tick."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.contrib import admin
from django.contrib.admin.utils import display_for_field, display_for_value, label_for_field, lookup_field
from django.db import models
from django.http import HttpRequest

from archive.admin.base.confirming import BoxesForm, boxes_for
from archive.errors import Doubt

NOTHING = "–"


class Answered(NamedTuple):
    """What came back of one row: which version was shown, what would be made of it, what was confirmed."""

    version: str = ""
    mark: str = ""
    confirmed: tuple[str, ...] = ()
    is_otherwise: bool = False  # whether something else would be made of it now


@dataclass(frozen=True)
class ListedRow:
    """`would` are sentences on what would be made; a row that the act does not fit is shown and can't be ticked."""

    row: models.Model
    cells: list[str]
    would: list[str]
    boxes: BoxesForm | None
    version: str
    fits: bool = True
    is_ticked: bool = True

    @property
    def mark(self) -> str:
        return mark_of(self.would)


def mark_of(would: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(map(str, would)).encode()).hexdigest()[:12]


def answered(request: HttpRequest, row: models.Model) -> Answered:
    """Of a button that shows no page, `row_version` alone."""
    given = request.POST
    version = given.get(f"row_version_{row.pk}") or given.get("row_version", "")
    return Answered(version, given.get(f"would_{row.pk}", ""), tuple(given.getlist(f"{row.pk}-looked_at")))


def boxes_of(row: models.Model, doubts: Iterable[Doubt], ticked: Iterable[str]) -> BoxesForm | None:
    doubts = list(doubts)
    return boxes_for(doubts, list(ticked), prefix=str(row.pk)) if doubts else None


def headings(model_admin: admin.ModelAdmin, columns: Iterable[str]) -> list[str]:
    return [label_for_field(name, model_admin.model, model_admin) for name in columns]


def cells(model_admin: admin.ModelAdmin, columns: Iterable[str], row: models.Model) -> list[str]:
    """The row as the list shows it."""
    return [_cell(*lookup_field(name, row, model_admin)) for name in columns]


def _cell(field: models.Field | None, shown_by, value) -> str:
    if field is None:
        return display_for_value(value, NOTHING, boolean=getattr(shown_by, "boolean", False)) or NOTHING
    if isinstance(field, models.ForeignKey):
        return str(value) if value else NOTHING
    return display_for_field(value, field, NOTHING)
