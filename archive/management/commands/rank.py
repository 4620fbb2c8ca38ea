"""Ranks the texts of one file for each text of another by the linking engine. No database: the way to measure it."""

import json
from argparse import ArgumentParser
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.matching import compare, prepare
from archive.matching.prepared import content_of
from archive.matching.shortlist import Shortlist

# So many texts are compared in full for one query, however many are asked for.
COMPARED = 150
# Prepared texts that are kept.
PREPARED = 50_000


class Command(BaseCommand):
    help = "Rank the texts of CORPUS for each text of QUERIES; one JSON line a query."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("corpus", type=Path, help='one JSON object a line: {"id": …, "text": …}')
        parser.add_argument("queries", type=Path, help="the same; each is asked against the corpus")
        parser.add_argument("--top", type=int, default=100, help="results a query (default 100)")

    def handle(self, *args: Any, corpus: Path, queries: Path, top: int, **options: Any) -> None:
        if top < 1:
            raise CommandError("--top must be 1 or more.")
        ranking = Ranking(read_rows(corpus))
        for row in read_rows(queries):
            self.stdout.write(json.dumps({"id": row["id"], "results": ranking.results(row["text"], top)}, ensure_ascii=False))


class Ranking:
    """The corpus as an index of its terms; a text is prepared when it first comes into question."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows
        self.shortlist = Shortlist(content_of(row["text"]) for row in rows)
        self.prepared = lru_cache(maxsize=PREPARED)(lambda place: prepare(rows[place]["text"]))

    def results(self, text: str, top: int) -> list[dict[str, Any]]:
        query, idf = prepare(text), self.shortlist.idf
        places = self.shortlist.candidates(query, max(top, COMPARED))
        matches = [(compare(query, self.prepared(place), idf), self.rows[place]["id"]) for place in places]
        matches.sort(key=lambda match: -match[0].likeness)
        return [
            {"id": found, "score": round(match.probability, 4), "same": match.same, "reasons": list(match.reasons)}
            for match, found in matches[:top]
        ]


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
        except ValueError as error:
            raise CommandError(f"{path}, line {number} is no JSON: {error}") from error
        if row is not None and not (isinstance(row, dict) and isinstance(row.get("id"), str) and isinstance(row.get("text"), str)):
            raise CommandError(f'{path}, line {number} needs an "id" and a "text".')
        rows += [row] if row is not None else []
    return rows
