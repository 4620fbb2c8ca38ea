"""The read model of the chronology: public statements become entries, and entries stand under their years and months.

`entries` makes one query however many statements there are; nothing here writes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.dates import MONTHS

from archive import edtf
from archive.models import Occurrence, Statement
from archive.models.search import query_phrases, tokens
from archive.models.source_note import tell
from timeline.record.histories import History, histories
from timeline.said_again import Tag, tag_of

WORD = re.compile(r"(\w+)")
COARSE_DAYS = 32  # what begins a year and may lie anywhere in so many days stands above its January


@dataclass(frozen=True)
class Segment:
    """A piece of a quote; marked where the words carry a claim."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Entry:
    """One statement as a list shows it. `shape` is how its date is drawn in the margin."""

    statement: Statement
    shape: str
    quote: tuple[Segment, ...]
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True)
class Month:
    """The entries that begin in one month; without a name, those whose date is no finer than the year."""

    name: str
    url: str
    entries: list[Entry]


@dataclass(frozen=True)
class Year:
    """The months of one year; without a number, the undated."""

    number: int | None
    url: str
    months: list[Month]


def entries(statements: Iterable[Statement], query: str = "") -> list[Entry]:
    """Entries of statements that were read with `.shown()`. With a query, its words are marked and not those that carry a claim."""
    statements = list(statements)
    tell(statement.document for statement in statements)
    before = histories([link for statement in statements for link in statement.public_occurrences])
    found = {stem for phrase in query_phrases(query) for stem in phrase}
    return [_entry(statement, before, found) for statement in statements]


def by_year(rows: Iterable[Entry]) -> list[Year]:
    """Entries in order of date, either way round, under their years and months."""
    years = groupby(rows, lambda entry: entry.statement.said_earliest and entry.statement.said_earliest.year)
    return [
        Year(number, reverse("year", args=[f"{number:04}"]) if number else reverse("undated"), _months(group)) for number, group in years
    ]


def _months(rows: Iterable[Entry]) -> list[Month]:
    return [_month(first, list(group)) for first, group in groupby(rows, lambda entry: _first_of_month(entry.statement))]


def _month(first: date | None, rows: list[Entry]) -> Month:
    if first is None:
        return Month("", "", rows)
    return Month(str(MONTHS[first.month]), reverse("month", args=[f"{first.year:04}", f"{first.month:02}"]), rows)


def _first_of_month(statement: Statement) -> date | None:
    earliest, latest = statement.said_earliest, statement.said_latest
    if earliest is None or ((earliest.month, earliest.day) == (1, 1) and (latest - earliest).days + 1 >= COARSE_DAYS):
        return None
    return earliest.replace(day=1)


def _entry(statement: Statement, before: dict[int, History], found: set[str]) -> Entry:
    links = statement.public_occurrences
    quote = found_in(statement.text, found) if found else quote_of(statement, links)
    tags = tuple(tag_of(link, statement.said, before[link.pk]) for link in links)
    return Entry(statement, shape_of(statement.said), quote, tags)


def shape_of(said: edtf.Edtf | None) -> str:
    """Dot, pill or bracket; dashed where the date is approximate or uncertain."""
    if said is None:
        return "undated"
    return f"{said.shape} dashed" if said.approximate or said.uncertain else said.shape


def quote_of(statement: Statement, links: Iterable[Occurrence]) -> tuple[Segment, ...]:
    """The words with those marked that carry a claim; when they all do, none is."""
    text, offset = statement.text, statement.start
    spans = sorted((link.start - offset, link.end - offset) for link in links)
    pieces, at = [], 0
    for start, end in spans:
        if end > at:
            pieces += [Segment(text[at:start]), Segment(text[max(at, start) : end], marked=True)]
            at = end
    pieces.append(Segment(text[at:]))
    shown = tuple(piece for piece in pieces if piece.text)
    return (Segment(text),) if all(piece.marked for piece in shown) else shown


def found_in(text: str, stems: set[str]) -> tuple[Segment, ...]:
    """The text with those words marked whose stem was searched for."""
    pieces = WORD.split(text)
    return tuple(Segment(piece, bool(place % 2) and not stems.isdisjoint(tokens(piece))) for place, piece in enumerate(pieces) if piece)
