"""Where the records of the public log stand: each kind of record in one query."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model, QuerySet

from archive.models import Claim, Document, Occasion, Outlet, Revision, Speaker, Statement
from timeline.api.shapes import site_url

Address = tuple[str, str]
BY_SLUG_OR_ID: dict[str, type[Model]] = {"claim": Claim, "speaker": Speaker, "outlet": Outlet, "occasion": Occasion}


def addresses(revisions: Iterable[Revision]) -> dict[tuple[str, int], Address]:
    """(type, internal id) -> (public id or slug, URL) of those that are public, or whose address says that they were withdrawn."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for revision in revisions:
        wanted[revision.object_type].add(revision.object_id)
    return {(kind, row_id): address for kind, ids in wanted.items() for row_id, address in _of_kind(kind, ids).items()}


def untold(revisions: Iterable[Revision]) -> set[int]:
    """The changes of statements that were withdrawn afterwards: their reasons may quote the words, so they are told no more."""
    earlier = {one.pk: one.object_id for one in revisions if one.object_type == "statement" and not one.withdraws}
    withdrawn = set(Statement.objects.withdrawn().filter(pk__in=earlier.values()).values_list("pk", flat=True))
    return {pk for pk, statement in earlier.items() if statement in withdrawn}


def _of_kind(kind: str, ids: set[int]) -> dict[int, Address]:
    if kind == "article":  # it has no page of its own: its newest public document stands for it
        documents = Document.objects.public().filter(article__in=ids).order_by("id").only("public_id", "article")
        return {row.article_id: _address(row) for row in documents}
    return {row.pk: _address(row) for row in _rows(kind).filter(pk__in=ids)}


def _rows(kind: str) -> QuerySet:
    if kind == "statement":
        return (Statement.objects.public() | Statement.objects.withdrawn()).only("public_id")
    if kind == "document":
        return Document.objects.public().only("public_id")
    return BY_SLUG_OR_ID[kind].objects.public()


def _address(row: Model) -> Address:
    public_id = getattr(row, "public_id", None) or row.slug
    return public_id, site_url(row.get_absolute_url())
