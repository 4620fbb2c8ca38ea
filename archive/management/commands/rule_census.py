"""Prints how often each rule of reading speaks over many texts. Needs no database."""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from archive.capture import stated_by
from archive.errors import Refused
from archive.evaluation import census, traps
from archive.evaluation.census import Census, Place, Rule, Sample
from archive.evaluation.gold import GoldError
from archive.management.commands.extract import documents_in
from archive.management.gold_files import read_json
from archive.management.printed import printed

READ = {".txt", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".pdf", ".docx", ".eml", ".rtf", ".srt", ".vtt", ".rss", ".atom", ".xml"}
WHAT = """
FOLDER is read with all folders in it: texts (.txt), pages (.html), PDFs, Word documents (.docx), rich text (.rtf), mails (.eml), subtitles
and feeds, as `extract` reads files, and the .json files that hold rows. GOLD is such a file: {"rows": [{"text": "…", "reference": "17 May
2023"}]}, or a list of objects with a "text"; their other keys make no difference. A row with a "reference" is read under that date line, as
`evaluate_extraction` does it. A single file of any kind may be named too.

Counted are the rows of every table of rules, the rules of the grammars of dates (one row for all languages that share it, with the count
of each) and the patterns of reports. Most paragraphs are read twice for dates: as the stamp of a page, and for what they tell.
Behind them stand two lists for whoever keeps the rules: those that no text needs, and those that one sentence alone needs,
with the place of that sentence; its offsets count in the text that was read, or in the row's own. A rule is in the second list where it
spoke in one text and speaks there no more once the sentence is taken out.
"""


class Command(BaseCommand):
    help = "Count how often each named rule of reading speaks over texts, and list the rules that none or one sentence alone needs."
    requires_system_checks = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=RawDescriptionHelpFormatter, epilog=WHAT, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="FOLDER_OR_GOLD")
        parser.add_argument("--json", action="store_true", help="one JSON object for programs")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        try:
            files = [file for path in paths for file in files_of(path)]
            counted, refused = self.counted(files)
        except GoldError as error:
            raise CommandError(str(error)) from error
        once = dict(counted.needed_once(bar(counted.in_one_text(), "rule")))
        self.stdout.write(as_json(counted, once) if options["json"] else "\n".join(as_text(counted, once)))
        if refused:
            sys.exit(1)

    def counted(self, files: list[Path]) -> tuple[Census, int]:
        """A file that can't be read is told of, and the others are counted."""
        counted, refused = Census(), 0
        for file in bar(files, "file"):
            try:
                for text in texts_in(file):
                    counted.read(text)
            except (OSError, Refused) as error:
                refused += 1
                self.stderr.write(printed(f"{file}: {error.strerror if isinstance(error, OSError) else error}"))
        return counted, refused


def bar(things: Iterable[Any], unit: str) -> Iterable[Any]:
    return tqdm(things, unit=unit, disable=None, leave=False)


# Files


def files_of(path: Path) -> list[Path]:
    if not path.exists():
        raise GoldError(f"{path}: there is no such file or folder.")
    if not path.is_dir():
        return [path]
    found = [file for file in sorted(path.rglob("*")) if file.is_file() and (file.suffix.lower() in READ or holds_rows(file))]
    if not found:
        raise GoldError(f"{path}: no text, page or file of rows in this folder.")
    return found


def holds_rows(file: Path) -> bool:
    """In a folder the other .json files are what people wrote down of the texts beside them."""
    return file.suffix == ".json" and bool(rows_in(read_json(file)))


def texts_in(file: Path) -> Iterator[Sample]:
    if file.suffix != ".json":
        for number, read in enumerate(documents_in(file)):
            yield Sample(f"{file}, text {number + 1}" if number else str(file), read.text, stated=stated_by(read))
        return
    rows = rows_in(read_json(file))
    if not rows:
        raise GoldError(f'{file}: no rows with a "text" in it. `manage.py help rule_census` shows what is read.')
    for number, row in enumerate(rows):
        text, own = traps.text_of(row)
        yield Sample(f"{file}, {row.get('id', f'row {number}')}", text, own)


def rows_in(content: Any) -> list[dict[str, Any]]:
    rows = content.get("rows") if isinstance(content, dict) else content
    return [row for row in rows if isinstance(row, dict) and isinstance(row.get("text"), str)] if isinstance(rows, list) else []


# Printing


def as_text(counted: Census, once: dict[Rule, Place]) -> Iterator[str]:
    for question, rows in groupby(census.rules(), key=lambda rule: rule[0]):
        yield question
        for rule in sorted(rows, key=lambda rule: -counted.times[rule]):
            languages = ", ".join(f"{code} {times}" for code, times in counted.languages.get(rule, Counter()).most_common())
            yield f"  {counted.times[rule]:7}  in {counted.heard_in[rule]:5} texts  {rule[1]}" + f"  ({languages})" * bool(languages)
        yield ""
    unneeded = counted.unneeded()
    yield f"Rules that no text needs: {len(unneeded)}"
    yield from (f"  {question}: {name}" for question, name in unneeded)
    yield ""
    yield f"Rules that one sentence alone needs: {len(once)}"
    for (question, name), place in once.items():
        yield f"  {question}: {name}"
        yield f"      {place.name} [{place.start}:{place.end}] {' '.join(place.text.split())}"
    yield ""
    yield f"{counted.texts} texts, {len(census.rules())} rules"


def as_json(counted: Census, once: dict[Rule, Place]) -> str:
    def named(rule: Rule) -> dict[str, str]:
        return {"question": rule[0], "rule": rule[1]}

    counts = [
        named(rule)
        | {"times": counted.times[rule], "texts": counted.heard_in[rule]}
        | ({"languages": dict(languages)} if (languages := counted.languages.get(rule)) else {})
        for rule in census.rules()
    ]
    places = [named(rule) | {"file": one.name, "start": one.start, "end": one.end, "text": one.text} for rule, one in once.items()]
    told = {"texts": counted.texts, "rules": counts, "unneeded": [*map(named, counted.unneeded())], "needed_once": places}
    return json.dumps(told, ensure_ascii=False)
