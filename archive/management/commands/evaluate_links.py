"""How well the linking engine does on what this archive's own editors answered. Changes nothing."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from archive import matching
from archive.enums import Answer
from archive.evaluation import ranking, thresholds
from archive.evaluation.shares import Measure, share
from archive.evaluation.table import lines_of
from archive.evaluation.thresholds import AtThreshold, Pair
from archive.linking import measuring
from archive.linking.suggestions import indexed
from archive.linking.waiting import threshold

SAMPLE = 500
# Below so many the intervals would span half of what is possible.
FEWEST = 20
OTHERS = (0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass
class Scores:
    """`pairs` and `repeats` are how many were looked at; what there were too few of has no measures and a sentence in `told`. `above` says
    of each answer that finds two sides alike how many such pairs are put to people; `asked` and `saved` how many questions are and are not.
    """

    engine: str
    pairs: int
    repeats: int
    called_same: float
    possible: float
    decisions: list[Measure]
    by_answer: dict[str, dict[str, int]]
    at: list[AtThreshold]
    retrieval: list[Measure]
    told: list[str]
    threshold: float
    above: list[Measure]
    asked: int
    saved: int


class Command(BaseCommand):
    help = (
        "Measure the linking engine on this archive's judgements: precision, recall and F1 of calling a pair the same claim, what other "
        "thresholds would give, and how far up the earlier sayings of a claim are listed (MAP@5, MRR, S@10)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--sample", type=int, default=SAMPLE, metavar="N", help=f"look at the newest N judgements and N sayings ({SAMPLE}; 0: at all)"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object for programs")

    def handle(self, *args: Any, sample: int, **options: Any) -> None:
        if sample < 0:
            raise CommandError("--sample is a number of judgements, 0 for all.")
        scores = measured(sample or None)
        self.stdout.write(json.dumps(asdict(scores), ensure_ascii=False) if options["json"] else "\n".join(as_text(scores)))


def measured(sample: int | None) -> Scores:
    """What the engine makes of the judgements."""
    called_same, possible = measuring.thresholds()
    keys, across = measuring.judged(sample)
    pairs = list(tqdm(measuring.pairs_of(keys), total=len(keys), desc="pairs", unit="pair", disable=None, leave=False))
    same = sum(pair.answer == Answer.SAME for pair in pairs)
    engine = f"{matching.ENGINE_METHOD} {matching.ENGINE_VERSION}"
    put, (asked, saved) = threshold.current().score, threshold.questions()
    scores = Scores(engine, len(pairs), 0, called_same, possible, [], thresholds.by_answer(pairs), [], [], [], put, [], asked, saved)
    if len(pairs) < FEWEST or not same:
        scores.told.append(
            f"Judged pairs: {len(pairs)}, of them {same} the same claim. That is too few to measure by: {FEWEST} are needed, "
            "with some that are the same. Judge pairs under Suggestions."
        )
    else:
        scores.decisions = thresholds.measures_of(pairs, Answer.SAME)
        scores.above = list(_above(pairs, put))
        scores.at = thresholds.at_thresholds(pairs, Answer.SAME, called_same, sorted({called_same, possible, *OTHERS}))
    if across:
        scores.told.append(f"Judged pairs in two languages: {across}. They are left out: the machine links nothing across languages.")
    _measure_lists(scores, sample)
    return scores


def _above(pairs: list[Pair], put: float) -> Iterator[Measure]:
    """Of what the engine could propose: what it could not is lost by no threshold."""
    for answer in Answer.joining():
        is_worth = [threshold.is_worth(pair.score, pair.label, put) for pair in pairs if pair.answer == answer and pair.is_telling]
        yield share(answer, sum(is_worth), len(is_worth))


def _measure_lists(scores: Scores, sample: int | None) -> None:
    asked, total = measuring.repeats(sample), indexed()
    scores.repeats = len(asked)
    if len(asked) < FEWEST:
        scores.told.append(
            f"Sayings of a claim that was said before in another document: {len(asked)}. That is too few to measure lists by: "
            f"{FEWEST} are needed."
        )
        return
    walk = tqdm(asked, desc="lists", unit="list", disable=None, leave=False)
    scores.retrieval = ranking.measures_of([(measuring.ranking_for(words, total), right) for words, right in walk])


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
