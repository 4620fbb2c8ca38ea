"""The public log of corrections: what was changed, from what to what, when and why.

Of a row that is not public (any more) it shows that it was changed, when and why, and none of its content.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from archive.entries.asking import listed
from archive.entries.withdrawn import repeats, withdrawn_words
from archive.enums import RevisionClass
from archive.models import Document, Revision
from archive.models.search import Condition
from timeline.corrections import records, wording
from timeline.corrections.records import Record
from timeline.lists.walks import rows_of

Snapshot = dict[str, Any]
VERSIONS = "SELECT object_type, object_id, version, body FROM archive_revision WHERE"
# A changed name -> where its value stands in a snapshot. Those of a link to a claim stand among the statement's occurrences.
SHOWN_AS = {"span": "text"} | dict.fromkeys(("start", "end", "stance", "likeness"), "occurrences")
# What stands in a snapshot as a list and is no column of the row.
LISTS = {
    "speakers": gettext_lazy("speakers"),
    "occurrences": gettext_lazy("claims in these words"),
    "aliases": gettext_lazy("other names"),
    "affiliations": gettext_lazy("parties and countries"),
    "identifiers": gettext_lazy("numbers in registers"),
    "fact_checks": gettext_lazy("fact-checks by others"),
    "roles": gettext_lazy("roles"),
    "notices": gettext_lazy("what its outlet said of it later"),
    "redactions": gettext_lazy("places where blocks stand for words"),
}


@dataclass(frozen=True)
class Change:
    """One public field before and after."""

    label: str
    was: str
    now: str


@dataclass(frozen=True)
class Item:
    """One entry of the log. `record` is None where it is not public, of which its `kind` is told; it says so where its address is a
    tombstone."""

    revision: Revision
    record: Record | None
    reason: str = ""
    changes: tuple[Change, ...] = ()
    kind: str = ""

    @property
    def called(self) -> str:
        """What it is about, in words that may be shown."""
        if self.record is None:
            return _("%(kind)s that is not public now") % {"kind": self.kind}
        return _("A statement that was withdrawn") if self.record.is_withdrawn else self.record.name

    @property
    def tone(self) -> str:
        """How its stamp looks: a withdrawal weighs more than a typing error."""
        revision_class = self.revision.revision_class
        if self.revision.withdraws:
            return "denied"
        return "again" if revision_class == RevisionClass.CORRECTION else "aside"


@dataclass(frozen=True)
class Known:
    """What was looked up for all entries at once."""

    records: dict[tuple[str, int], Record]
    before: dict[tuple[str, int, int], Snapshot]
    names: wording.Names
    withdrawn: dict[int, list[str]]


def latest(number: int) -> list[Item]:
    return items(Revision.objects.corrections()[:number])


def items(revisions: Iterable[Revision]) -> list[Item]:
    """The entries of some revisions, in one query for each table, one for what stood there before and one for withdrawn words."""
    revisions = list(revisions)
    now = {one.pk: one.content for one in revisions if one.changed}
    before = _before(revisions)
    names = wording.names_in([*before.values(), *now.values()])
    withdrawn = withdrawn_words({one.object_id for one in revisions if one.object_type == "document" and "title" in one.changed})
    known = Known(_records(revisions), before, names, withdrawn)
    return [_item(one, now.get(one.pk, {}), known) for one in revisions]


def _records(revisions: list[Revision]) -> dict[tuple[str, int], Record]:
    wanted = defaultdict[str, set[int]](set)
    for one in revisions:
        wanted[one.object_type].add(one.object_id)
    return {(kind, pk): record for kind, numbers in wanted.items() for pk, record in records.seen(kind, numbers).items()}


def _before(revisions: list[Revision]) -> dict[tuple[str, int, int], Snapshot]:
    wanted = defaultdict[tuple[str, int], set[int]](set)
    for one in revisions:
        if one.changed:
            wanted[one.object_type, one.version - 1].add(one.object_id)
    alike = [f"(object_type = %s AND version = %s AND object_id IN ({listed(numbers)}))" for numbers in wanted.values()]
    found = Condition(f"{VERSIONS} {' OR '.join(alike)}", tuple(value for key in wanted for value in key))
    return {(kind, pk, version): json.loads(bytes(body)) for kind, pk, version, body in rows_of(found)} if wanted else {}


def _item(revision: Revision, now: Snapshot, known: Known) -> Item:
    model = apps.get_model("archive", revision.object_type)
    record = known.records.get((revision.object_type, revision.object_id))
    if record is None:
        return Item(revision, None, revision.reason, kind=str(model._meta.verbose_name))
    if record.is_withdrawn:
        return Item(revision, record, revision.reason if revision.withdraws else "")  # that of an earlier change may quote the words
    older = known.before.get((revision.object_type, revision.object_id, revision.version - 1))
    return Item(revision, record, revision.reason, _changes(model, revision, older, now, known) if older else ())


def _changes(model: type[Model], revision: Revision, was: Snapshot, now: Snapshot, known: Known) -> tuple[Change, ...]:
    found = list[Change]()
    withdrawn = known.withdrawn.get(revision.object_id, []) if model is Document else []
    for place in dict.fromkeys(SHOWN_AS.get(name, name) for name in revision.changed):
        old, new = (_words(model, place, content.get(place), known.names, withdrawn) for content in (was, now))
        if old != new:
            found.append(Change(_label(model, place, get_language()), old, new))
    return tuple(found)


def _words(model: type[Model], place: str, value: Any, names: wording.Names, withdrawn: list[str]) -> str:
    if place == "title" and repeats(value, withdrawn):
        return _("a title that repeats withdrawn words")
    return str(len(value or ())) if place == "redactions" else wording.words(model, place, value, names)


@cache
def _label(model: type[Model], name: str, _language: str | None) -> str:
    if name in LISTS:
        return str(LISTS[name])
    return str(model._meta.get_field(name).verbose_name)
