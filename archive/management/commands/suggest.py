"""Proposes links for accepted statements. Run again it makes the same rows, and none for what a person has judged."""

import os
from argparse import ArgumentTypeError
from contextlib import AbstractContextManager
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from archive.dask_workers import archive_read, pool_at
from archive.linking import meanings
from archive.linking.in_parallel import suggest_all, worth
from archive.linking.suggestions import due, indexed
from archive.linking.waiting.by_answers import set_threshold, sweep
from archive.models import OccasionSuggestion, Statement, Suggestion
from archive.processes import NobodyWorks, Pool, pool_of

ONE_MACHINE = "The archive is in SQLite, which this machine alone can read. Workers on others need one in PostgreSQL."


def count_of_processes(typed: str) -> int:
    if not (typed.isdecimal() and 1 <= int(typed) <= 256):
        raise ArgumentTypeError(f"“{typed}” is no number of processes; write one from 1 to 256.")
    return int(typed)


def add_processes(parser: CommandParser) -> None:
    parser.add_argument(
        "--processes",
        metavar="N",
        type=count_of_processes,
        default=os.cpu_count() or 1,
        help="how many read and compare at once (by default one for each processor)",
    )


def make_vectors(processes: int, dask: str = "") -> int:
    """Those that passages wait for; how many were made."""
    keys, made = meanings.awaited(), 0
    if not keys:
        return 0
    try:
        with (
            workers(min(processes, meanings.worth(len(keys))), dask) as pool,
            tqdm(total=len(keys), unit="vector", disable=None, leave=False) as progress,
        ):
            for done in meanings.make(keys, pool):
                progress.update(done)
                made += done
    except NobodyWorks as error:
        raise CommandError(str(error)) from None
    return made


def workers(processes: int, dask: str) -> AbstractContextManager[Pool]:
    """Those of the scheduler at this address; else processes."""
    return pool_at(dask, archive_for_all()) if dask else pool_of(processes)


def archive_for_all() -> str:
    if archive := archive_read():
        return archive
    raise CommandError(ONE_MACHINE)


class Command(BaseCommand):
    help = (
        "Propose links between accepted statements, and reports of one occasion; first make the vectors that passages wait for. Statements "
        "that were compared already and have not changed are left alone until the archive has doubled. May be killed and started again at "
        "any time."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--since", metavar="ID", default="", help="only statements drafted after this one (its public id)")
        add_processes(parser)
        parser.add_argument("--dask", metavar="ADDRESS", default="", help="let the workers of the scheduler at this address do it")
        parser.add_argument("--again", action="store_true", help="also what was compared already and has not changed")

    def handle(self, *args: Any, since: str, processes: int, dask: str, again: bool, **options: Any) -> None:
        wanted = asked(since)
        make_vectors(processes, dask)
        total = indexed()
        count = wanted.count()
        keys = list((wanted if again else due(wanted, total)).values_list("pk", flat=True))
        proposed = 0
        try:
            with (
                workers(min(processes, worth(len(keys))), dask) as pool,
                tqdm(total=len(keys), unit="statement", disable=None, leave=False) as progress,
            ):
                for done, links in suggest_all(keys, total, pool, again=again):
                    progress.update(done)
                    proposed += links
        except NobodyWorks as error:
            raise CommandError(str(error)) from None
        set_threshold()
        sweep()
        judged, reports = Suggestion.objects.open().count(), OccasionSuggestion.objects.asked().count()
        self.stdout.write(
            f"Statements: {count}, compared now: {len(keys)}. Links proposed: {proposed}. "
            f"Waiting for a judgement: {judged}. Waiting to be told whether they are of one occasion: {reports}."
        )


def asked(since: str):
    """Accepted statements in the order in which they were drafted."""
    statements = Statement.objects.accepted().order_by("pk")
    if not since:
        return statements
    first = Statement.objects.filter(public_id=since).first()
    if first is None:
        raise CommandError(f"No statement is called {since}.")
    return statements.filter(pk__gt=first.pk)
