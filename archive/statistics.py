"""What the database knows of how many rows its tables have and how these differ, by which it chooses the way to an answer.

PostgreSQL gathers that by itself, if later; SQLite does when it is told. Answers are right without it, and lists quick: it is for what is
asked of them together. Gathered after `migrate`, by commands that bring much in, and daily by `work`.
"""

from django.db import DEFAULT_DB_ALIAS, connections

READ = 1000  # entries of each index that SQLite looks at: a fraction of a second at a million statements


def gather(database: str = DEFAULT_DB_ALIAS) -> None:
    """Gathers the statistics anew. Of a table without rows there are none, which is better than old ones of few."""
    with connections[database].cursor() as cursor:
        if connections[database].vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {READ}")
        cursor.execute("ANALYZE")
