"""What is kept of public statements to be found by, the public full-text index of their stems, and to be shown by: their entries in lists.
Publication keeps it in its own transaction."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection, models

from archive import matching


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
    """The rows of the full-text index that hold every stem of the query; the words of a quoted part stand side by side.

    Nothing of the query stands in the SQL: it goes in as a parameter, and holds letters and digits alone.
    """
    phrases = query_phrases(query)
    if connection.vendor == "postgresql":
        return Condition("vector @@ to_tsquery('simple', %s)", (" & ".join("(" + " <-> ".join(phrase) + ")" for phrase in phrases),))
    return Condition("archive_search MATCH %s", (" AND ".join('"' + " ".join(phrase) + '"' for phrase in phrases),))


def holds_words(statement: str, query: str) -> Condition:
    """Whether one statement, at this column, is a hit: for the rows of another list, which the index would be asked of one by one."""
    found = "strpos" if connection.vendor == "postgresql" else "instr"
    phrases = [f" {' '.join(phrase)} " for phrase in query_phrases(query)]
    tests = " AND ".join(f"{found}(' ' || e.stems || ' ', %s) > 0" for _phrase in phrases)
    return Condition(f"EXISTS (SELECT 1 FROM archive_searchentry e WHERE e.statement_id = {statement} AND {tests})", tuple(phrases))  # noqa: S608


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


def tokens(text: str) -> list[str]:
    """The stems of a text, cut to letters and digits so that both databases take each as one word."""
    return [token for stem in matching.stems(text, keep_stop_words=True) for token in _tokens_of(stem)]


@lru_cache(maxsize=65536)
def _tokens_of(stem: str) -> tuple[str, ...]:
    """A raised two or a half is a digit to Python and SQLite, and a space to PostgreSQL."""
    return tuple(re.findall(r"[^\W_]+", "".join(" " if unicodedata.category(letter) == "No" else letter for letter in stem)))


def indexed(text: str) -> str:
    """What the index holds of a text."""
    return " ".join(tokens(text))


def query_phrases(query: str) -> list[list[str]]:
    """`peace "open border"` -> [["peac"], ["open", "border"]]: each inner list must stand as it is."""
    phrases = []
    for place, part in enumerate(query[:200].split('"')):
        stems = tokens(part)
        phrases += [stems] if place % 2 and stems else [[stem] for stem in stems]
    return phrases
