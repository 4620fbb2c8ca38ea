"""Proposes links for accepted statements. Run again it makes the same rows, and none for what a person has judged."""

import os
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import QuerySet
from tqdm import tqdm

from archive.dask_workers import archive_read, pool_at
from archive.errors import Refused
from archive.linking import meanings
from archive.linking.in_parallel import Batch, batches_of, suggest_all, worth
from archive.linking.lookup import parts
from archive.linking.lookup.over_parts import answered
from archive.linking.suggestions import due, indexed
from archive.linking.waiting.by_answers import set_threshold, sweep
from archive.management.migrated import NeedsTables
from archive.management.printed import as_sentences
from archive.models import OccasionSuggestion, Passage, Statement, Suggestion
from archive.processes import Pool, pool_of

ONE_MACHINE = (
    "The archive is in SQLite, which this machine alone can read. Export its index, manage.py suggest --export FOLDER, and let the workers "
    "find candidates there: --dask ADDRESS --over FOLDER. Or keep the archive in PostgreSQL."
)


def one_to_256(typed: str) -> int:
    if not (typed.isdecimal() and 1 <= int(typed) <= 256):
        raise ArgumentTypeError(f"“{typed}” won't do; write a number from 1 to 256.")
    return int(typed)


def add_processes(parser: CommandParser) -> None:
    parser.add_argument(
        "--processes",
        metavar="N",
        type=one_to_256,
        default=os.cpu_count() or 1,
        help="how many read and compare at once (by default one for each processor)",
    )


class Helpers(NamedTuple):
    """Who works beside this process: so many processes, or the workers of a scheduler. Over parts of the index in a folder, the workers
    find candidates and the processes compare."""

    processes: int
    dask: str = ""
    over: Path | None = None

    def reading(self, worth: int) -> AbstractContextManager[Pool]:
        """Those who read the database; of processes no more than are worth it."""
        if not self.dask or self.over:
            return pool_of(min(self.processes, worth))
        if not (archive := archive_read()):
            raise Refused(ONE_MACHINE)
        return pool_at(self.dask, archive)

    @contextmanager
    def comparing(self, batches: Iterator[Batch], statements: int) -> Iterator[tuple[Pool, Iterator[Batch]]]:
        """Who compares, and the batches, over a folder with what was found there."""
        with ExitStack() as stack:
            pool = stack.enter_context(self.reading(worth(statements)))
            if self.over:
                exported = parts.read(self.over.absolute())
                batches = answered(batches, exported, pool, stack.enter_context(pool_at(self.dask)) if self.dask else pool)
            yield pool, batches


def make_vectors(helpers: Helpers) -> int:
    """Those that passages wait for; how many were made."""
    keys = meanings.awaited()
    if not keys:
        return 0
    with (
        helpers.reading(meanings.worth(len(keys))) as pool,
        tqdm(total=len(keys), unit="vector", disable=None, leave=False) as progress,
    ):
        made = 0
        for done in meanings.make(keys, pool):
            progress.update(done)
            made += done
    return made


class Command(NeedsTables, BaseCommand):
    help = (
        "Propose links between accepted statements, and reports of one occasion; first make the vectors that passages wait for. Statements "
        "that were compared already and have not changed are left alone until the archive has doubled. May be killed and started again at "
        "any time."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--since", metavar="ID", default="", help="only statements drafted after this one (its public id)")
        add_processes(parser)
        parser.add_argument("--dask", metavar="ADDRESS", default="", help="let the workers of the scheduler at this address do it")
        parser.add_argument(
            "--export", metavar="FOLDER", type=Path, help="only write the index there in parts, for workers that can't reach the database"
        )
        parser.add_argument("--parts", metavar="N", type=one_to_256, default=4, help="how many parts to export (4)")
        parser.add_argument(
            "--over", metavar="FOLDER", type=Path, help="let the workers find candidates in the parts there, and compare on this machine"
        )
        parser.add_argument("--again", action="store_true", help="also what was compared already and has not changed")

    def handle(self, *args: Any, since: str, again: bool, export: Path | None, **options: Any) -> None:
        helpers = Helpers(options["processes"], options["dask"], options["over"])
        with as_sentences():
            if export:
                self.export(export.absolute(), options["parts"], helpers)
            else:
                self.suggest(asked(since), again, helpers)

    def export(self, folder: Path, count: int, helpers: Helpers) -> None:
        make_vectors(helpers)
        with tqdm(total=count, unit="part", disable=None, leave=False) as progress:
            written = parts.export(folder, count, progress.update)
        self.stdout.write(f"Passages exported: {Passage.objects.count()}. Parts in {folder}: {len(written.files)}.")

    def suggest(self, wanted: QuerySet[Statement], again: bool, helpers: Helpers) -> None:
        make_vectors(helpers)
        total = indexed()
        count = wanted.count()
        keys = list((wanted if again else due(wanted, total)).values_list("pk", flat=True))
        proposed = 0
        with (
            helpers.comparing(batches_of(keys, total, again=again), len(keys)) as (pool, batches),
            tqdm(total=len(keys), unit="statement", disable=None, leave=False) as progress,
        ):
            for done, links in suggest_all(batches, total, pool):
                progress.update(done)
                proposed += links
        set_threshold()
        sweep()
        judged, reports = Suggestion.objects.open().count(), OccasionSuggestion.objects.asked().count()
        self.stdout.write(
            f"Statements: {count}, compared now: {len(keys)}. Links proposed: {proposed}. "
            f"Waiting for a judgement: {judged}. Waiting to be told whether they are of one occasion: {reports}."
        )


def asked(since: str) -> QuerySet[Statement]:
    """Accepted statements in the order in which they were drafted."""
    statements = Statement.objects.accepted().order_by("pk")
    if not since:
        return statements
    first = Statement.objects.filter(public_id=since).first()
    if first is None:
        raise CommandError(f"No statement is called {since}.")
    return statements.filter(pk__gt=first.pk)
