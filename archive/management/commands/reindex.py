"""Makes anew what can be made anew: the index of linking from the accepted statements, that of the public search, all counts and what lists
show from the public ones, and the file of vectors beside a large archive."""

from types import ModuleType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from archive import statistics
from archive.entries import keeping
from archive.figures import coverage
from archive.linking import passages, vector_file
from archive.management.commands.suggest import Helpers, add_processes, make_vectors
from archive.management.migrated import NeedsTables
from archive.management.printed import as_sentences
from archive.models import Passage, PassageVector, Statement
from archive.publication import listings, recounts, search_index, tallies


class Command(NeedsTables, BaseCommand):
    help = (
        "Cut accepted statements into passages anew and index their words, make the vectors that are missing, and index the public ones "
        "anew for the search of the site. List and count what is public anew, and what lists show of it. Needed after an update that reads "
        "words, counts or shows otherwise. Nothing that a person decided hangs on it. "
        "May be killed at any time; started again with --outdated it goes on where it was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        chosen = parser.add_mutually_exclusive_group()
        chosen.add_argument("--outdated", action="store_true", help="only what this version of the program has not indexed yet")
        chosen.add_argument("--file", action="store_true", help="only the file of vectors")
        add_processes(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        with as_sentences():
            self.reindex(outdated=options["outdated"], file=options["file"], processes=options["processes"])

    def reindex(self, *, outdated: bool, file: bool, processes: int) -> None:
        if not file:
            for index in (passages, search_index) if not outdated else ():
                index.outdate()
            done = self.walk(passages, "statement")
            self.stdout.write(f"Statements indexed: {done}. Passages in the index: {Passage.objects.count()}.")
            self.stdout.write(f"Public statements indexed for the search: {self.walk(search_index, 'entry')}.")
            self.list_anew()
            self.count_anew()
            self.show_anew()
            coverage.keep()
            statistics.gather()
        self.stdout.write(f"Vectors made: {make_vectors(Helpers(processes))}.")
        self.write_file()

    def walk(self, index: ModuleType, unit: str) -> int:
        statements, done = index.outdated(), 0
        with tqdm(total=statements.count(), unit=unit, disable=None, leave=False) as progress:
            for count in index.rebuild(statements):
                progress.update(count)
                done += count
        return done

    def list_anew(self) -> None:
        """In any case, as the counts, which are counts of what stands in the lists."""
        wrong = 0
        with tqdm(total=Statement.objects.public().count(), unit="statement", disable=None, leave=False) as progress:
            for count, found in listings.rebuild():
                progress.update(count)
                wrong += found
        self.stdout.write(f"Places in lists put right: {wrong}.")

    def count_anew(self) -> None:
        """In any case: a count does not tell by which version it was made."""
        retracted, wrong, lots = recounts.recount_retracted(), recounts.recount_statements(), list(recounts.counted_claims())
        claims, mended = sum(map(len, lots)), 0
        with tqdm(total=claims, unit="claim", disable=None, leave=False) as progress:
            for lot in lots:
                mended += recounts.recount(lot)
                progress.update(len(lot))
        self.stdout.write(f"Counts put right: {wrong} of statements, {mended} of {claims} claims, {retracted} of retracted reports.")

    def show_anew(self) -> None:
        """In any case, as the counts."""
        wrong = [self.put_right(step) for step in keeping.steps()]
        if any(wrong):
            tallies.raise_revision()
        told = "{} of sides that speakers take, {} of statements, {} of documents, {} of names".format(*wrong[:3], sum(wrong[3:]))
        self.stdout.write(f"Entries put right: {told}.")

    def put_right(self, step: keeping.Step) -> int:
        wrong = 0
        with tqdm(total=step.rows.count(), unit="row", disable=None, leave=False) as progress:
            for done, found in keeping.rebuild(step):
                progress.update(done)
                wrong += found
        return wrong

    def write_file(self) -> None:
        """Small archives are scanned faster than a file is asked."""
        count = PassageVector.objects.made().count()
        if count <= vector_file.FILE_ABOVE:
            vector_file.remove()
            self.stdout.write(f"Vectors: {count}, which need no file up to {vector_file.FILE_ABOVE}.")
            return
        with tqdm(total=count, unit="vector", disable=None, leave=False) as progress:
            held = vector_file.build(progress.update)
        self.stdout.write(f"Vectors: {held}, in {vector_file.place()}.")
