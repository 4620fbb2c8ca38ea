"""What the log calls the records that it tells of, and where they stand: read as rows, and only of what is public."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple

from archive.entries.asking import asked, listed
from archive.entries.reading import documents_of
from archive.models.occasion import called as occasion_called
from archive.models.search import Condition
from archive.models.speaker import called as speaker_called
from archive.models.statement import in_short
from timeline.lists.walks import rows_of
from timeline.printing.addresses import address
from timeline.record.titles import stand_in

Rows = list[tuple[Any, ...]]

# For each table `x`: the columns behind the number of a row, of which the first is its key in snapshots, and which rows are public.
SPOKEN = """EXISTS (
    SELECT 1 FROM archive_speaker kept CROSS JOIN archive_attribution a CROSS JOIN archive_statement s
    WHERE kept.id = COALESCE(x.merged_into_id, x.id) AND kept.merged_into_id IS NULL
    AND a.speaker_id = kept.id AND s.id = a.statement_id AND s.status = 'public')"""
PRINTED = """EXISTS (
    SELECT 1 FROM archive_article a CROSS JOIN archive_document d CROSS JOIN archive_statement s
    WHERE a.outlet_id = x.id AND d.article_id = a.id AND s.document_id = d.id AND s.status = 'public')"""
OUTLET = "(SELECT o.name FROM archive_article a JOIN archive_outlet o ON o.id = a.outlet_id WHERE a.id = x.article_id)"
STATED = "EXISTS (SELECT 1 FROM archive_statement s WHERE s.document_id = {document}.id AND s.status = 'public')"
NEWEST = f"(SELECT MAX(d.id) FROM archive_document d WHERE d.article_id = x.id AND {STATED.format(document='d')})"  # noqa: S608 - tables of our own
TABLES = {
    "statement": ("public_id, text, force, status", "x.status = 'public'"),
    "claim": ("slug, text", "EXISTS (SELECT 1 FROM archive_occurrence o WHERE o.claim_id = x.id AND o.status = 'public')"),
    "speaker": ("slug, name, description", SPOKEN),  # who was merged goes on under the other's name, and is one of the other's names
    "outlet": ("slug, name", PRINTED),
    "document": (f"public_id, {OUTLET}, published", STATED.format(document="x")),
    "occasion": (
        "public_id, name, place, held_on",
        "EXISTS (SELECT 1 FROM archive_statement s WHERE s.occasion_id = x.id AND s.status = 'public')",
    ),
    "article": (NEWEST, f"{NEWEST} IS NOT NULL"),
}
# A statement that was withdrawn has a tombstone; who was merged into another has no page.
SEEN = {"statement": "x.status IN ('public', 'withdrawn')", "speaker": f"x.merged_into_id IS NULL AND {SPOKEN}"}


class Record(NamedTuple):
    """A record that has a page, or at least a name. `url` is empty where there is none."""

    key: str
    name: str
    url: str = ""
    is_withdrawn: bool = False


class Paper(NamedTuple):
    """What stands in for the title of a document."""

    outlet: str
    published: str


def seen(kind: str, numbers: Collection[int]) -> dict[int, Record]:
    """By their numbers, the records of which the log may tell."""
    columns, public = TABLES[kind]
    which = f"x.id IN ({listed(numbers)}) AND {SEEN.get(kind, public)}"
    rows = asked(f"SELECT x.id, {columns} FROM archive_{kind} x WHERE {which}")  # noqa: S608 - see above
    return {row[0]: record for row, record in zip(rows, CALLED[kind](rows), strict=True) if record}


def names_of(kind: str, keys: Collection[str]) -> dict[str, str]:
    """By their keys, what public records are called."""
    columns, public = TABLES[kind]
    which = f"x.{columns.partition(',')[0]} IN ({', '.join(['%s'] * len(keys))}) AND {public}"
    sql = f"SELECT x.id, {columns} FROM archive_{kind} x WHERE {which}"  # noqa: S608 - see above
    return {one.key: one.name for one in CALLED[kind](rows_of(Condition(sql, tuple(keys)))) if one}


def _statements(rows: Rows) -> Iterable[Record]:
    for _pk, public_id, text, force, status in rows:
        yield Record(public_id, in_short(text, force), address("statement", public_id), status == "withdrawn")


def _claims(rows: Rows) -> Iterable[Record]:
    return (Record(slug, text, address("claim", slug)) for _pk, slug, text in rows)


def _speakers(rows: Rows) -> Iterable[Record]:
    return (Record(slug, speaker_called(*names), address("speaker", slug)) for _pk, slug, *names in rows)


def _outlets(rows: Rows) -> Iterable[Record]:
    return (Record(slug, name, address("outlet", slug)) for _pk, slug, name in rows)


def _documents(rows: Rows) -> Iterable[Record | None]:
    """A title that may not be shown is stood in for."""
    kept = documents_of(pk for pk, *_told in rows)
    for pk, public_id, outlet, published in rows:
        if pk in kept:
            yield Record(public_id, kept[pk].title or stand_in(Paper(outlet, published)), address("document", public_id))
        else:
            yield None


def _occasions(rows: Rows) -> Iterable[Record]:
    return (Record(public_id, occasion_called(*told), address("occasion", public_id)) for _pk, public_id, *told in rows)


def _articles(rows: Rows) -> Iterable[Record | None]:
    """An article is called by its newest public document."""
    newest = seen("document", [document for _pk, document in rows])
    return (Record("", newest[document].name) if document in newest else None for _pk, document in rows)


# In place of what was withdrawn since its row was read stands None.
CALLED: dict[str, Callable[[Rows], Iterable[Record | None]]] = {
    "statement": _statements,
    "claim": _claims,
    "speaker": _speakers,
    "outlet": _outlets,
    "document": _documents,
    "occasion": _occasions,
    "article": _articles,
}
