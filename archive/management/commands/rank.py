"""Ranks the texts of one file for each text of another by the linking engine. No database: the way to measure it."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.matching.ranking import Entry, Ranking


class Command(BaseCommand):
    help = "Rank the texts of CORPUS for each text of QUERIES; one JSON line a query."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "corpus", type=Path, help='one JSON object a line: {"id": …, "text": …}, and if known "title", "speaker", "date"'
        )
        parser.add_argument("queries", type=Path, help="the same; each is asked against the corpus")
        parser.add_argument("--top", type=int, default=100, help="results a query (default 100)")

    def handle(self, *args: Any, corpus: Path, queries: Path, top: int, **options: Any) -> None:
        if top < 1:
            raise CommandError("--top must be 1 or more.")
        ranking = Ranking([entry_of(row) for row in read_rows(corpus)])
        for row in read_rows(queries):
            results = [
                {"id": entry.key, "score": round(match.probability, 4), "same": match.same, "reasons": list(match.reasons)}
                for match, entry in ranking.best(entry_of(row), top)
            ]
            self.stdout.write(json.dumps({"id": row["id"], "results": results}, ensure_ascii=False))


def entry_of(row: dict[str, Any]) -> Entry:
    known = {name: row[name] for name in ("title", "speaker", "date") if isinstance(row.get(name), str)}
    return Entry(row["id"], row["text"], **known)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Every line must be an object with an id and a text."""
    rows = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} can't be read: {error}") from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line) if line.strip() else None
            json.dumps(row, ensure_ascii=False).encode()  # half a character, written as "\ud800", is none
        except (ValueError, RecursionError) as error:
            raise CommandError(f"{path}, line {number} is no JSON in UTF-8: {error}") from error
        if row is not None and not (isinstance(row, dict) and isinstance(row.get("id"), str) and isinstance(row.get("text"), str)):
            raise CommandError(f'{path}, line {number} needs an "id" and a "text".')
        rows += [row] if row is not None else []
    return rows
