"""Which column of a sheet is what: by its heading, or as a person chose."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from archive.desk.lists.cells import COLUMNS


class Field(NamedTuple):
    """What a column may be, and the headings by which it is known besides its own."""

    label: Any
    known_as: Collection[str]


FIELDS: dict[str, Field] = {
    "id": Field(_("id of the statement"), ("id", "statement", "statement id")),
    "words": Field(_("words"), ("words", "quote", "quotation", "text", "цитата", "слова", "текст")),
    "speakers": Field(_("speakers"), ("speakers", "speaker", "who", "name", "person", "спикер", "кто", "имя")),
    "roles": Field(_("roles"), ("roles", "role", "position", "office", "должность", "роль")),
    "said_on": Field(_("said on"), ("said on", "date", "day", "when", "said", "дата", "когда")),
    "kind": Field(_("kind"), ("kind", "speech", "вид")),
    "force": Field(_("how it is said"), ("how it is said", "how")),
    "language": Field(_("language"), ("language", "язык")),
    "document": Field(_("id of the document"), ("document", "document id")),
    "address": Field(_("address of the source"), ("address", "url", "link", "source", "адрес", "ссылка")),
    "title": Field(_("title of the source"), ("title", "headline", "article", "заголовок", "название")),
    "outlet": Field(_("outlet"), ("outlet", "paper", "publisher", "medium", "издание", "сми")),
    "locator": Field(_("place in the source"), ("place in the source", "place", "page", "time code", "страница")),
}
SOURCES = ({"id"}, {"words", "document"}, {"words", "address"}, {"words", "title", "outlet"})  # what a row is found by: one of these
PASSED_OVER = {str(one.heading).casefold() for one in COLUMNS if one.name not in FIELDS}  # of our own sheets


def recognised(headings: Sequence[str]) -> list[str]:
    """The field of each heading, "" where none is known. Two columns are never the same field."""
    found: list[str] = []
    for heading in headings:
        field = _field_of(" ".join(heading.casefold().replace("_", " ").split()))
        found.append("" if field in found else field)
    return found


def _field_of(heading: str) -> str:
    return next((name for name, field in FIELDS.items() if heading in (str(field.label), *field.known_as)), "")


def are_plain(headings: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether nothing has to be asked: each heading is known, and rows can be found."""
    unknown = {heading.casefold().strip() for heading, field in zip(headings, columns, strict=True) if not field}
    return unknown <= PASSED_OVER and are_enough(columns)


def are_enough(columns: Collection[str]) -> bool:
    return any(needed <= set(columns) for needed in SOURCES)
