"""Rows of the tables as plain tuples: a publishing act and a rebuilding ask for many, and model instances cost ten times as much.

Numbers of rows stand in the SQL itself, since there may be thousands of them; all of them are whole numbers, which `listed` sees to.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import connection

# `Statement.saying_key` of `s` as one number: that of the occasion, or where there is none that of the original below zero.
SAYING = "COALESCE(CASE WHEN s.translation_of_id IS NULL THEN s.occasion_id ELSE original.occasion_id END, -COALESCE(original.id, s.id))"


def is_saying(link: str) -> str:
    """`Occurrence.objects.public().sayings()` of a table under this name, in the words that the index `occurrence_sayings` knows."""
    return f"{link}.likeness IN ('verbatim', 'paraphrase') AND {link}.stance = 'asserts' AND {link}.status = 'public'"


def stands(statement: str) -> str:
    """`whose_source_stands` of a statement under this name: its report was not retracted."""
    return f"NOT EXISTS (SELECT 1 FROM archive_retractedreport fell WHERE fell.document_id = {statement}.document_id)"


def asked(sql: str, tables: str = "") -> list[tuple[Any, ...]]:
    """The rows of a query in which nothing but whole numbers was put; `tables` are named before it."""
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {tables} {sql}" if tables else sql)
        return list(cursor.fetchall())


def asked_of(sql: str, columns: tuple[str, ...], wanted: Collection[Iterable[int]]) -> list[tuple[Any, ...]]:
    """The rows of a query about a table `wanted` of whole numbers; none about an empty one."""
    return asked(sql, table("wanted", columns, wanted)) if wanted else []


def listed(numbers: Iterable[int]) -> str:
    """For `IN (…)`."""
    return ", ".join(str(int(number)) for number in numbers) or "NULL"


def table(name: str, columns: tuple[str, ...], rows: Iterable[Iterable[int]]) -> str:
    """A table of whole numbers for `asked`; there is one row at least."""
    values = ", ".join(f"({', '.join(str(int(one)) for one in row)})" for row in rows)
    return f"{name}({', '.join(columns)}) AS (VALUES {values})"


def in_iso(day: str) -> str:
    """A column of days as texts `YYYY-MM-DD`, in whatever way the database is set to write days: few of many have to become dates."""
    return f"to_char({day}, 'YYYY-MM-DD')" if connection.vendor == "postgresql" else f"CAST({day} AS varchar(10))"
