"""What is kept of public statements to be found by, the public full-text index of their stems, and to be shown by: their entries in lists.
Publication keeps it in its own transaction."""

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection, models

from archive import matching
from archive.matching.spellings import HYPHENS, WORD, in_two_ways, read_otherwise
from archive.matching.words import ABBREVIATIONS, plain, words
from archive.models.finding.query import pieces_of

LONGEST_QUERY = 200  # characters; what is read of a query
Way = list[str]


class Condition(NamedTuple):
    """A condition in SQL, and what goes into it."""

    sql: str
    params: tuple[object, ...] = ()


PLACES = 2**33  # how many statements one date has room for in the order of the index; the date stands before, in the 30 bits that are left


def place_of(said_sort: int, statement: int) -> int:
    """Where a statement stands in the order of dates, as one number: the index is in this order, and its newest hits are its last."""
    return said_sort * PLACES + statement


def all_of(conditions: Collection[Condition]) -> Condition:
    """All of these conditions, as one."""
    return Condition(" AND ".join(f"({one.sql})" for one in conditions), tuple(value for one in conditions for value in one.params))


def hits(query: str) -> Condition:
    """The rows of the full-text index that hold every stem of the query and none that it leaves out; the words of a phrase side by side.

    Nothing of the query stands in the SQL: it goes in as a parameter, and holds letters and digits alone.
    """
    if connection.vendor == "postgresql":
        return Condition("vector @@ to_tsquery('simple', %s)", (_asked(query, POSTGRESQL),))
    return Condition("archive_search MATCH %s", (_asked(query, FTS5),))


class Dialect(NamedTuple):
    """How an index is asked for all of several, for one of them, for what stands side by side, and for the rows without something."""

    both: str
    either: str
    side_by_side: Callable[[Way], str]
    without: str


POSTGRESQL = Dialect(" & ", " | ", lambda way: f"({' <-> '.join(way)})", "({}) & !({})")
FTS5 = Dialect(" AND ", " OR ", lambda way: f'"{" ".join(way)}"', "({}) NOT ({})")


def _asked(query: str, of: Dialect) -> str:
    wanted = of.both.join(_ways_asked(ways, of) for ways in query_phrases(query))
    out = of.either.join(_ways_asked(ways, of) for ways in left_out(query))
    return of.without.format(wanted, out) if out else wanted


def _ways_asked(ways: list[Way], of: Dialect) -> str:
    return f"({of.either.join(map(of.side_by_side, ways))})"


def holds_words(statement: str, query: str) -> Condition:
    """Whether one statement, at this column, is a hit: for the rows of another list, which the index would be asked of one by one."""
    wanted, out = query_phrases(query), left_out(query)
    asked = " AND ".join([*map(_held, wanted), *(f"NOT {_held(ways)}" for ways in out)])
    params = tuple(f" {' '.join(way)} " for ways in [*wanted, *out] for way in ways)
    return Condition(f"EXISTS (SELECT 1 FROM archive_searchentry e WHERE e.statement_id = {statement} AND {asked})", params)  # noqa: S608


def _held(ways: list[Way]) -> str:
    found = "strpos" if connection.vendor == "postgresql" else "instr"
    holds = f"{found}(' ' || e.stems || ' ', %s) > 0"
    return f"({' OR '.join([holds] * len(ways))})"


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def matching(self, query: str) -> models.QuerySet["SearchEntry", Any]:
        """Ids of statements that are hits of the query."""
        if not query_phrases(query):
            return self.none().values("statement_id")
        sql, params = hits(query)
        if connection.vendor == "sqlite":
            sql = f"place IN (SELECT rowid FROM archive_search WHERE {sql})"  # noqa: S608 - see `hits`
        return self.extra(where=[sql], params=params).values("statement_id")  # noqa: S610 - see `hits`


class SearchEntry(models.Model):
    """One row is the stems of one public Statement's words. Rebuilt at will; on SQLite triggers copy it into an FTS5 table, under its
    place; on PostgreSQL a generated column is the vector of it."""

    statement = models.OneToOneField("archive.Statement", on_delete=models.CASCADE, primary_key=True, related_name="search_entry")
    stems = models.TextField()
    place = models.BigIntegerField(db_index=True)
    engine = models.CharField(max_length=32, blank=True)  # the version of the program that stemmed them

    objects = SearchEntryQuerySet.as_manager()

    def __str__(self) -> str:
        return self.stems[:80]


class Entry(models.Model):
    """One row is all that a list shows of one public Statement, as JSON without a word of any language of readers: `entries.values`.

    `entries.keeping` writes it, and raises `version` where `shown` became something else.
    """

    statement = models.OneToOneField("archive.Statement", on_delete=models.CASCADE, primary_key=True, related_name="entry")
    version = models.PositiveIntegerField(default=1)
    shown = models.TextField()

    def __str__(self) -> str:
        return f"{self.statement_id}: {self.shown[:60]}"


class DocumentEntry(models.Model):
    """One row is what has to be told of one public Document beside its statements: `entries.documents`. Kept as an Entry is."""

    document = models.OneToOneField("archive.Document", on_delete=models.CASCADE, primary_key=True, related_name="entry")
    version = models.PositiveIntegerField(default=1)
    shown = models.TextField()

    def __str__(self) -> str:
        return f"{self.document_id}: {self.shown[:60]}"


class SideTaken(models.Model):
    """One row says that a Speaker said or denied a Claim in a public Occurrence: one look finds what he said of it last.

    `entries.sides` keeps it.
    """

    occurrence = models.ForeignKey("archive.Occurrence", on_delete=models.CASCADE, related_name="sides", db_index=False)
    speaker = models.ForeignKey("archive.Speaker", on_delete=models.CASCADE, related_name="+", db_index=False)
    claim = models.ForeignKey("archive.Claim", on_delete=models.CASCADE, related_name="+", db_index=False)
    said_sort = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["occurrence", "speaker"], name="side_taken_once_a_speaker"),
        ]
        indexes = [models.Index(fields=["claim", "speaker", "said_sort", "occurrence"], name="side_taken_last")]

    def __str__(self) -> str:
        return f"{self.speaker_id} on {self.claim_id}: {self.occurrence_id}"


def tokens(text: str) -> Way:
    """The stems of a text, cut to letters and digits so that both databases take each as one word."""
    return [token for stem in matching.stems(text, keep_stop_words=True) for token in cut(stem)]


@lru_cache(maxsize=65536)
def cut(stem: str) -> tuple[str, ...]:
    """The letters and digits of a stem. A raised two or a half is a digit to Python and SQLite, and a space to PostgreSQL."""
    return tuple(re.findall(r"[^\W_]+", "".join(" " if unicodedata.category(letter) == "No" else letter for letter in stem)))


def indexed(text: str) -> str:
    """What the index holds of a text; behind it, once each, the words that are spelled in two ways, read the other way."""
    return " ".join([*tokens(text), *dict.fromkeys(way for word in in_two_ways(text) for way in _other_ways(word[0]))])


@lru_cache(maxsize=65536)
def _other_ways(text: str) -> tuple[str, ...]:
    usual = tokens(text)
    return tuple(" ".join(other) for one in read_otherwise(text) if (other := tokens(one)) != usual)


def query_phrases(query: str) -> list[list[Way]]:
    """`peace "open border"` -> [[["peac"]], [["open", "border"]]]: of each a text has to hold one way of reading it, word beside word."""
    asked = query[:LONGEST_QUERY]
    pieces = [
        part for piece in pieces_of(asked) if not piece.is_out for part in ([piece.text] if piece.is_phrase else _typed_apart(piece.text))
    ]
    return _read(pieces, is_shouted=len(pieces) > 1 and asked.isupper())


def left_out(query: str) -> list[list[Way]]:
    """`peace -toll -"the old bridge"` -> [[["toll"]], [["the", "old", "bridg"]]]: no hit may hold one of these."""
    return _read([piece.text for piece in pieces_of(query[:LONGEST_QUERY]) if piece.is_out], is_shouted=False)


def _read(pieces: Iterable[str], *, is_shouted: bool) -> list[list[Way]]:
    return [ways for piece in pieces if (ways := _ways(piece, is_shouted))]


def _ways(text: str, is_shouted: bool) -> list[Way]:
    """Of a quoted part all words are read in the same of their ways. "US" alone is no shouted "us"."""
    if (known := ABBREVIATIONS.get(text)) and not is_shouted:
        return [[known]]
    ways = dict.fromkeys([" ".join(tokens(text)), *_other_ways(text), *([known] if known else [])])
    return [way.split() for way in ways if way]


def _typed_apart(text: str) -> list[str]:
    """The words of a query, with those in one that nothing parts but a hyphen."""
    spans: list[tuple[int, int]] = []
    for word in words(text):
        if spans and text[spans[-1][1] : word.start] in HYPHENS:
            spans[-1] = spans[-1][0], word.end
        else:
            spans.append((word.start, word.end))
    return [text[begin:end] for begin, end in spans]


def spans_found(text: str, stems: frozenset[str]) -> list[tuple[int, int]]:
    """Where those words stand in a text that were searched for, in order; of what is read otherwise as a whole, all of it."""
    found = [word.span() for word in WORD.finditer(plain(text)) if not stems.isdisjoint(_tokens_in(word[0]))]
    as_a_whole = {
        word.span()
        for word in in_two_ways(text)
        if bisect(found, (word.start(),)) == bisect(found, (word.end(),)) and not stems.isdisjoint(" ".join(_other_ways(word[0])).split())
    }
    return sorted([*found, *as_a_whole])


@lru_cache(maxsize=10_000)
def _tokens_in(word: str) -> frozenset[str]:
    """A page of fifty statements has two thousand words, and most of them stand on the next page too."""
    return frozenset(tokens(word))
