"""How sure the speaker of a proposal is: what told the speaker, and how often that is right.

The evidence is named in words that stand in the result beside the figure. Its weights are fitted on annotated texts (`confidence.json`
says which, tests/benchmarks/fit_confidence.py is the fit), drawn towards no effect where few cases speak for one; evidence that the
fit has not seen has no weight. Below the threshold a speaker is proposed as a candidate only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from archive.extraction.speech.reports import INITIALS, LABEL, OFFICE, Report
from archive.extraction.types import SpeakerFound

RESOLVED = ("pronoun", "role")  # kinds of mentions that lead to a name printed elsewhere
# Labels of a transcript have the weight of what they print.
AS_FITTED = {LABEL: "person", INITIALS: "person", OFFICE: "role"}
NO_NAME = "no name"
NEAR = 120  # characters between the words and the mention


@dataclass(frozen=True, slots=True)
class Weights:
    """Of a logistic model over what is there or not."""

    intercept: float
    weights: dict[str, float]
    threshold: float


@cache
def fitted() -> Weights:
    table = json.loads(files("archive.extraction.statements").joinpath("confidence.json").read_text(encoding="utf-8"))
    return Weights(float(table["intercept"]), {name: float(one) for name, one in table["weights"].items()}, float(table["threshold"]))


def evidence_of(report: Report, speakers: Sequence[SpeakerFound], *, inherited: bool, spoke_last: bool) -> tuple[str, ...]:
    """What tells who spoke: the pattern of the report, the kind of mention, how much of a name it leads to, and what makes it doubtful.

    `spoke_last`: the speakers are those of the statement before.
    """
    if not speakers:
        return (report.how, "nobody")
    kind = AS_FITTED.get(report.source.kind, report.source.kind) if report.source else "named elsewhere"
    naming = _naming(speakers)
    found = [report.how, "inherited" if inherited else kind, naming]
    if kind in RESOLVED and naming != NO_NAME:
        found.append("spoke last" if spoke_last else "did not speak last")
    if len(speakers) > 1:
        found.append("several")
    if any(_is_far(one, report) for one in speakers):
        found.append("mention far away")
    return tuple(found)


def _naming(speakers: Sequence[SpeakerFound]) -> str:
    names = [one.name for one in speakers if one.name]
    if len(names) < len(speakers):
        return NO_NAME
    return "full name" if all(" " in name for name in names) else "one name"


def _is_far(speaker: SpeakerFound, report: Report) -> bool:
    """The mention stands well before the words, or well behind them."""
    if speaker.start is None or speaker.end is None:
        return False
    return max(speaker.start - report.end, report.start - speaker.end) > NEAR


def confidence_of(evidence: Iterable[str]) -> float:
    """The probability that the speaker is right, by what told it."""
    model = fitted()
    total = model.intercept + sum(model.weights.get(one, 0.0) for one in evidence)
    return round(1 / (1 + exp(-max(-10.0, min(10.0, total)))), 2)
