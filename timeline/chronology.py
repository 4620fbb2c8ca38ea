"""The read model of the chronology: public statements become entries, and entries stand under their years and months.

What may have been said at any time of several years stands under these years, what may have been said in several months under these
months, and none of it under the first day of them. `entries` makes a fixed number of queries however many statements there are; nothing
here writes.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from archive import edtf
from archive.entries.histories import History, histories
from archive.models import Occurrence, Statement
from archive.models.search import query_phrases, tokens
from archive.models.source_note import tell
from timeline.lists.periods import Span
from timeline.said_again import Tag, tag_of

WORD = re.compile(r"(\w+)")
DAYS_OF_A_YEAR = 364  # from the first to the last
SEASONS = {"21": _("Spring"), "22": _("Summer"), "23": _("Autumn"), "24": _("Winter")}


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
    """The entries of one month; without an address those of a season or of several months, without a name those of the year."""

    name: str
    url: str
    entries: list[Entry]


@dataclass(frozen=True)
class Year:
    """The months of one year, or what was said at some time of several; without a name, the undated."""

    name: str
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
    """Entries in order of date, either way round, under their years and months; each heading once, where its first entry stands."""
    return [Year(name, url, _months(group)) for (name, url), group in _under(rows, _year_of)]


def _months(rows: list[Entry]) -> list[Month]:
    return [Month(name, url, group) for (name, url), group in _under(rows, _month_of)]


def _under(rows: Iterable[Entry], heading_of: Callable[[Statement], tuple[str, str]]) -> list[tuple[tuple[str, str], list[Entry]]]:
    """The entries under their headings, each of which is a name and an address."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for row in rows:
        found.setdefault(heading_of(row.statement), []).append(row)
    return list(found.items())


def _year_of(statement: Statement) -> tuple[str, str]:
    earliest, latest = statement.said_earliest, statement.said_latest
    if earliest is None:
        return "", reverse("undated")
    if earliest.year != latest.year:
        span = Span(earliest.year, latest.year)
        return span.words, span.url
    year = f"{earliest.year:04}"
    return edtf.parse(year).words, reverse("year", args=[year])


def _month_of(statement: Statement) -> tuple[str, str]:
    earliest, latest, said = statement.said_earliest, statement.said_latest, statement.said
    if earliest is None or earliest.year != latest.year or (latest - earliest).days >= DAYS_OF_A_YEAR:
        return "", ""
    if earliest.month == latest.month:
        return str(MONTHS[earliest.month]), reverse("month", args=[f"{earliest.year:04}", f"{earliest.month:02}"])
    if said.precision == "season":
        return str(SEASONS[said.text[5:7]]), ""
    return f"{MONTHS[earliest.month]}–{MONTHS[latest.month]}", ""


def _entry(statement: Statement, before: dict[int, History], found: set[str]) -> Entry:
    links = statement.public_occurrences
    quote = found_in(statement.text, found) if found else quote_of(statement, links)
    tags = tuple(tag_of(link, before[link.pk]) for link in links)
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
