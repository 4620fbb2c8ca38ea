"""Scores extraction on texts that people annotated, and says how far its confidence can be believed. Needs no database."""

import json
import time
from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from archive.evaluation import documents, gold, seeds, traps
from archive.evaluation.quotations import Tally
from archive.evaluation.reliability import kept_at, reliability_of
from archive.evaluation.shares import Measure
from archive.evaluation.table import lines_of, lines_of_reliability
from archive.extraction import Extraction, extract
from archive.management.gold_files import files_of, find_text, read_json, read_text, text_beside

THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
SHAPES = f"""
GOLD is a JSON file, or a folder of them, in one of three shapes. Offsets count Unicode code points of the text file from 0, the end
exclusive, with its line ends as they are.

1. One text: NAME.json beside NAME.txt.

{gold.__doc__.split(chr(10), 2)[2]}
2. {traps.__doc__}
3. {seeds.__doc__}
The texts of the third shape are looked for in --texts, beside the gold file, in a folder named like it ("seeds" for seeds.json)
there, and beside that folder.
"""


@dataclass
class Scores:
    """What one GOLD gave. `cases`: how sure the machine was of each speaker or candidate, and whether it was right."""

    gold: str
    shape: str
    measures: list[Measure]
    misses: list[str]
    cases: list[tuple[float, bool]] = field(default_factory=list)


class Command(BaseCommand):
    help = "Score extraction on annotated texts: quotations, speakers, names, dates, sentences, and how far confidence can be believed."
    requires_system_checks = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=RawDescriptionHelpFormatter, epilog=SHAPES, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="a gold file, or a folder of them")
        parser.add_argument("--texts", type=Path, metavar="DIR", help="where the texts are, if not beside the gold")
        parser.add_argument("--show", action="store_true", help="list everything that was missed")
        parser.add_argument("--json", action="store_true", help="one JSON object for programs")

    def handle(self, *args: Any, texts: Path | None, show: bool, **options: Any) -> None:
        clock = Clock()
        try:
            scores = [one for path in options["gold"] for one in scored(path, texts, clock)]
        except gold.GoldError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(as_json(scores, clock))
        else:
            self.stdout.write("\n".join(as_text(scores, clock, show=show)))


@dataclass
class Clock:
    """Reads texts and keeps how much processor time that took."""

    texts: int = 0
    spent: float = 0.0

    def extract(self, text: str) -> Extraction:
        begun = time.process_time()
        found = extract(text)
        self.spent += time.process_time() - begun
        self.texts += 1
        return found

    @property
    def pace(self) -> float:
        return 1000 * self.spent / max(1, self.texts)


# Reading gold


def scored(path: Path, texts: Path | None, clock: Clock) -> Iterator[Scores]:
    """The scores of one path. The texts of a folder that have a file each are one set."""
    single, others = [], []
    for file in files_of(path):
        content = read_json(file)
        if isinstance(content, dict) and "annotated" in content:
            single.append(gold.document_of(file.name, read_text(text_beside(file, texts)), content))
        elif isinstance(content, dict) and "rows" in content:
            others.append(score_rows(file, traps.rows_of(file.name, content), clock))
        elif isinstance(content, dict) and "documents" in content:
            others.append(score_seeds(file, seeds.documents_of(file.name, content), texts, clock))
        else:
            raise gold.GoldError(
                f'{file}: not a shape of gold that is known here. Expected is an object with "annotated" (one text), "rows" (short texts) '
                'or "documents" (texts to be read whole): `manage.py help evaluate_extraction` shows each.'
            )
    yield from ([score_documents(path, single, clock)] if single else [])
    yield from others


# Scoring


def read_each(things: Iterable[Any], name: str) -> Iterable[Any]:
    return tqdm(list(things), desc=name, unit="text", disable=None, leave=False)


def score_documents(path: Path, single: list[gold.GoldDocument], clock: Clock) -> Scores:
    tally = Tally()
    for one in read_each(single, path.name):
        documents.count(tally, one, clock.extract(one.text))
    cases = [(one.statement.confidence, one.right) for one in tally.judged]
    return Scores(str(path), "annotated", documents.measures_of(tally), tally.misses, cases)


def score_rows(file: Path, rows: list[Any], clock: Clock) -> Scores:
    found = [clock.extract(traps.text_of(row)[0]) for row in read_each(rows, file.name)]
    return Scores(str(file), "rows", *traps.measures_of(rows, found))


def score_seeds(file: Path, whole: list[Any], texts: Path | None, clock: Clock) -> Scores:
    found = [clock.extract(read_text(find_text(file, texts, one["file"]))) for one in read_each(whole, file.name)]
    return Scores(str(file), "documents", *seeds.measures_of(whole, found))


# Printing


def as_text(scores: list[Scores], clock: Clock, *, show: bool) -> Iterator[str]:
    for one in scores:
        yield f"{one.gold}: value, 95 % interval, counts"
        yield from lines_of(one.measures)
        yield from (f"    {miss}" for miss in (one.misses if show else ()))
        yield ""
    cases = [case for one in scores for case in one.cases]
    if cases:
        yield "How far the confidence of a speaker can be believed"
        yield from lines_of_reliability(reliability_of(cases), kept_at(cases, THRESHOLDS))
        yield ""
    yield f"{clock.texts} texts, {clock.pace:.0f} ms of processor time each"


def as_json(scores: list[Scores], clock: Clock) -> str:
    cases = [case for one in scores for case in one.cases]
    sets = [{key: value for key, value in asdict(one).items() if key != "cases"} for one in scores]
    told = {"reliability": asdict(reliability_of(cases)), "kept": [asdict(one) for one in kept_at(cases, THRESHOLDS)]}
    return json.dumps({"sets": sets, **told, "texts": clock.texts, "ms_a_text": round(clock.pace, 1)}, ensure_ascii=False)
