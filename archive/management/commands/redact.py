"""Takes words out of the record because the law asks for it; says first what goes, from where, and where else the words stand."""

import sys
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.management.migrated import NeedsTables
from archive.management.printed import as_sentences, printed
from archive.models import Document, Statement, User
from archive.publication.redacting import Find, Plan, Target, planned, redact, target_of
from archive.publication.redacting.traces import sweep_up

AFTERWARDS = """\
What no program here reaches: backups and copies made before, readers' copies, web archives, search engines; on PostgreSQL the log of its
writes and its free places (VACUUM FULL). Make a new backup now and take the older ones out of use. The outlet's own page is looked at again
by `recheck`: a text that stands there otherwise by then comes in as it stands."""

NOTHING_DONE = "Nothing was taken out. Run the same command again once that is mended."
SWEEP_AGAIN = "No row holds the words any more; free places of the database, or pages that are kept, may. Run manage.py redact --sweep."


class Command(NeedsTables, BaseCommand):
    help = (
        "Take out what the law makes us take out: of the document, the statements read in it and all that is kept of them. Blocks stand "
        "in its place, with a hash. Whatever repeats the words elsewhere is listed; each has to be answered."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("of", metavar="STATEMENT|DOCUMENT", nargs="?", default="", help="its id, as in its address")
        parser.add_argument("--from", dest="start", type=int, metavar="N", help="the first character in the document's text, from 0")
        parser.add_argument("--to", dest="end", type=int, metavar="N", help="one past the last character")
        parser.add_argument("--words", default="", metavar="WORDS", help="in place of that: the words; - reads them from standard input")
        parser.add_argument("--reason", default="", metavar="WHY", help="public, for ever; without the words themselves")
        parser.add_argument("--by", default="", metavar="NAME", help="the user name of a superuser, who answers for it")
        parser.add_argument("--dry-run", action="store_true", help="only say what would go, and where else the words stand")
        parser.add_argument("--also", nargs="+", default=[], metavar="ROW", help="what goes besides, as it was listed: document:k3jd02ls9f")
        parser.add_argument(
            "--sweep", action="store_true", help="only what comes behind: free places of the database and pages that are kept"
        )
        left = parser.add_mutually_exclusive_group()
        left.add_argument("--leave", nargs="+", default=[], metavar="ROW", help="what stays, as it was listed")
        left.add_argument("--only", action="store_true", help="whatever was not named by --also stays")

    def handle(self, *args: Any, of: str, dry_run: bool, also: list[str], leave: list[str], only: bool, **options: Any) -> None:
        done = options["sweep"] or self._taken_out(of, options, dry_run, also, None if only else leave)
        if done:
            with as_sentences(SWEEP_AGAIN):
                sweep_up()

    def _taken_out(self, of: str, options: dict[str, Any], dry_run: bool, also: list[str], leave: list[str] | None) -> bool:
        """Whether anything was."""
        with as_sentences(NOTHING_DONE):
            target = _target(of, options)
            plan = planned(target, also)
            self._tell(plan)
            if dry_run:
                return False
            by = _person(options["by"])
            also, stays = self._answered(plan, also, leave)
            done = redact(target, by=by, reason=options["reason"], also=also, leave=stays)
        self.stdout.write(f"Taken out. Documents: {len(done.documents)}; other rows: {len(done.rows)}.\n{AFTERWARDS}")
        return True

    def _tell(self, plan: Plan) -> None:
        texts = Document.objects.only("public_id").in_bulk(plan.documents)
        for pk, spans in sorted(plan.spans.items()):
            places = ", ".join(f"{start}–{end}" for start, end in spans)
            self.stdout.write(f"goes: document:{texts[pk].public_id} {places}, and its file")
        for pk in sorted(plan.files):
            self.stdout.write(f"goes: the file of document:{texts[pk].public_id}")
        for one in plan.statements():
            self.stdout.write(f"goes: statement:{one.public_id} ({one.get_status_display()})")
        for hit in plan.rows:
            self.stdout.write(printed(f"goes: {hit.model._meta.model_name}:{hit.pk} ({', '.join(hit.columns)})"))
        for name in plan.addresses:
            self.stdout.write(f"stays: {name}, whose address says the words: the log names it by that, and others link to it")
        for name, finds in _by_name(plan.elsewhere).items():
            self.stdout.write(printed(f"elsewhere: {name} {'; '.join(f'{one.part} ({one.words} words)' for one in finds)}"))

    def _answered(self, plan: Plan, also: list[str], leave: list[str] | None) -> tuple[list[str], list[str] | None]:
        """On a terminal each is asked; elsewhere `redact` refuses what was not answered."""
        if leave is None or not sys.stdin.isatty():
            return also, leave
        also, leave = list(also), list(leave)
        for name in _by_name(plan.elsewhere):
            if name not in leave:
                answer = input(printed(f"{name}: take the words out there too? [y/N] "))
                (also if answer.strip().casefold().startswith("y") else leave).append(name)
        return also, leave


def _by_name(finds: Iterable[Find]) -> dict[str, list[Find]]:
    found = defaultdict[str, list[Find]](list)
    for one in sorted(finds, key=lambda one: -one.words):
        found[one.name].append(one)
    return found


def _target(of: str, options: dict[str, Any]) -> Target:
    row = Statement.objects.filter(public_id=of).first() or Document.objects.filter(public_id=of).first()
    if row is None:
        raise CommandError(printed(f"No statement and no document has the id “{of}”. It stands at the end of its address."))
    start, end, words = options["start"], options["end"], options["words"]
    if (start is None) != (end is None):
        raise CommandError("Say both where the words begin and where they end: --from N --to N.")
    return target_of(row, None if start is None else (start, end), sys.stdin.read() if words == "-" else words)


def _person(name: str) -> User:
    person = User.objects.filter(username=name).first()
    if person is None:
        raise CommandError("Say who answers for it: --by NAME, the user name of a superuser.")
    return person
