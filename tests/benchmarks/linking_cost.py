"""What one statement's suggestions cost in archives of different sizes, against a full FTS5 query over all its terms.

    python -m tests.benchmarks.linking_cost SIZE [SIZE …] [--queries 30]

For each size an archive of made-up passages is written into a temporary folder (words by their share in the background table, so that
common ones are as common as in earnest), indexed as `linking` does it, and asked. Prints CPU milliseconds a query and memory. SQLite
alone: on PostgreSQL the server's part would not be counted.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate, cycle
from pathlib import Path

BATCH, FIRST_KEY = 5000, 1024
WORDS = (8, 25)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", type=int, nargs="+")
    options.add_argument("--queries", type=int, default=30)
    chosen = options.parse_args()
    for size in chosen.sizes:  # each in a process of its own, for the memory
        with tempfile.TemporaryDirectory() as folder:
            script = f"from tests.benchmarks.linking_cost import measure; measure({size}, {chosen.queries})"
            subprocess.run([sys.executable, "-c", script], env={**os.environ, "VAR_DIR": folder, "DATABASE_URL": ""}, check=True)


def measure(size: int, queries: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    os.environ.setdefault("DEBUG", "false")
    os.environ.setdefault("SECRET_KEY", "benchmark-" + "".join(chr(97 + n % 26) for n in range(60)))
    import django  # noqa: PLC0415 - the surroundings come first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - the same

    call_command("migrate", verbosity=0)
    began = time.process_time()
    fill(size)
    filled = time.process_time() - began
    from archive.linking import vector_file  # noqa: PLC0415 - the same

    began = time.process_time()
    if size > vector_file.FILE_ABOVE:
        vector_file.build()
    database = Path(os.environ["VAR_DIR"]) / "on-record.sqlite3"
    print(f"{size:,} passages: indexed in {filled:.0f} CPU s, database {database.stat().st_size >> 20} MB", flush=True)
    report(queries)


def fill(size: int) -> None:
    """Rows written by plain SQL, for the time; what is indexed is what linking.passages and linking.vectors would."""
    from django.db import connection, transaction  # noqa: PLC0415 - the surroundings come first

    from archive.linking import vectors  # noqa: PLC0415 - the same
    from archive.linking.passages import LONGEST_STEM  # noqa: PLC0415 - the same
    from archive.matching import content_of  # noqa: PLC0415 - the same
    from archive.matching.vectors import vectors_of  # noqa: PLC0415 - the same
    from archive.models import Statement, Term  # noqa: PLC0415 - the same
    from tests.factories import make_accepted_statement  # noqa: PLC0415 - the same

    model = make_accepted_statement(words="The model of all others.")
    columns = [field.column for field in Statement._meta.concrete_fields]
    texts, terms, counts = made_up(random.Random(5)), {}, Counter()
    with connection.cursor() as cursor:
        for pragma in ("synchronous=OFF", "foreign_keys=OFF", "cache_size=-200000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("CREATE VIRTUAL TABLE full_text USING fts5(text, content='', tokenize='porter unicode61 remove_diacritics 2')")
        cursor.execute(f"SELECT {', '.join(columns)} FROM archive_statement WHERE id = %s", [model.pk])
        row = dict(zip(columns, cursor.fetchone(), strict=True))
        for first in range(0, size, BATCH):
            with transaction.atomic():
                lines = [(FIRST_KEY + first + n, next(texts)) for n in range(min(BATCH, size - first))]
                statements = [
                    row | {"id": key, "public_id": f"b{key}", "start": key * 99, "end": key * 99 + 98, "text": text} for key, text in lines
                ]
                insert(cursor, "archive_statement", columns, [tuple(one.values()) for one in statements])
                known = ["id", "statement_id", "start", "end", "text", "engine", "compared", "compared_lock", "compared_among"]
                insert(cursor, "archive_passage", known, [(key, key, 0, len(text), text, "benchmark", "", 0, 0) for key, text in lines])
                contents = [(key, {stem[:LONGEST_STEM] for stem in content_of(text)}) for key, text in lines]
                counts.update(stem for _, content in contents for stem in content)
                postings = sorted((terms.setdefault(stem, len(terms) + 1000), key) for key, content in contents for stem in content)
                insert(cursor, "archive_posting", ["term_id", "passage_id"], postings)
                rows = vectors_of([text for _, text in lines]).astype("<f2")
                numbers = [(key, one.tobytes()) for (key, _), one in zip(lines, rows, strict=True)]
                insert(cursor, "archive_passagevector", ["passage_id", "numbers"], numbers)
                vectors._mark({key: signs.tobytes() for (key, _), signs in zip(lines, vectors._signs(rows), strict=True)})
                insert(cursor, "full_text", ["rowid", "text"], lines)
        cursor.execute("DELETE FROM archive_posting WHERE term_id < 1000")
        cursor.execute("DELETE FROM archive_term")
        Term.objects.bulk_create([Term(pk=key, stem=stem, passages=counts[stem]) for stem, key in terms.items()], batch_size=BATCH)
        cursor.execute("PRAGMA foreign_keys=ON")


def insert(cursor, table: str, columns: list[str], rows: list[tuple]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    cursor.executemany(f"INSERT INTO {table}({names}) VALUES ({', '.join(['%s'] * len(columns))})", rows)


def made_up(rng: random.Random) -> Iterator[str]:
    """Sentences without sense; every twentieth says another one again with a third of its words changed."""
    from archive.matching.idf import background  # noqa: PLC0415 - the surroundings come first

    shares = {word: share for word, share in background().items() if word.isascii()}
    words, weights = list(shares), list(accumulate(shares.values()))
    known: list[list[str]] = []
    while True:
        said = rng.choices(words, cum_weights=weights, k=rng.randint(*WORDS))
        if known and rng.random() < 0.05:
            again = rng.choice(known)
            said = [word if rng.random() < 0.67 else other for word, other in zip(again, cycle(said), strict=False)]
        if len(known) < 20_000:
            known.append(said)
        yield " ".join(said).capitalize() + "."


def report(queries: int) -> None:
    from django.db import connection  # noqa: PLC0415 - the surroundings come first

    from archive.linking import comparing, vectors  # noqa: PLC0415 - the same
    from archive.linking.candidates import by_words, candidates  # noqa: PLC0415 - the same
    from archive.models import Passage  # noqa: PLC0415 - the same
    from tests.factories import make_document, make_statement  # noqa: PLC0415 - the same

    total = Passage.objects.count()
    rng, texts = random.Random(9), made_up(random.Random(7))
    asked = []
    for key in rng.sample(range(FIRST_KEY, FIRST_KEY + total - 10), queries + 3):
        words = Passage.objects.get(pk=key).text.split()
        text = " ".join([*words[: len(words) // 2], *next(texts).split()[:8]])
        statement = make_statement(make_document(text, title=f"Asked {key}"), text)
        passage = Passage.objects.create(statement=statement, start=0, end=len(text), text=text, engine="benchmark")
        vectors.add([passage])
        asked.append(passage)
    for passage in asked[:3]:  # the caches of a process that has begun its work
        comparing.best(passage, total)
    asked = asked[3:]
    timed = {
        "by words": lambda passage: by_words(passage, 100),
        "by meaning": lambda passage: vectors.nearest(passage, 100),
        "candidates": candidates,
        "suggestions": lambda passage: comparing.best(passage, total),
    }
    for name, act in timed.items():
        print(f"  {name:12} {spent(act, asked):7.1f} CPU ms")
    with connection.cursor() as cursor:

        def full_text(passage: Passage) -> None:
            words = {word.strip(".").lower() for word in passage.text.split()}
            query = " OR ".join(f'"{word}"' for word in sorted(words))
            cursor.execute("SELECT rowid FROM full_text WHERE full_text MATCH %s ORDER BY bm25(full_text) LIMIT 100", [query])
            cursor.fetchall()

        print(f"  {'FTS5, all terms':12} {spent(full_text, asked):4.1f} CPU ms")
    print(f"  memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10:7} MB at its highest", flush=True)


def spent(act: Callable[..., object], asked: list) -> float:
    """The mean in milliseconds; each passage once, so that nothing is found in a cache of answers."""
    began = time.process_time()
    for passage in asked:
        act(passage)
    return (time.process_time() - began) / len(asked) * 1000


if __name__ == "__main__":
    main()
