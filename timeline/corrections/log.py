"""The public log of corrections: what was changed, from what to what, when and why.

Of a row that is not public (any more) it shows that it was changed, when and why, and none of its content.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.entries.withdrawn import repeats, withdrawn_words
from archive.enums import RevisionClass, StatementStatus
from archive.models import Article, Document, Revision, Statement
from timeline.corrections import wording
from timeline.record import titles

# A changed name -> where its value stands in a snapshot. Those of a link to a claim stand among the statement's occurrences.
SHOWN_AS = {"span": "text"} | dict.fromkeys(("start", "end", "stance", "likeness"), "occurrences")
MODELS = ("statement", "claim", "speaker", "outlet", "document", "occasion", "article")
# What stands in a snapshot as a list and is no column of the row.
LISTS = {
    "speakers": gettext_lazy("speakers"),
    "occurrences": gettext_lazy("claims in these words"),
    "aliases": gettext_lazy("other names"),
    "roles": gettext_lazy("roles"),
    "notices": gettext_lazy("what its outlet said of it later"),
}


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
    name: str = ""
    reason: str = ""
    is_withdrawn: bool = False
    url: str = ""
    changes: tuple[Change, ...] = ()

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

    rows: dict[tuple[str, int], Model]
    articles: dict[int, str]
    before: dict[tuple[str, int, int], dict[str, Any]]
    names: wording.Names
    withdrawn: dict[int, list[str]]


def latest(number: int) -> list[Item]:
    return items(Revision.objects.corrections()[:number])


def items(revisions: Iterable[Revision]) -> list[Item]:
    """The entries of some revisions, in one query for each table, one for what stood there before and one for withdrawn words."""
    revisions = list(revisions)
    before = _before(revisions)
    names = wording.names_in([*before.values(), *(one.content for one in revisions if one.changed)])
    withdrawn = withdrawn_words({one.object_id for one in revisions if one.object_type == "document"})
    articles = _articles({one.object_id for one in revisions if one.object_type == "article"})
    known = Known(_rows(revisions), articles, before, names, withdrawn)
    return [_item(one, known) for one in revisions]


def _rows(revisions: list[Revision]) -> dict[tuple[str, int], Model]:
    found = {}
    for name in MODELS:
        wanted = {one.object_id for one in revisions if one.object_type == name}
        rows = list(_seen(name).filter(pk__in=wanted)) if wanted else []
        if name == "document":
            titles.cover(rows)
        found |= {(name, row.pk): row for row in rows}
    return found


def _articles(wanted: set[int]) -> dict[int, str]:
    """An article is called by its newest public document."""
    documents = list(_seen("document").filter(article__in=wanted).order_by("id")) if wanted else []
    titles.cover(documents)
    return {document.article_id: document.title for document in documents}


def _seen(name: str) -> QuerySet:
    """The public rows of a table; of statements also the withdrawn, whose tombstone is public."""
    if name == "statement":
        return Statement.objects.filter(status__in=[StatementStatus.PUBLIC, StatementStatus.WITHDRAWN])
    if name == "article":
        return Article.objects.filter(Exists(Document.objects.public().filter(article=OuterRef("pk"))))
    rows = apps.get_model("archive", name).objects.public()
    return rows.select_related("article__outlet").defer("text", "raw") if name == "document" else rows


def _before(revisions: list[Revision]) -> dict[tuple[str, int, int], dict[str, Any]]:
    wanted = {(one.object_type, one.object_id, one.version - 1) for one in revisions if one.changed}
    return {(one.object_type, one.object_id, one.version): one.content for one in Revision.objects.versions(wanted)}


def _item(revision: Revision, known: Known) -> Item:
    kind = str(apps.get_model("archive", revision.object_type)._meta.verbose_name)
    row = known.rows.get((revision.object_type, revision.object_id))
    if row is None:
        return Item(revision, None, kind, reason=revision.reason)
    if isinstance(row, Statement) and not row.is_public:
        reason = revision.reason if revision.withdraws else ""  # that of an earlier change may quote the words
        return Item(revision, None, kind, reason=reason, is_withdrawn=True, url=row.get_absolute_url())
    older = known.before.get((revision.object_type, revision.object_id, revision.version - 1))
    changes = _changes(row, older, revision, known) if older else ()
    url = row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
    name = known.articles.get(row.pk, kind) if isinstance(row, Article) else str(row)
    return Item(revision, row, kind, name, reason=revision.reason, url=url, changes=changes)


def _changes(row: Model, was: dict[str, Any], revision: Revision, known: Known) -> tuple[Change, ...]:
    found, now = [], revision.content
    for place in dict.fromkeys(SHOWN_AS.get(name, name) for name in revision.changed):
        old, new = (_words(row, place, content.get(place), known) for content in (was, now))
        if old != new:
            found.append(Change(_label(row, place), old, new))
    return tuple(found)


def _words(row: Model, place: str, value: Any, known: Known) -> str:
    if isinstance(row, Document) and place == "title" and repeats(value, known.withdrawn.get(row.pk, [])):
        return _("a title that repeats withdrawn words")
    return wording.words(row, place, value, known.names)


def _label(row: Model, name: str) -> str:
    if name in LISTS:
        return str(LISTS[name])
    return str(row._meta.get_field(name).verbose_name)
