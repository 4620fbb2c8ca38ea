"""How well the linking engine does on what this archive's own editors answered. Changes nothing; `--keep` keeps it for the site."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from archive.evaluation.shares import Measure
from archive.evaluation.table import lines_of
from archive.evaluation.thresholds import AtThreshold
from archive.figures import linking_quality
from archive.figures.linking_quality import SAMPLE, Scores, measured
from archive.management.migrated import NeedsTables


class Command(NeedsTables, BaseCommand):
    help = (
        "Measure the linking engine on this archive's judgements: precision, recall and F1 of calling a pair the same claim, what other "
        "thresholds would give, and how far up the earlier sayings of a claim are listed (MAP@5, MRR, S@10)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--sample", type=int, default=SAMPLE, metavar="N", help=f"look at the newest N judgements and N sayings ({SAMPLE}; 0: at all)"
        )
        parser.add_argument("--keep", action="store_true", help="have the method page tell it")
        parser.add_argument("--json", action="store_true", help="one JSON object for programs")

    def handle(self, *args: Any, sample: int, **options: Any) -> None:
        if sample < 0:
            raise CommandError("--sample is a number of judgements, 0 for all.")
        scores = measured(sample or None, _on_a_terminal)
        if options["keep"]:
            linking_quality.keep(scores)
        self.stdout.write(json.dumps(asdict(scores), ensure_ascii=False) if options["json"] else "\n".join(as_text(scores)))


def _on_a_terminal(things: Iterable[Any], number: int, name: str) -> Iterable[Any]:
    return tqdm(things, total=number, desc=f"{name}s", unit=name, disable=None, leave=False)


# Printing


def as_text(scores: Scores) -> list[str]:
    lines = [f"Engine: {scores.engine}", ""]
    if scores.decisions:
        lines += [f"Pairs called the same claim, from a score of {scores.called_same:g} on ({scores.pairs} judged pairs)"]
        lines += [*lines_of(scores.decisions), ""]
        lines += ["What other thresholds would give (a guard that found a difference speaks against a pair at all of them)"]
        lines += ["  score  called same  right  precision             recall                F1", *map(_row(scores), scores.at), ""]
    if scores.by_answer:
        lines += ["What the engine calls the pairs that people answered", *_by_answer(scores.by_answer), ""]
    if scores.retrieval:
        lines += [f"Earlier sayings of the same claim among those listed ({scores.repeats} sayings of a claim said before)"]
        lines += [*lines_of(scores.retrieval), ""]
    if scores.above:
        lines += [f"Pairs found alike that are put to people, from a score of {scores.threshold:g} on or with a warning"]
        lines += [*lines_of([measure for measure in scores.above if measure.value is not None])]
        lines += [f"  Questions that wait: {scores.asked}. Questions saved: {scores.saved}.", ""]
    lines += scores.told
    if scores.decisions or scores.retrieval:
        lines += ["Most pairs were judged because the engine proposed them: what it never proposed is missing from recall."]
    return lines


def _row(scores: Scores):
    def line(one: AtThreshold) -> str:
        mark = " (now)" if one.threshold == scores.called_same else ""
        shown = "  ".join(map(_with_interval, (one.precision, one.recall, one.f1)))
        return f"  {one.threshold:5.3f}  {one.given:11}  {one.right:5}  {shown}{mark}"

    return line


def _with_interval(measure: Measure) -> str:
    if measure.value is None or measure.interval is None:
        return f"{'–':20}"
    return f"{measure.value:.3f} [{measure.interval[0]:.3f} {measure.interval[1]:.3f}]"


def _by_answer(found: dict[str, dict[str, int]]) -> list[str]:
    rows = sorted(found.items(), key=lambda row: -sum(row[1].values()))
    return [
        f"  {answer:10} {sum(labels.values()):5}: " + ", ".join(f"{n} {label}" for label, n in labels.items()) for answer, labels in rows
    ]
