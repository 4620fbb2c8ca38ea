"""Rows of the tables as plain tuples: a publishing act and a rebuilding ask for many, and model instances cost ten times as much.

Numbers of rows stand in the SQL itself, since there may be thousands of them; all of them are whole numbers, which `listed` sees to.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connection

from archive.models.source_note import taken_back

# `Statement.saying_key` of `s` as one number: that of the occasion, or where there is none that of the original below zero.
SAYING = "COALESCE(CASE WHEN s.translation_of_id IS NULL THEN s.occasion_id ELSE original.occasion_id END, -COALESCE(original.id, s.id))"


def is_saying(link: str) -> str:
    """`Occurrence.objects.public().sayings()` of a table under this name, in the words that the index `occurrence_sayings` knows."""
    return f"{link}.likeness IN ('verbatim', 'paraphrase') AND {link}.stance = 'asserts' AND {link}.status = 'public'"


def stands(statement: str) -> str:
    """`whose_source_stands` of a statement under this name: its report was not retracted."""
    return f"{statement}.document_id NOT IN (SELECT document FROM fallen)"


def asked(sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query in which nothing but whole numbers was put."""
    return _asked(sql, ())


def asked_of_standing(sql: str, tables: str = "") -> list[tuple[Any, ...]]:
    """The same where `fallen` holds the documents whose report was retracted. `tables`: others that the query names before itself."""
    fallen, params = _fallen(connection.vendor)
    with_others = f", {tables}" if tables else ""
    return _asked(f"WITH fallen(document) AS MATERIALIZED ({fallen}){with_others} {sql}", params)


def listed(numbers: Iterable[int]) -> str:
    """For `IN (…)`."""
    return ", ".join(str(int(number)) for number in numbers) or "NULL"


def table(name: str, columns: tuple[str, ...], rows: Iterable[Iterable[int]]) -> str:
    """A table of whole numbers for `asked_of_standing`; there is one row at least."""
    values = ", ".join(f"({', '.join(str(int(one)) for one in row)})" for row in rows)
    return f"{name}({', '.join(columns)}) AS (VALUES {values})"


def _asked(sql: str, params: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())


@cache
def _fallen(vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The query of `taken_back`, which is the same at all times."""
    return taken_back().query.sql_with_params()
