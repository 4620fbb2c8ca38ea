"""What follows from every act of publication, in its own transaction: counts, both full-text indexes, Revisions, the Event, the archive's
revision number. `publication` alone calls this.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext

from archive.acts import Signature, event, save, save_alike
from archive.entries import documents, keeping, neighbours, sides
from archive.entries.finding import names
from archive.enums import RevisionClass, StatementStatus, Verb
from archive.errors import Refused
from archive.linking import passages
from archive.linking.closed_suggestions import settle
from archive.log import histories
from archive.models import Article, Attribution, Claim, Event, Occasion, Occurrence, Revision, Statement
from archive.models.finding.names import Named
from archive.models.history import type_of
from archive.publication import claim_counts, listings, search_index, tallies
from archive.publication.snapshots import Change, changed_since, revise_all, snapshots
from archive.publication.sources import keep_retracted

NAMED_BY_KEY = (Named.SPEAKER, Named.OUTLET, Named.CLAIM)  # which are counted under their numbers
UNSEEN = "It was changed while nothing of it was public."
# What publication changes of a statement that was accepted, beside its links.
PUBLISHED = (
    "status", "version", "recorded_at", "published_by_id", "withdrawn_at", "withdrawn_class", "withdrawn_reason", "confirmed",
)  # fmt: skip


class Linked(NamedTuple):
    """What the linking index knows of a statement beside its words."""

    start: int
    end: int
    force: str
    language: str


@dataclass(frozen=True)
class Act:
    """One statement in an act of publication, as it came; `detail` is what its Event is to say, and is added to."""

    statement: Statement
    signed: Signature
    verb: Verb
    revision_class: RevisionClass
    detail: dict[str, Any] = field(default_factory=dict)
    came_from: str = ""
    linked: Linked | None = None

    @classmethod
    def on(cls, statement: Statement, signed: Signature, verb: Verb, revision_class: RevisionClass, **detail: Any) -> "Act":
        return cls(statement, signed, verb, revision_class, detail, statement.status, _linked_as(statement))

    @property
    def says_otherwise(self) -> bool:
        """Whether links may be told by others now, or no longer: what stood before says nothing else by becoming public."""
        return not (self.verb == Verb.PUBLISHED and self.linked)

    @property
    def makes_public(self) -> bool:
        return self.statement.is_public and self.came_from != StatementStatus.PUBLIC

    @property
    def event(self) -> Event:
        states = {"from_state": self.came_from, "to_state": self.statement.status}
        signed = self.signed
        return event(self.verb, self.statement, by=signed.by, at=signed.at, reason=signed.reason, **states, **self.detail)


@contextmanager
def changing(
    statement: Statement, signed: Signature, verb: Verb, revision_class: RevisionClass, *, is_alone: bool = True, **detail: Any
) -> Iterator[dict[str, Any]]:
    """Around a change of a statement or its links. It gives what the Event is to say, to be added to.

    Who changes many statements of one claim counts it, settles the proposals and keeps the entries himself in the end, with `is_alone` off.
    """
    act = Act.on(statement, signed, verb, revision_class, **detail)
    with changing_all([act], is_alone=is_alone):
        yield act.detail


@contextmanager
def changing_all(acts: Sequence[Act], *, is_alone: bool = True) -> Iterator[None]:
    """Around changes of several statements, none of them twice: Revisions and versions, counts, full-text index, linking, Events, revision
    number, each written once for all."""
    statements = [act.statement for act in acts]
    keys = [statement.pk for statement in statements]
    before, around_them = listings.standings(keys), neighbours.around(keys if is_alone else ())
    occasions = _occasions_of(statements)
    yield
    if shown := {act.statement.document_id for act in acts if act.makes_public}:
        keep_retracted(shown)
    _save(acts)
    after = listings.standings(keys)
    listings.moved(before, after)
    if is_alone:
        claim_counts.recount(keys)
    search_index.index_all(statements)
    for act in acts:
        _index_for_linking(act.statement, act.linked)
    if is_alone:
        settle(act.statement.pk for act in acts if act.says_otherwise)
    keeping.renew_since(around_them)
    documents.renew(documents.touched_by((act.statement, act.came_from) for act in acts))
    _name_anew(before ^ after, occasions | _occasions_of(statements))
    histories.write([act.event for act in acts])
    tallies.raise_revision()


def _occasions_of(statements: Sequence[Statement]) -> set[int]:
    return {statement.occasion_id for statement in statements if statement.occasion_id}


def _name_anew(moved: Collection[listings.Standing], occasions: Collection[int] = ()) -> None:
    """By which words the speakers, outlets, claims and occasions are found whose statements came or went."""
    for kind in NAMED_BY_KEY:
        if numbers := {int(one.key[1]) for one in moved if one.key[0] == kind}:
            names.renew(kind, numbers)
    if occasions:
        names.renew(Named.OCCASION, occasions)


def _save(acts: Sequence[Act]) -> None:
    """The statements under their new versions, and the order of their links."""
    changes = [Change(act.statement, act.revision_class, act.signed, act.detail.get("changed")) for act in acts]
    for act, version in zip(acts, revise_all(changes), strict=True):
        act.statement.version = version
    if len(acts) == 1:
        save(acts[0].statement)
    else:
        save_alike([act.statement for act in acts], PUBLISHED)
    said_sort = Statement.objects.filter(pk=models.OuterRef("statement")).values("said_sort")
    links = Occurrence.objects.filter(statement__in=[act.statement for act in acts]).exclude(said_sort=models.F("statement__said_sort"))
    links.update(said_sort=models.Subquery(said_sort))


@contextmanager
def counted_anew(row: models.Model, signed: Signature) -> Iterator[None]:
    """Around a change of what statements are counted under without holding it themselves: the outlet of their article, and the day of
    their occasion, which tells whether theirs is that of publication alone."""
    if not isinstance(row, Article):
        with keeping.renewing(_told_beside(row)):
            yield
        names.name_anew(row)
        if isinstance(row, Occasion):
            claim_counts.recount(list(row.statements.public().values_list("pk", flat=True)))
        return
    statements = Statement.objects.public().filter(document__article=row).select_related("document__article").defer("document__raw")
    before = listings.standings(list(statements.values_list("pk", flat=True)))
    yield
    if not row.outlet:
        raise Refused(gettext("Its statements are public, so it needs the outlet that published it."))
    counted = list(statements.all())
    after = listings.standings([one.pk for one in counted])
    listings.moved(before, after)
    _name_anew(before ^ after)
    claim_counts.recount([one.pk for one in counted])
    first_revisions_of([(statement, signed) for statement in counted])


def _told_beside(row: models.Model) -> list[int]:
    """The public statements whose entries tell something that hangs on this row and may not be looked up by its number."""
    if isinstance(row, Occasion):
        return list(Statement.objects.public().filter(occasion=row).values_list("pk", flat=True))
    return list(sides.of_both_sides(row.pk)) if isinstance(row, Claim) else []


def first_revisions(statement: Statement, signed: Signature) -> None:
    """What becomes public with a statement gets its first Revision: its document, article, outlet, occasion, speakers and claims.

    What was public before, and comes back otherwise than it went, gets another.
    """
    first_revisions_of([(statement, signed)])


def first_revisions_of(published: Sequence[tuple[Statement, Signature]]) -> None:
    """The same of several: a row that becomes public with many is signed as the first of them."""
    rows = _shown_with(published)
    latest = Revision.objects.latest_of(row for row, _ in rows)
    changes = []
    for (row, signed), now in zip(rows, snapshots([row for row, _ in rows]), strict=True):
        last = latest.get((type_of(row), row.pk))
        if last is None:
            changes.append(Change(row, RevisionClass.PUBLICATION, replace(signed, reason="")))
        elif changed := changed_since(now, last):
            changes.append(Change(row, RevisionClass.REINSTATEMENT, replace(signed, reason=signed.reason or UNSEEN), changed))
    revise_all(changes)


def _shown_with(published: Sequence[tuple[Statement, Signature]]) -> list[tuple[models.Model, Signature]]:
    """What the public sees with these statements, each row once."""
    keys = [statement.pk for statement, _ in published]
    named = Attribution.objects.filter(statement__in=keys).order_by("speaker")
    carried = Occurrence.objects.public().filter(statement__in=keys).order_by("claim")
    beside: dict[int, list[models.Model]] = defaultdict(list)
    for attribution in named.select_related("speaker"):
        if attribution.speaker:
            beside[attribution.statement_id].append(attribution.speaker)
    for link in carried.select_related("claim"):
        beside[link.statement_id].append(link.claim)
    found: dict[models.Model, Signature] = {}
    for statement, signed in published:
        source = [statement.document, statement.document.article, statement.document.outlet, statement.occasion]
        for row in [*source, *beside[statement.pk]]:
            if row:
                found.setdefault(row, signed)
    return list(found.items())


def _linked_as(statement: Statement) -> Linked | None:
    """As it stands in the linking index; not at all while it is withdrawn."""
    standing = statement.status in (StatementStatus.ACCEPTED, StatementStatus.PUBLIC)
    return Linked(statement.start, statement.end, statement.force, statement.language) if standing else None


def _index_for_linking(statement: Statement, before: Linked | None) -> None:
    """What was proposed of words that are held otherwise now goes, until they are compared again."""
    now = _linked_as(statement)
    if now is None and before:
        passages.unindex(statement)
    elif now and before and before.force != now.force:
        passages.index_anew(statement)
    elif now != before:
        passages.index(statement)
