"""The public full-text index: the stems of every public Statement's words. Kept by publication in its own transaction."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from django.db import connections, models

from archive import matching


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def matching(self, query: str) -> models.QuerySet["SearchEntry", Any]:
        """Ids of statements that hold every stem of the query; the words of a quoted part stand side by side."""
        phrases = query_phrases(query)
        if not phrases:
            return self.none().values("statement_id")
        if connections[self.db].vendor == "postgresql":
            condition = "to_tsvector('simple', stems) @@ to_tsquery('simple', %s)"
            wanted = " & ".join("(" + " <-> ".join(phrase) + ")" for phrase in phrases)
        else:
            condition = "statement_id IN (SELECT rowid FROM archive_search WHERE archive_search MATCH %s)"
            wanted = " AND ".join('"' + " ".join(phrase) + '"' for phrase in phrases)
        # Nothing of the query stands in the SQL: it goes in as a parameter, and holds letters and digits alone.
        return self.extra(where=[condition], params=[wanted]).values("statement_id")  # noqa: S610


class SearchEntry(models.Model):
    """One row is the stems of one public Statement's words. Rebuilt at will; on SQLite triggers copy it into an FTS5 table."""

    statement = models.OneToOneField("archive.Statement", on_delete=models.CASCADE, primary_key=True, related_name="search_entry")
    stems = models.TextField()
    engine = models.CharField(max_length=32, blank=True)  # the version of the program that stemmed them

    objects = SearchEntryQuerySet.as_manager()

    def __str__(self) -> str:
        return self.stems[:80]


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
