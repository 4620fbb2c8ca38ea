"""How much was read of which outlet and which year, and what was found there.

Articles are counted, however often one was captured; of statements the public ones. Outlets of which nothing is public are told in one
number together and not by name.
"""

from collections import Counter
from typing import Any

from django.db.models import Count, Max, QuerySet

from archive.figures.keeping import keep_figures
from archive.models import Document, Outlet, Statement
from archive.models.readers.kinds import FiguresOf

Cell = tuple[int | None, int | None]  # an outlet, and the year in which its articles were published: None where nothing tells


def keep() -> None:
    keep_figures(FiguresOf.COVERAGE, measured())


def measured() -> dict[str, Any]:
    read = _by_cell(Document.objects.order_by(), "article__outlet", "published_earliest__year", Count("article", distinct=True))
    of_statements = Statement.objects.public().order_by(), "document__article__outlet", "document__published_earliest__year"
    public, found = (_by_cell(*of_statements, one) for one in (Count("document__article", distinct=True), Count("pk")))
    shown = set(Outlet.objects.public().values_list("pk", flat=True))
    cells = [(outlet, year, number, public[outlet, year], found[outlet, year]) for (outlet, year), number in read.items()]
    return {
        "cells": sorted((one for one in cells if one[0] in shown), key=lambda one: (one[0], one[1] or 0)),
        "elsewhere": sum(number for outlet, _year, number, *_public in cells if outlet not in shown),
        "languages": _by_language(),
        "captured": (latest := Document.objects.aggregate(latest=Max("captured_at"))["latest"]) and latest.date().isoformat(),
    }


def _by_cell(rows: QuerySet[Any], outlet: str, year: str, counted: Count) -> Counter[Cell]:
    return Counter({(one, of): number for one, of, number in rows.values_list(outlet, year).annotate(number=counted)})


def _by_language() -> list[tuple[str, int, int]]:
    """Of documents and of public statements, the commonest first; those of no language last among equals."""
    articles = Document.objects.order_by().values_list("language").annotate(number=Count("article", distinct=True))
    statements = dict(Statement.objects.public().order_by().values_list("language").annotate(number=Count("pk")))
    read = dict(articles)
    rows = [(code, read.get(code, 0), statements.get(code, 0)) for code in read.keys() | statements.keys()]
    return sorted(rows, key=lambda row: (-row[1], not row[0], row[0]))
