"""Claims, speakers, outlets, documents and occasions of which a statement of a walk is: those that it leads to, where it is short; where it
is long, each is asked whether one of its own statements is on it, for then soon enough one is."""

from django.db.models import Model, QuerySet

from archive.enums import TallyScope
from archive.models import Claim, Document, Occasion, Outlet, Speaker
from archive.models.search import Condition
from archive.models.tally import PAIRS
from timeline.lists.known import Key, rows_of
from timeline.lists.sources import Source, holder
from timeline.lists.walks import Walk

FEW = 1_000


def held(rows: QuerySet, walk: Walk) -> QuerySet:
    """Those of the rows that hold a statement of the walk."""
    if walk.known is None:
        return rows.none()
    if not walk.count_up_to(FEW).more:
        return rows.filter(pk__in=_led_to(rows.model, walk))
    if rows.model is Outlet:  # of a statement it is one alone
        rows = rows.filter(pk__in=only) if (only := [key for scope, key in walk.keys if scope == TallyScope.OUTLET]) else rows
    asked = _asked(rows.model, walk)
    return rows.extra(where=[asked.sql], params=asked.params)  # noqa: S610 - see `sources`


def _led_to(model: type[Model], walk: Walk) -> list[int]:
    """The numbers of the rows that the statements of the walk name. The joins stand in the order in which they are made."""
    places, (tables, joined, column) = walk.first(FEW), HOLDERS[model]
    sql = f"SELECT DISTINCT {column} FROM ({places.sql}) w CROSS JOIN {tables} WHERE {joined} AND {column} IS NOT NULL"  # noqa: S608
    return [number for (number,) in rows_of(Condition(sql, places.params))]


STATEMENT = "archive_statement s", "s.id = w.statement"
HOLDERS = {  # tables beside the walk, how they are joined to it, and the column that names the holder
    Claim: ("archive_occurrence o", "o.statement_id = w.statement AND o.status = 'public'", "o.claim_id"),
    Speaker: ("archive_attribution a", "a.statement_id = w.statement", "a.speaker_id"),
    Outlet: (
        "archive_statement s CROSS JOIN archive_document d CROSS JOIN archive_article a",
        "s.id = w.statement AND d.id = s.document_id AND a.id = d.article_id",
        "a.outlet_id",
    ),
    Document: (*STATEMENT, "s.document_id"),
    Occasion: (*STATEMENT, "s.occasion_id"),
}
SCOPES = {Claim: TallyScope.CLAIM, Speaker: TallyScope.SPEAKER, Outlet: TallyScope.OUTLET}  # these have lists of their own
COLUMNS = {Document: "l.document_id = archive_document.id", Occasion: "l.occasion_id = archive_occasion.id"}


def _asked(model: type[Model], walk: Walk) -> Condition:
    """Whether one of the row's own statements is on the walk."""
    source, met = _listed(model, walk) if model in SCOPES else (holder(COLUMNS[model]), frozenset[Key]())
    found = source.where([*source.between(walk.days), *walk.conditions(source, met)])
    return Condition(f"EXISTS (SELECT 1 FROM {source.table} WHERE {found.sql})", found.params)  # noqa: S608 - see `sources`


def _listed(model: type[Model], walk: Walk) -> tuple[Source, frozenset[Key]]:
    """The row's own list, or the one that it has together with one of the walk's keys."""
    scope, own = SCOPES[model], f"CAST({model._meta.db_table}.id AS varchar(40))"
    for key in walk.keys:
        if pair := PAIRS.get((scope, key[0])):
            return _of_key(pair, f"{own} || %s", f"-{key[1]}"), frozenset([key])
        if pair := PAIRS.get((key[0], scope)):
            return _of_key(pair, f"%s || {own}", f"{key[1]}-"), frozenset([key])
    return _of_key(scope, own), frozenset()


def _of_key(scope: TallyScope, key: str, *params: str) -> Source:
    which = Condition(f"l.tally_id = t.id AND t.scope = %s AND t.key = {key}", (str(scope), *params))
    return Source("archive_tally t CROSS JOIN archive_listing l", which)
