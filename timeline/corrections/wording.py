"""The values of a snapshot as people read them: rows by their names, choices by their labels. A row that is not public has no name here."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from archive import edtf
from archive.models import Claim, Document, Occasion, Outlet, Speaker, Statement
from archive.models.source_note import SourceNote
from timeline.record import titles
from timeline.record.ways import bearing_words

DATES = ("said_on", "published", "held_on")
LONGEST_VALUE = 400
# Where a snapshot points at another row: place -> its model.
POINTERS: dict[str, type[Model]] = {
    "occasion": Occasion, "outlet": Outlet, "translation_of": Statement, "wire_copy_of": Document, "relates_to": Document,
}  # fmt: skip
Names = dict[tuple[type[Model], str], str]


def names_in(contents: Iterable[dict[str, Any]]) -> Names:
    """The names of the public rows that these snapshots point at, in one query for each table."""
    wanted: dict[type[Model], set[str]] = {}
    for content in contents:
        for model, key in _pointers(content):
            wanted.setdefault(model, set()).add(key)
    return {(model, key): name for model, keys in wanted.items() for key, name in _named(model, keys).items()}


def _pointers(content: dict[str, Any]) -> Iterable[tuple[type[Model], str]]:
    yield from ((model, content[place]) for place, model in POINTERS.items() if content.get(place))
    yield from ((Speaker, one["speaker"]) for one in content.get("speakers", []) if one["speaker"])
    yield from ((Claim, one["claim"]) for one in content.get("occurrences", []))


def _named(model: type[Model], keys: set[str]) -> dict[str, str]:
    place = "slug" if hasattr(model, "slug") else "public_id"
    rows = list(_public(model).filter(**{f"{place}__in": keys}))
    if model is Document:
        titles.cover(rows)
    return {getattr(row, place): str(row)[:LONGEST_VALUE] for row in rows}


def _public(model: type[Model]) -> QuerySet:
    if model is Speaker:  # who was merged goes on under the other's name, and is one of the other's names
        return Speaker.objects.filter(Exists(Speaker.objects.public().filter(pk=Coalesce(OuterRef("merged_into"), OuterRef("pk")))))
    rows = model.objects.public()
    return rows.select_related("article__outlet").defer("text", "raw") if model is Document else rows


def words(row: Model, place: str, value: Any, names: Names) -> str:
    """The value that stood at this place of the row's snapshot."""
    if value is None or value in ("", []):
        return ""
    if place in ("aliases", "roles"):
        return ", ".join(value)
    if place == "speakers":
        return ", ".join(_speaker(one, names) for one in value)
    if place == "notices":
        return "; ".join(SourceNote(**one).words for one in value)
    if place == "occurrences":
        return "; ".join(_occurrence(one, names) for one in value)
    if place in POINTERS:
        return names.get((POINTERS[place], value), _("another record"))
    if place in DATES:
        return edtf.parse(value).words
    return _plain(row, place, value)


def _speaker(one: dict[str, Any], names: Names) -> str:
    printed, name = one["name"] or one["role"], names.get((Speaker, one["speaker"]), "")
    return f"{printed} ({name})" if name and name != printed else printed


def _occurrence(one: dict[str, Any], names: Names) -> str:
    claim = names.get((Claim, one["claim"]), _("another record"))
    return f"{claim}: {bearing_words(one['stance'], one['likeness'])}"


def _plain(row: Model, place: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    try:
        labels = dict(row._meta.get_field(place).flatchoices)
    except FieldDoesNotExist:
        labels = {}
    return str(labels.get(value, value))[:LONGEST_VALUE]
