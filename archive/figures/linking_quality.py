"""How well the linking engine does on what this archive's own editors answered: measured anew, and kept for the method page."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from archive import matching
from archive.enums import Answer
from archive.evaluation import ranking, thresholds
from archive.evaluation.shares import Measure, share
from archive.evaluation.thresholds import AtThreshold, Pair
from archive.figures.keeping import keep_figures
from archive.linking import measuring
from archive.linking.suggestions import indexed
from archive.linking.waiting import threshold
from archive.models.readers.kinds import FiguresOf

Walked = Callable[[Iterable[Any], int, str], Iterable[Any]]  # so many things called so, as they are walked

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


def keep(scores: Scores | None = None) -> None:
    """Keep what readers are told of it: how many judgements, and each measure with its counts and interval."""
    scores = scores or measured(SAMPLE)
    told = {"pairs": scores.pairs, "repeats": scores.repeats}
    keep_figures(FiguresOf.LINKING, told | {one.name: asdict(one) for one in [*scores.decisions, *scores.retrieval]})


def unseen(things: Iterable[Any], _number: int, _name: str) -> Iterable[Any]:
    return things


def measured(sample: int | None, walked: Walked = unseen) -> Scores:
    """What the engine makes of the judgements. `walked` shows somebody how far it has come."""
    called_same, possible = measuring.thresholds()
    keys, across = measuring.judged(sample)
    pairs = list(walked(measuring.pairs_of(keys), len(keys), "pair"))
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
    _measure_lists(scores, sample, walked)
    return scores


def _above(pairs: list[Pair], put: float) -> Iterator[Measure]:
    """Of what the engine could propose: what it could not is lost by no threshold."""
    for answer in Answer.joining():
        is_worth = [threshold.is_worth(pair.score, pair.label, put) for pair in pairs if pair.answer == answer and pair.is_telling]
        yield share(answer, sum(is_worth), len(is_worth))


def _measure_lists(scores: Scores, sample: int | None, walked: Walked) -> None:
    asked, total = measuring.repeats(sample), indexed()
    scores.repeats = len(asked)
    if len(asked) < FEWEST:
        scores.told.append(
            f"Sayings of a claim that was said before in another document: {len(asked)}. That is too few to measure lists by: "
            f"{FEWEST} are needed."
        )
        return
    scores.retrieval = ranking.measures_of(
        [(measuring.ranking_for(words, total), right) for words, right in walked(asked, len(asked), "list")]
    )
