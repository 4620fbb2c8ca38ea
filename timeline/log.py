"""The public log of corrections: what was changed, from what to what, when and why.

Of a row that is not public (any more) it shows that it was changed, when and why, and none of its content.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from archive import edtf
from archive.enums import Likeness, RevisionClass, Stance, StatementStatus
from archive.models import Article, Document, Revision, Statement

# A changed name -> where its value stands in a snapshot. Those of a link to a claim stand among the statement's occurrences.
SHOWN_AS = {"span": "text"} | dict.fromkeys(("start", "end", "stance", "likeness"), "occurrences")
DATES = ("said_on", "published", "held_on")
MODELS = ("statement", "claim", "speaker", "outlet", "document", "occasion", "article")
LONGEST_VALUE = 400


@dataclass(frozen=True)
class Change:
    """One public field before and after."""

    label: str
    was: str
    now: str


@dataclass(frozen=True)
class Item:
    """One entry of the log. `row` is None where it is not public; `is_withdrawn` when its address is a tombstone."""

    revision: Revision
    row: Model | None
    kind: str
    is_withdrawn: bool = False
    url: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def tone(self) -> str:
        """How its stamp looks: a withdrawal weighs more than a typing error."""
        revision_class = self.revision.revision_class
        if revision_class in RevisionClass.withdrawing():
            return "denied"
        return "again" if revision_class == RevisionClass.CORRECTION else "aside"


def items(revisions: Iterable[Revision]) -> list[Item]:
    """The entries of some revisions, in one query for each table and one for what stood there before."""
    revisions = list(revisions)
    rows, before = _rows(revisions), _before(revisions)
    return [_item(one, rows.get((one.object_type, one.object_id)), before) for one in revisions]


def _rows(revisions: list[Revision]) -> dict[tuple[str, int], Model]:
    found = {}
    for name in MODELS:
        wanted = {one.object_id for one in revisions if one.object_type == name}
        found |= {(name, row.pk): row for row in _seen(name).filter(pk__in=wanted)}
    return found


def _seen(name: str) -> QuerySet:
    """The public rows of a table; of statements also the withdrawn, whose tombstone is public."""
    if name == "statement":
        return Statement.objects.filter(status__in=[StatementStatus.PUBLIC, StatementStatus.WITHDRAWN])
    if name == "article":
        return Article.objects.filter(Exists(Document.objects.public().filter(article=OuterRef("pk"))))
    rows = apps.get_model("archive", name).objects.public()
    return rows.defer("text", "raw") if name == "document" else rows


def _before(revisions: list[Revision]) -> dict[tuple[str, int, int], Revision]:
    wanted = Q(pk=None)
    for one in revisions:
        if one.changed:
            wanted |= Q(object_type=one.object_type, object_id=one.object_id, version=one.version - 1)
    return {(one.object_type, one.object_id, one.version): one for one in Revision.objects.filter(wanted)}


def _item(revision: Revision, row: Model | None, before: dict) -> Item:
    kind = str(apps.get_model("archive", revision.object_type)._meta.verbose_name)
    if row is None:
        return Item(revision, None, kind)
    if isinstance(row, Statement) and not row.is_public:
        return Item(revision, None, kind, is_withdrawn=True, url=row.get_absolute_url())
    older = before.get((revision.object_type, revision.object_id, revision.version - 1))
    changes = _changes(row, older.content, revision.content, revision.changed) if older else ()
    url = row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
    return Item(revision, row, kind, url=url, changes=changes)


def _changes(row: Model, was: dict[str, Any], now: dict[str, Any], names: list[str]) -> tuple[Change, ...]:
    found = []
    for place in dict.fromkeys(SHOWN_AS.get(name, name) for name in names):
        old, new = _words(place, was.get(place)), _words(place, now.get(place))
        if old != new:
            found.append(Change(_label(row, place), old, new))
    return tuple(found)


def _label(row: Model, name: str) -> str:
    if name in ("speakers", "occurrences"):
        return {"speakers": _("speakers"), "occurrences": _("claims in these words")}[name]
    return str(row._meta.get_field(name).verbose_name)


def _words(name: str, value: Any) -> str:
    """A value of a snapshot as people read it."""
    if name == "speakers":
        return ", ".join(one["name"] or one["role"] for one in value or [])
    if name == "occurrences":
        return "; ".join(f"{one['claim']}: {Stance(one['stance']).label}, {Likeness(one['likeness']).label}" for one in value or [])
    if name in DATES and value:
        return edtf.parse(value).words
    return "" if value is None else str(value)[:LONGEST_VALUE]
