"""What one statement's suggestions cost in archives of different sizes, against a full FTS5 query over all its terms.

    python -m tests.benchmarks.linking_cost SIZE [SIZE …] [--queries 30] [--keep FOLDER]

For each size an archive of made-up passages is written into a temporary folder, or into FOLDER/SIZE where a later run finds it again
(words by their share in the background table, so that common ones are as common as in earnest), indexed as `linking` does it, and asked.
Prints CPU milliseconds a query, memory, and how fast the index is made anew. The vectors of the archive are made by a stand-in (each word
has a direction by chance): what a search costs does not hang on which model made them. SQLite alone: on PostgreSQL the server's part would
not be counted.

Measured on two slow cores that others used as well; suggestions are those of one statement with what is written, its texts all taken apart
for the first time. The file of 850,000 vectors takes ten CPU minutes to build:

| CPU ms                            | 100,000 passages | 850,000, with the file of vectors |
|-----------------------------------|------------------|-----------------------------------|
| candidates by words / by meaning  | 1 / 5            | 3 / 5                             |
| comparing the fifty best          | 13               | 16                                |
| suggestions, all in all           | 34               | 46                                |
| FTS5, all terms                   | 64               | 514                               |
| memory, without what is mapped    | 168 MB           | 216 MB                            |
| the same, once it made vectors    | 227 MB           | 283 MB                            |
| passages indexed anew a CPU s     | 5,100            | 5,200                             |
| vectors made a CPU s              | 322              | 327                               |
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import accumulate, cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

BATCH, FIRST_KEY = 5000, 1024
MADE_ANEW, BATCH_OF_TEXTS = 3000, 200
WORDS = (8, 25)
FILLED = "filled"
PASSAGE = ["id", "statement_id", "start", "end", "text", "letters", "engine", "compared", "compared_lock", "compared_among"]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", type=int, nargs="+")
    options.add_argument("--queries", type=int, default=30)
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="where the archives stay for the next run")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for size in chosen.sizes:
            place = (chosen.keep or Path(folder)) / str(size)
            if not (place / FILLED).exists():
                place.mkdir(parents=True, exist_ok=True)
                alone(place, f"fill({size})")
                (place / FILLED).touch()
            alone(place, f"report({chosen.queries})")


def alone(place: Path, act: str) -> None:
    """In a process of its own, for the memory."""
    script = f"from tests.benchmarks import linking_cost; linking_cost.begin(); linking_cost.{act}"
    subprocess.run([sys.executable, "-c", script], env={**os.environ, "VAR_DIR": str(place.resolve()), "DATABASE_URL": ""}, check=True)


def begin() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    os.environ.setdefault("DEBUG", "false")
    os.environ.setdefault("SECRET_KEY", "benchmark-" + "".join(chr(97 + n % 26) for n in range(60)))
    import django  # noqa: PLC0415 - the surroundings come first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - the same

    call_command("migrate", verbosity=0)


def fill(size: int) -> None:
    """Rows written by plain SQL, for the time; what is indexed is what linking.passages and linking.vectors would."""
    from django.db import connection, transaction  # noqa: PLC0415 - the surroundings come first

    from archive.linking import vector_file  # noqa: PLC0415 - the same

    began = time.process_time()
    with connection.cursor() as cursor:
        for pragma in ("synchronous=OFF", "foreign_keys=OFF", "cache_size=-200000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("CREATE VIRTUAL TABLE full_text USING fts5(text, content='', tokenize='porter unicode61 remove_diacritics 2')")
        postings = write_passages(cursor, size)
        with transaction.atomic():
            write_postings(cursor, postings)
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("ANALYZE")
    filled = time.process_time() - began
    if size > vector_file.FILE_ABOVE:
        vector_file.build()
    print(f"{size:,} passages indexed in {filled:.0f} CPU s, file of vectors in {time.process_time() - began - filled:.0f}", flush=True)


def write_passages(cursor, size: int) -> dict[str, array]:
    """Statements of one passage each. Returns in which passages each stem stands."""
    from django.db import transaction  # noqa: PLC0415 - the surroundings come first

    from archive.linking.postings import LONGEST_STEM  # noqa: PLC0415 - the same
    from archive.matching import content_of  # noqa: PLC0415 - the same

    content, model = cache(content_of), model_row(cursor)
    texts, postings = made_up(random.Random(5)), defaultdict(lambda: array("I"))
    for first in range(0, size, BATCH):
        lines = [(FIRST_KEY + first + n, next(texts)) for n in range(min(BATCH, size - first))]
        with transaction.atomic():
            write_batch(cursor, model, lines)
        for key, text in lines:
            for stem in {stem[:LONGEST_STEM] for word in text.split() for stem in content(word)}:
                postings[stem].append(key)
    return postings


def model_row(cursor) -> dict[str, Any]:
    """The columns of a statement that all others are written like."""
    from archive.models import Statement  # noqa: PLC0415 - the surroundings come first
    from tests.factories import make_accepted_statement  # noqa: PLC0415 - the same

    model = make_accepted_statement(words="The model of all others.")
    columns = [field.column for field in Statement._meta.concrete_fields]
    cursor.execute(f"SELECT {', '.join(columns)} FROM archive_statement WHERE id = %s", [model.pk])
    return dict(zip(columns, cursor.fetchone(), strict=True))


def write_batch(cursor, model: dict[str, Any], lines: list[tuple[int, str]]) -> None:
    from archive.linking import vectors  # noqa: PLC0415 - the surroundings come first
    from archive.linking.passages import letters_key  # noqa: PLC0415 - the same
    from archive.matching.meaning.vectors import MADE_BY  # noqa: PLC0415 - the same

    own = [{"id": key, "public_id": f"b{key}", "start": key * 99, "end": key * 99 + len(text), "text": text} for key, text in lines]
    insert(cursor, "archive_statement", list(model), [tuple((model | one).values()) for one in own])
    spans = [(key, key, key * 99, key * 99 + len(text), text, letters_key(text), "benchmark", "", 0, 0) for key, text in lines]
    insert(cursor, "archive_passage", PASSAGE, spans)
    insert(cursor, "full_text", ["rowid", "text"], lines)
    rows = stand_in([text for _, text in lines])
    numbered = list(zip([key for key, _ in lines], rows, vectors._signs(rows), strict=True))
    insert(
        cursor, "archive_passagevector", ["passage_id", "numbers", "made_by"], [(key, row.tobytes(), MADE_BY) for key, row, _ in numbered]
    )
    vectors._mark({key: signs.tobytes() for key, _, signs in numbered})


def stand_in(texts: list[str]) -> "np.ndarray":
    """Codes as the model's: the mean of directions by chance, one a word."""
    import numpy as np  # noqa: PLC0415 - the surroundings come first

    places, directions = by_chance()
    rows = np.stack([directions[[places.get(word, 0) for word in text.lower().strip(".").split()]].mean(axis=0) for text in texts])
    return np.rint(rows / np.abs(rows).max(axis=1, keepdims=True) * 127).astype(np.int8)


@cache
def by_chance() -> "tuple[dict[str, int], np.ndarray]":
    import numpy as np  # noqa: PLC0415 - the surroundings come first

    from archive.matching.idf import background  # noqa: PLC0415 - the same
    from archive.matching.meaning.transformer import DIMENSIONS  # noqa: PLC0415 - the same

    words = list(background("en"))
    return {word: place for place, word in enumerate(words)}, np.random.default_rng(3).standard_normal((len(words), DIMENSIONS), np.float32)


def write_postings(cursor, postings: dict[str, array]) -> None:
    """In the order of their key, and the other index made behind them: ten million rows at random places would take hours."""
    from archive.models import Posting, Term  # noqa: PLC0415 - the surroundings come first

    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql NOT NULL", [Posting._meta.db_table])
    indexes = cursor.fetchall()
    for name, _ in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    cursor.execute("DELETE FROM archive_posting")
    cursor.execute("DELETE FROM archive_term")
    terms = Term.objects.bulk_create([Term(stem=stem, passages=len(keys)) for stem, keys in sorted(postings.items())], batch_size=BATCH)
    insert(cursor, "archive_posting", ["term_id", "passage_id"], ((term.pk, key) for term in terms for key in postings[term.stem]))
    for _, sql in indexes:
        cursor.execute(sql)


def insert(cursor, table: str, columns: list[str], rows: Iterable[tuple]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    cursor.executemany(f"INSERT INTO {table}({names}) VALUES ({', '.join(['%s'] * len(columns))})", rows)


def made_up(rng: random.Random) -> Iterator[str]:
    """Sentences without sense; every twentieth says another one again with a third of its words changed."""
    from archive.matching.idf import background  # noqa: PLC0415 - the surroundings come first

    shares = {word: share for word, share in background("en").items() if word.isascii()}
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
    """Nothing that is made for asking stays in the archive."""
    from django.db import transaction  # noqa: PLC0415 - the surroundings come first

    with transaction.atomic():
        told(queries)
        transaction.set_rollback(True)


def told(queries: int) -> None:
    from archive import linking  # noqa: PLC0415 - the surroundings come first
    from archive.linking import vectors  # noqa: PLC0415 - the same
    from archive.linking.candidates import by_words, candidates  # noqa: PLC0415 - the same
    from archive.linking.comparing import best  # noqa: PLC0415 - the same
    from archive.linking.suggestions import indexed  # noqa: PLC0415 - the same

    total = indexed()
    asked = new_passages(2 * queries, total)
    warming, asked = asked[:queries], asked[queries:]
    linking.suggest(passage.statement for passage in warming)  # as in a process that has begun its work
    timed: dict[str, Callable] = {
        "by words": lambda passage: by_words(passage, 100),
        "by meaning": lambda passage: vectors.nearest(passage, 100),
        "candidates": candidates,
        "comparing": lambda passage: best(passage, total, held[passage.pk]),
        "suggestions": lambda passage: linking.suggest([passage.statement]),
        "FTS5, all terms": full_text,
    }
    held = {passage.pk: candidates(passage) for passage in asked}
    forget()
    print(f"{total:,} passages", flush=True)
    for name, act in timed.items():
        print(f"  {name:15} {spent(act, asked):6.1f} CPU ms", flush=True)
        forget()
    print(f"  memory          {unmapped():6.0f} MB without what is mapped", flush=True)
    made_anew(total)


def unmapped() -> float:
    """Of this process, in megabytes."""
    (told,) = (line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("RssAnon"))
    return int(told) / 1024


def made_anew(total: int) -> None:
    """The index from stored vectors, and vectors by the model."""
    from archive.linking import passages  # noqa: PLC0415 - the surroundings come first
    from archive.matching.meaning.vectors import codes_of  # noqa: PLC0415 - the same
    from archive.models import Passage, Statement  # noqa: PLC0415 - the same

    keys = range(FIRST_KEY, FIRST_KEY + min(total - 10, MADE_ANEW))
    began = time.process_time()
    for some in passages.batches(keys):
        passages.index_all(Statement.objects.filter(pk__in=some).only("start", "text", "language"))
    print(f"  index anew      {len(keys) / (time.process_time() - began):6,.0f} passages a CPU s", flush=True)
    texts = list(Passage.objects.filter(pk__in=keys[:BATCH_OF_TEXTS]).values_list("text", flat=True))
    codes_of(texts[:1])
    began = time.process_time()
    codes_of(texts)
    print(f"  vectors made    {len(texts) / (time.process_time() - began):6,.0f} a CPU s, then {unmapped():.0f} MB", flush=True)


def new_passages(count: int, total: int) -> list:
    """Of statements that were just indexed: half the words of one in the archive, and eight others."""
    from archive.linking import passages, vectors  # noqa: PLC0415 - the surroundings come first
    from archive.models import Passage  # noqa: PLC0415 - the same
    from tests.factories import make_document, make_outlet, make_statement  # noqa: PLC0415 - the same

    rng, texts, outlet = random.Random(9), made_up(random.Random(7)), make_outlet("The agency that is asked about")
    statements = []
    for key in rng.sample(range(FIRST_KEY, FIRST_KEY + total - 10), count):
        words = Passage.objects.get(pk=key).text.split()
        text = " ".join([*words[: len(words) // 2], *next(texts).split()[:8]])
        document = make_document(text, outlet=outlet, title=f"Asked {key}")
        statements.append(make_statement(document, text, speakers=[], status="accepted"))
    made = passages.index_all(statements)
    vectors.keep({one.pk: code.tobytes() for one, code in zip(made, stand_in([one.text for one in made]), strict=True)})
    return made


def forget() -> None:
    """Texts taken apart already, so that each act pays for its own."""
    from archive.linking.comparing import letters_of, prepared  # noqa: PLC0415 - the surroundings come first

    prepared.cache_clear()
    letters_of.cache_clear()


def full_text(passage: Any) -> None:
    from django.db import connection  # noqa: PLC0415 - the surroundings come first

    words = {word.strip(".").lower() for word in passage.text.split()}
    query = " OR ".join(f'"{word}"' for word in sorted(words))
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid FROM full_text WHERE full_text MATCH %s ORDER BY bm25(full_text) LIMIT 100", [query])
        cursor.fetchall()


def spent(act: Callable[..., object], asked: list) -> float:
    """The mean in milliseconds; each passage once, so that nothing is found in a cache of answers."""
    began = time.process_time()
    for passage in asked:
        act(passage)
    return (time.process_time() - began) / len(asked) * 1000


if __name__ == "__main__":
    main()
