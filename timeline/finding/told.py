"""Names that were found, as they may be shown now, each with how many statements are of it: one query for each kind, two for documents."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.utils.http import urlencode

from archive import edtf
from archive.entries.asking import asked, listed
from archive.entries.reading import documents_of
from archive.models.finding.names import Named
from archive.models.occasion import called
from archive.models.outlet import kind_in_words
from timeline.lists.paging import Count
from timeline.printing.addresses import address, list_address

MOST_TOLD = 50  # of a kind
MOST_COUNTED = 1_000  # statements of an occasion or a document

# Of these the count is kept. The joins stand in the order in which they are made.
COUNTED = """
SELECT r.id, r.slug, r.{name}, {about}, t.statements FROM archive_{kind} r CROSS JOIN archive_tally t
WHERE r.id IN ({numbers}) AND t.scope = '{kind}' AND t.key = CAST(r.id AS varchar(40)) AND t.statements > 0
ORDER BY t.statements DESC, r.id LIMIT {most}
"""
OF_ROW = "(SELECT COUNT(*) FROM (SELECT 1 FROM archive_statement s WHERE s.{kind}_id = r.id AND s.status = 'public' LIMIT {most}) counted)"
OCCASIONS = """
SELECT r.id, r.public_id, r.name, r.place, r.held_on, {counted} FROM archive_occasion r
WHERE r.id IN ({numbers}) ORDER BY r.held_sort DESC, r.id DESC LIMIT {most}
"""
DOCUMENTS = """
SELECT r.id, r.public_id, o.name, r.published, {counted}
FROM archive_document r CROSS JOIN archive_article a LEFT JOIN archive_outlet o ON o.id = a.outlet_id
WHERE r.id IN ({numbers}) AND a.id = r.article_id ORDER BY r.published_sort DESC, r.id DESC LIMIT {most}
"""


class Name(NamedTuple):
    """One that was found, by its number. `about` may be empty; `said_url` is the list of its statements."""

    pk: int
    url: str
    name: str
    about: str
    statements: Count
    said_url: str


def told(kind: Named, numbers: Iterable[int]) -> list[Name]:
    """Those of these that are public: those of the most statements first, occasions and documents from the newest on."""
    return [name for name in TOLD[kind](listed(numbers)) if name.statements.number]


def _speakers(numbers: str) -> list[Name]:
    rows = asked(COUNTED.format(kind="speaker", name="name", about="r.description", numbers=numbers, most=MOST_TOLD))
    return [_counted("speaker", slug, Name(pk, "", name, about, Count(number), "")) for pk, slug, name, about, number in rows]


def _outlets(numbers: str) -> list[Name]:
    rows = asked(COUNTED.format(kind="outlet", name="name", about="r.kind", numbers=numbers, most=MOST_TOLD))
    return [_counted("outlet", slug, Name(pk, "", name, kind_in_words(kind), Count(number), "")) for pk, slug, name, kind, number in rows]


def _claims(numbers: str) -> list[Name]:
    rows = asked(COUNTED.format(kind="claim", name="text", about="''", numbers=numbers, most=MOST_TOLD))
    return [_counted("claim", slug, Name(pk, "", text, about, Count(number), "")) for pk, slug, text, about, number in rows]


def _counted(kind: str, slug: str, name: Name) -> Name:
    return name._replace(url=address(kind, slug), said_url=f"{list_address('chronology')}?{urlencode({kind: slug})}")


def _occasions(numbers: str) -> list[Name]:
    rows = asked(OCCASIONS.format(counted=OF_ROW.format(kind="occasion", most=MOST_COUNTED + 1), numbers=numbers, most=MOST_TOLD))
    return [
        _on_a_page("occasion", public_id, Name(pk, "", called(*names), "", _up_to(number), "")) for pk, public_id, *names, number in rows
    ]


def _documents(numbers: str) -> list[Name]:
    """Under titles as they may be shown; without one there is no name."""
    rows = asked(DOCUMENTS.format(counted=OF_ROW.format(kind="document", most=MOST_COUNTED + 1), numbers=numbers, most=MOST_TOLD))
    kept = documents_of(row[0] for row in rows)
    return [
        _on_a_page("document", public_id, Name(pk, "", kept[pk].title, _printed(outlet, published), _up_to(number), ""))
        for pk, public_id, outlet, published, number in rows
        if pk in kept and kept[pk].title
    ]


def _on_a_page(kind: str, public_id: str, name: Name) -> Name:
    """Whose page lists its statements."""
    return name._replace(url=address(kind, public_id), said_url=address(kind, public_id))


def _up_to(statements: int) -> Count:
    return Count(min(statements, MOST_COUNTED), statements > MOST_COUNTED)


def _printed(outlet: str | None, published: str) -> str:
    return ", ".join(filter(None, [outlet, edtf.parse(published.partition("T")[0]).words if published else ""]))


TOLD: dict[Named, Callable[[str], list[Name]]] = {
    Named.SPEAKER: _speakers,
    Named.OUTLET: _outlets,
    Named.CLAIM: _claims,
    Named.OCCASION: _occasions,
    Named.DOCUMENT: _documents,
}
