"""What goes when words are taken out, and where else they stand: planned before anything is changed, and the same when nothing shall be."""

import html
import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Model, Q
from django.utils.translation import gettext

from archive.entries.withdrawn import kin_of
from archive.errors import Refused
from archive.models import Document, KeptFigures, Statement
from archive.models.history import type_of
from archive.publication.redacting.sweeping import Hit, addresses, hits
from archive.publication.redacting.words import FEWEST, Repeats

Span = tuple[int, int]
FEW = 50  # documents with their texts and bytes held at once
TAG = re.compile(r"<[^<>]{0,2000}+>")


@dataclass(frozen=True)
class Target:
    """The words that the law is about: where they stand in one document."""

    document: Document
    spans: tuple[Span, ...]

    @property
    def wanted(self) -> Repeats:
        return Repeats(self.document.text[start:end] for start, end in self.spans)


class Find(NamedTuple):
    """Where else the words stand: under the name by which it is chosen or left, what part of it, and how many of the words side by side."""

    name: str
    part: str
    words: int


@dataclass
class Plan:
    """`spans` of documents that will be blocked out, the rows of other tables that go with them, and what somebody has to answer first."""

    target: Target
    wanted: Repeats
    spans: dict[int, list[Span]] = field(default_factory=dict)
    files: set[int] = field(default_factory=set)  # documents whose bytes alone hold the words
    rows: list[Hit] = field(default_factory=list)
    elsewhere: list[Find] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)  # rows whose address says the words, which stays
    chosen: set[str] = field(default_factory=set)  # what was named to go too, and was found

    @property
    def documents(self) -> set[int]:
        return self.spans.keys() | self.files

    def statements(self) -> list[Statement]:
        """Those in whose words something is blocked out."""
        found = list[Statement]()
        for document, spans in sorted(self.spans.items()):
            inside = [Q(start__lt=end, end__gt=start) for start, end in spans]
            overlapping = Statement.objects.filter(inside[0] if len(inside) == 1 else _any(inside), document=document)
            found += overlapping.select_related("document__article__outlet", "occasion").defer("document__raw").order_by("pk")
        return found


def _any(conditions: list[Q]) -> Q:
    joined = Q()
    for one in conditions:
        joined |= one
    return joined


def target_of(row: Statement | Document, span: Span | None = None, words: str = "") -> Target:
    """A statement with the places that print it again, or a part of a document. Refuses what holds no words."""
    document = row.document if isinstance(row, Statement) else row
    spans = _spans(row, document, span, words)
    if any(not 0 <= start < end <= len(document.text) for start, end in spans):
        raise Refused(gettext("These words do not lie inside the document’s text."))
    target = Target(document, tuple(sorted(set(spans))))
    if not target.wanted.longest:
        raise Refused(gettext("No words stand there, or they were taken out already."))
    return target


def _spans(row: Statement | Document, document: Document, span: Span | None, words: str) -> list[Span]:
    if span and words:
        raise Refused(gettext("Name the words or their place, not both."))
    if span:
        return [span]
    if words:
        wanted = Repeats([words])
        found = [(run.start, run.end) for run in wanted.runs(document.text) if run.words >= wanted.longest]
        if not found:
            raise Refused(gettext("These words do not stand in the document. Copy them from its text."))
        return found
    if isinstance(row, Document):
        raise Refused(gettext("Name the words of the document that have to go, or their place."))
    return [(row.start, row.end), *((start, end) for start, end in row.duplicates)]


def planned(target: Target, also: Collection[str] = ()) -> Plan:
    """`also` names what goes besides, of what a plan before told to stand elsewhere."""
    plan = Plan(target, target.wanted)
    own = kin_of([target.document.pk])
    for document in Document.objects.order_by("pk").only("public_id", "text", "raw", "encoding").iterator(FEW):
        is_chosen = name_of(document) in also
        _plan_document(plan, document, document.pk in own, is_chosen)
        if is_chosen and document.pk in plan.documents:
            plan.chosen.add(name_of(document))
    plan.addresses = [f"{model._meta.model_name}:{pk}" for model, pk in addresses(plan.wanted)]
    belonging = _belonging(plan)
    for hit in hits(plan.wanted):
        name = named(hit)
        if name in also:
            plan.chosen.add(name)
        if _belongs(hit, belonging) or name in also:
            plan.rows.append(hit)
        else:
            plan.elsewhere += [Find(name, column, most) for column, most in hit.columns.items()]
    return plan


def _plan_document(plan: Plan, document: Document, is_kin: bool, is_chosen: bool) -> None:
    given = plan.target.spans if document.pk == plan.target.document.pk else ()
    surely = _surely(plan.wanted, is_kin, is_chosen)
    runs = plan.wanted.runs(document.text)
    joined = _joined([*given, *((run.start, run.end) for run in runs if run.words >= surely)])
    others = [run for run in runs if not any(start <= run.start and run.end <= end for start, end in joined)]
    plan.elsewhere += [Find(name_of(document), f"{run.start}–{run.end}", run.words) for run in others]
    if joined:
        plan.spans[document.pk] = joined
    elif not others and (most := _most_in_bytes(document, plan.wanted)):
        _plan_file(plan, document, most, goes=is_kin or is_chosen)


def _surely(wanted: Repeats, is_kin: bool, is_chosen: bool) -> float:
    """As many words side by side go unasked."""
    if is_chosen:
        return 1
    return max(wanted.whole, FEWEST) if is_kin else math.inf


def _plan_file(plan: Plan, document: Document, most: int, *, goes: bool) -> None:
    if goes:
        plan.files.add(document.pk)
    else:
        plan.elsewhere.append(Find(name_of(document), "file", most))


def _most_in_bytes(document: Document, wanted: Repeats) -> int:
    """In the bytes as they came, as far as they can be read without their form."""
    try:
        text = bytes(document.raw).decode(document.encoding or "utf-8", "replace")
    except LookupError:
        text = bytes(document.raw).decode("utf-8", "replace")
    text = html.unescape(text) if "&" in text else text
    return wanted.most(TAG.sub(" ", text)) if wanted.may_stand_in(text) else 0


def _joined(spans: Collection[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


# ---------------------------------------------------------------- which rows of other tables go with these documents and statements


def _belonging(plan: Plan) -> dict[str, set[Any]]:
    """The documents and statements, and what hangs on them, by table."""
    found = defaultdict[str, set[Any]](set)
    statements = {one.pk for one in plan.statements()}
    found["document"], found["statement"] = set(plan.documents), statements
    for of, numbers in ((Document, plan.documents), (Statement, statements)):
        for model, column in _pointing_at(of):
            found[model._meta.model_name or ""] |= set(
                model._base_manager.filter(**{f"{column}__in": numbers}).values_list("pk", flat=True)
            )
    return found


def _pointing_at(of: type[Model]) -> Iterator[tuple[type[Model], str]]:
    relations: Any = of._meta.get_fields(include_hidden=True)
    for relation in relations:
        if relation.auto_created and not relation.concrete and relation.related_model not in (Document, Statement):
            yield relation.related_model, relation.field.name


def _belongs(hit: Hit, belonging: dict[str, set[Any]]) -> bool:
    table = hit.model._meta.model_name or ""
    if hit.about and hit.about[1] in belonging.get(hit.about[0], ()):
        return True
    return hit.pk in belonging.get(table, ()) or hit.model is KeptFigures


def named(hit: Hit) -> str:
    """What a row of history is about stands for it: it is chosen or left as one."""
    if hit.about and (row := _row(*hit.about)):
        return name_of(row)
    row = hit.model._base_manager.filter(pk=hit.pk).first()
    return name_of(row) if row else f"{hit.model._meta.model_name}:{hit.pk}"


def _row(table: str, number: int) -> Model | None:
    try:
        model = apps.get_model("archive", table)
    except LookupError:
        return None
    row: Model | None = model._base_manager.filter(pk=number).first()
    return row


def name_of(row: Model) -> str:
    """ "document:k3jd02ls9f": a row as the command names it, which tells none of its words."""
    return f"{type_of(row)}:{getattr(row, 'public_id', '') or row.pk}"
