"""Whether the last Revision of every public thing says what its row says now, and who made it when is what the acts tell."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet

from archive.enums import RevisionClass, StatementStatus
from archive.log.faults import Fault
from archive.models import Event, Occurrence, Revision, Statement
from archive.models.history import type_of
from archive.publication.public_fields import PUBLIC_FIELDS
from archive.publication.snapshots import changed_since, snapshots
from archive.verification.lots import each, lots
from archive.verification.naming import names_of, own_name

KINDS = tuple(model for model in PUBLIC_FIELDS if model is not Occurrence)  # an Occurrence stands in the Revisions of its Statement
MAKES_PUBLIC = (RevisionClass.PUBLICATION, RevisionClass.REINSTATEMENT)


def rows_and_revisions() -> Iterator[Fault]:
    for model in KINDS:
        yield from each(lots(_shown(model)), _against_revisions)


def _against_revisions(rows: list[Any]) -> Iterator[Fault]:
    latest, public = Revision.objects.latest_of(rows), _public_among(type(rows[0]), rows)
    for row, now in zip(rows, snapshots(rows), strict=True):
        name = _name(row)
        last = latest.get((type_of(row), row.pk))
        if last is None:
            yield Fault(name, "it is public, and no revision of it is kept")
        elif told := _otherwise(now, last, is_public=row.pk in public):
            yield Fault(name, told)


def _shown(model: Any) -> QuerySet[Any]:
    """What is public, and what has been: that keeps its address at least."""
    known = Revision.objects.filter(object_type=type_of(model), object_id=OuterRef("pk"))
    rows: QuerySet[Any] = model._base_manager.filter(Exists(known) | models.Q(pk__in=_public(model).values("pk")))
    if model is Statement:
        return rows.select_related("document", "occasion", "translation_of").defer("document__raw", "document__text")
    return rows.defer(*(name for name in ("raw", "text") if model.__name__ == "Document"))


def _public(model: Any) -> QuerySet[Any]:
    manager: Any = model.objects
    asked = {"documents__statements__status": StatementStatus.PUBLIC}  # of an Article, which asks its documents
    found: QuerySet[Any] = manager.public() if hasattr(manager, "public") else manager.filter(**asked).distinct()
    return found


def _public_among(model: Any, rows: list[Any]) -> set[int]:
    numbers = [row.pk for row in rows]
    if model is Statement:
        return set(numbers)  # of any state: each of them makes a Revision
    return set(_public(model).filter(pk__in=numbers).values_list("pk", flat=True))


def _name(row: models.Model) -> str:
    return own_name(row) or f"{type_of(row)} {row.pk}"


def _otherwise(now: dict[str, Any], last: Revision, *, is_public: bool) -> str:
    try:
        was = last.content
        changed = changed_since(now, last) if is_public else []
    except (ValueError, AttributeError):
        return f"its version {last.version} can't be read"
    if was.get("id") != now["id"]:
        return f"it was published as {was.get('type')} {was.get('id')}"
    return f"it does not say what its version {last.version} says: {', '.join(changed)}" if changed else ""


def versions() -> Iterator[Fault]:
    """They begin with 1 and none is left out; each is of a row that is there, and came by an act."""
    counted = Revision.objects.order_by().values("object_type", "object_id").annotate(number=Count("pk"), top=Max("version"))
    holed = list(counted.exclude(number=F("top")).values_list("object_type", "object_id", "number", "top"))
    names = names_of((table, number) for table, number, *_ in holed)
    for table, number, kept, top in holed:
        yield Fault(names[table, number], f"{kept} revisions of it are kept, and the last one is version {top}")
    for model in KINDS:
        there = model._base_manager.filter(pk=OuterRef("object_id"))
        for one in Revision.objects.filter(~Exists(there), object_type=type_of(model)).iterator(1000):
            yield Fault(_in_words(one), "what it was published of is gone")
    for one in Revision.objects.exclude(object_type__in=map(type_of, KINDS)).iterator(1000):
        yield Fault(_in_words(one), "nothing of that kind is ever published")


def versions_without_act() -> Iterator[Fault]:
    """No Revision is made but by somebody whose Event of that moment is kept."""
    act = Event.objects.filter(by=OuterRef("by"), at=OuterRef("at"))
    for one in Revision.objects.filter(~Exists(act)).iterator(1000):
        yield Fault(_in_words(one), "no event tells who made it then")


def changes_as_told() -> Iterator[Fault]:
    """Which fields a Revision says to have changed, against what the act tells, or else what the one before it kept."""
    yield from each(lots(Revision.objects.exclude(version=1)), _changes)


def _changes(revisions: list[Revision]) -> Iterator[Fault]:
    of = {"object_type__in": {one.object_type for one in revisions}, "object_id__in": {one.object_id for one in revisions}}
    rows = Revision.objects.filter(**of)
    before = {(one.object_type, one.object_id, one.version): one for one in rows}
    acts = defaultdict[tuple[str, int, datetime], list[list[str] | None]](list)  # of one moment there may be two of a row
    for act in Event.objects.filter(**of, at__in={one.at for one in revisions}):
        acts[act.object_type, act.object_id, act.at].append(act.detail.get("changed") or act.detail.get("fields"))
    for one in revisions:
        told, last = acts[one.object_type, one.object_id, one.at], before.get((one.object_type, one.object_id, one.version - 1))
        differs = changed_since(one.content, last) if last else one.changed
        may_be = [*filter(None, told)] or ([differs, []] if told else [differs])
        if one.changed not in may_be:
            yield Fault(_in_words(one), "it says that other fields were changed than were")


def _in_words(revision: Revision) -> str:
    try:
        return f"{revision.object_type} {revision.content['id']}, version {revision.version}"
    except (ValueError, KeyError, TypeError):
        return f"{revision.object_type} number {revision.object_id}, version {revision.version}"


def statements_as_published() -> Iterator[Fault]:
    """The columns of a statement that tell of its publication, against its Revisions."""
    known = Revision.objects.filter(object_type="statement", object_id=OuterRef("pk"))
    yield from each(lots(Statement.objects.filter(Exists(known))), _published_as_told)


def _published_as_told(rows: list[Statement]) -> Iterator[Fault]:
    revisions: dict[int, list[Revision]] = {row.pk: [] for row in rows}
    for one in Revision.objects.filter(object_type="statement", object_id__in=revisions).defer("body").order_by("version"):
        revisions[one.object_id].append(one)
    for row in rows:
        yield from (Fault(own_name(row), f"its {name} is not that of its revisions") for name in _unlike(row, revisions[row.pk]))


def _unlike(row: Statement, made: list[Revision]) -> Iterator[str]:
    last = made[-1]
    public = next((one for one in reversed(made) if one.revision_class in MAKES_PUBLIC), None)
    wanted = {
        "version": (row.version, last.version),
        "moment of recording": (row.recorded_at, made[0].at),
        "publisher": (row.published_by_id, public and public.by_id),
    }
    yield from (name for name, (is_so, ought) in wanted.items() if is_so != ought)
    withdrawn = {one.at for one in made if one.withdraws} if row.status == StatementStatus.WITHDRAWN else {None}
    if row.withdrawn_at not in withdrawn:
        yield "moment of withdrawal"
