"""The values of a snapshot as people read them: rows by their names, choices by their labels. A row that is not public has no name here."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive import edtf
from archive.models.source_note import SourceNote
from timeline.corrections import records
from timeline.record.ways import bearing_words

DATES = ("said_on", "published", "held_on")
LISTS = ("aliases", "roles", "identifiers", "affiliations", "fact_checks")  # of words
LONGEST_VALUE = 400
# Where a snapshot points at another row: place -> its table.
POINTERS = {"occasion": "occasion", "outlet": "outlet", "translation_of": "statement", "wire_copy_of": "document", "relates_to": "document"}
Names = dict[tuple[str, str], str]  # by table and key


def names_in(contents: Iterable[dict[str, Any]]) -> Names:
    """The names of the public rows that these snapshots point at, in one query for each table."""
    wanted: dict[str, set[str]] = {}
    for content in contents:
        for table, key in _pointers(content):
            wanted.setdefault(table, set()).add(key)
    named = {table: records.names_of(table, keys) for table, keys in wanted.items()}
    return {(table, key): name[:LONGEST_VALUE] for table, names in named.items() for key, name in names.items()}


def _pointers(content: dict[str, Any]) -> Iterable[tuple[str, str]]:
    yield from ((table, content[place]) for place, table in POINTERS.items() if content.get(place))
    yield from (("speaker", one["speaker"]) for one in content.get("speakers", []) if one["speaker"])
    yield from (("claim", one["claim"]) for one in content.get("occurrences", []))


def words(model: type[Model], place: str, value: Any, names: Names) -> str:
    """The value that stood at this place of the snapshot of a row of this table."""
    if value is None or value in ("", []):
        return ""
    if place in LISTS:
        return ", ".join(value)
    if place == "speakers":
        return "; ".join(_speaker(one, names) for one in value)
    if place == "notices":
        return "; ".join(_notice(SourceNote(**one), get_language()) for one in value)
    if place == "occurrences":
        return "; ".join(_occurrence(one, names) for one in value)
    if place in POINTERS:
        return names.get((POINTERS[place], value), _("another record"))
    if place in DATES:
        return edtf.parse(value).words
    return _plain(model, place, value)


@lru_cache(maxsize=1_000)
def _notice(one: SourceNote, _language: str | None) -> str:
    return one.words


def _speaker(one: dict[str, Any], names: Names) -> str:
    printed = ", ".join(filter(None, (one["name"], one["role"])))
    name = names.get(("speaker", one["speaker"]), "")
    return f"{printed} ({name})" if name and name != one["name"] else printed


def _occurrence(one: dict[str, Any], names: Names) -> str:
    claim = names.get(("claim", one["claim"]), _("another record"))
    return f"{claim}: {bearing_words(one['stance'], one['likeness'])}"


def _plain(model: type[Model], place: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    try:
        labels = dict(model._meta.get_field(place).flatchoices)
    except FieldDoesNotExist:
        labels = {}
    return str(labels.get(value, value))[:LONGEST_VALUE]
