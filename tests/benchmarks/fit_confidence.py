"""Fits archive/extraction/statements/confidence.json: how often a speaker is right, by what told the speaker. One command,
run by hand after the rules for speakers changed:

    python -m tests.benchmarks.fit_confidence [FOLDER_OF_GOLD …] [--write]

Always read: the invented articles in speeches/ and the documents of the demo archive with its editors' decisions; FOLDER_OF_GOLD is more
in the shape of `evaluate_extraction` (annotated news). The weights are those of a logistic model, each drawn towards nothing (PULL), so
that evidence seen five times says little. First each half of the documents is predicted by weights fitted on the other half: the table
shows those figures. What is written is fitted on all.
"""

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from math import exp
from pathlib import Path

from archive.evaluation import quotations
from archive.evaluation.gold import GoldDocument, GoldStatement, document_of
from archive.evaluation.indirect import overlap
from archive.evaluation.quotations import Tally, judge, letters
from archive.evaluation.reliability import kept_at, reliability_of
from archive.evaluation.table import lines_of_reliability
from archive.extraction import extract
from archive.extraction.types import StatementFound

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FILE = ROOT / "archive" / "extraction" / "statements" / "confidence.json"
DEMO = ROOT / "archive" / "demo" / "documents"
MARKED = re.compile(r"\{(?P<how>[?~]?)(?P<who>[^|{}]+)\|(?P<words>[^{}]+)\}")
PULL = 1.5
# A wrong speaker costs an editor more than an empty place. No kind of evidence that stands above this was wrong more than three times in
# ten where the weights had not seen the documents; below it are guesses, which stay visible as candidates.
THRESHOLD = 0.65
FOUND = 0.5  # of the letters of both: the statement that a gold statement is judged by
ROUNDS, STEP, ENOUGH = 20_000, 1.0, 1e-3
# The demo and the rules grew up together, which flatters the rules; news is what the archive is fed with.
WEIGHT = {"demo": 0.5, "invented": 1.0, "news": 2.0}
# So many cases are added to each combination of evidence, right as often as the first rules were on annotated news that nobody had
# looked at (quote with speaker .846 where .952 of the quotes were found). Open texts are always kinder than those to come.
ADDED, UNSEEN_RATE = 4.0, 0.88
# Whoever spoke before, for words beside which nobody stands, is as good as a toss until many cases say more.
GUESSED, GUESSES_ADDED, GUESSED_RATE = {"spoke before", "spoke long before", "nobody"}, 20.0, 0.5


# For each combination of evidence the weight of its cases, and of those that are right.
Alike = dict[tuple[str, ...], list[float]]


@dataclass(frozen=True)
class Case:
    """One speaker that was proposed; `stated` is the confidence that the present weights give."""

    origin: str
    document: str
    evidence: tuple[str, ...]
    right: bool
    stated: float
    told: str


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", nargs="*", type=Path)
    options.add_argument("--write", action="store_true")
    options.add_argument("--show", action="store_true", help="list the wrong speakers")
    chosen = options.parse_args()
    cases = all_cases(chosen.gold)
    if chosen.show:
        print("".join(f"{case.origin} {case.document}: {case.evidence} {case.told}\n" for case in cases if not case.right), end="")
    print(", ".join(counted(cases)))
    show_reliability(cases)
    write(fit(cases), cases, to_file=chosen.write)


def all_cases(folders: list[Path]) -> list[Case]:
    documents = [*(("invented", one) for one in invented()), *(("demo", one) for one in demo())]
    documents += [("news", one) for folder in folders for one in annotated(folder)]
    return [case for origin, one in documents for case in cases_of(origin, one)]


def counted(cases: list[Case]) -> list[str]:
    """How many speakers in how many documents of each origin."""
    documents: dict[str, list[str]] = {}
    for case in cases:
        documents.setdefault(case.origin, []).append(case.document)
    return [f"{len(names)} speakers in {len(set(names))} {origin}" for origin, names in documents.items()]


def show_reliability(cases: list[Case]) -> None:
    halves = [[case for case in cases if half_of(case.document) == half] for half in (0, 1)]
    weights = [fit(half) for half in halves]
    predicted = [(probability(weights[1 - half], case.evidence), case) for half in (0, 1) for case in halves[half]]
    show("as it stands", [(case.stated, case) for case in cases])
    show("each half by weights of the other", predicted)
    for origin in dict.fromkeys(case.origin for case in cases):
        show(f"  of these, {origin}", [(p, case) for p, case in predicted if case.origin == origin])


def show(title: str, stated: list[tuple[float, Case]]) -> None:
    pairs = [(p, case.right) for p, case in stated]
    print(f"\n{title}")
    print("\n".join(lines_of_reliability(reliability_of(pairs), kept_at(pairs, (0.0, 0.4, 0.5, 0.6, 0.7, 0.8)))))


def half_of(name: str) -> int:
    return sha256(name.encode()).digest()[-1] % 2


# What is fitted on


def invented() -> list[GoldDocument]:
    return [
        unmarked(file.stem, file.read_text(encoding="utf-8")) for file in sorted((HERE / "speeches").glob("*.txt")) if file.stem != "README"
    ]


def unmarked(name: str, marked: str) -> GoldDocument:
    text, rows, at = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[at : match.start()]
        rows.append((match["how"], match["who"], len(text), len(text) + len(match["words"])))
        text += match["words"]
        at = match.end()
    text += marked[at:]
    statements = tuple(statement(text, *row) for row in rows)
    return GoldDocument(name, text, frozenset({"direct", "indirect"}), None, statements, (), (), ())


def statement(text: str, how: str, who: str, start: int, end: int) -> GoldStatement:
    places = [match.span() for match in re.finditer(re.escape(who), text)] if how == "?" else []
    mention = min(places, key=lambda place: abs(place[0] - end)) if places else None
    return GoldStatement(
        kind="indirect" if how == "~" else "direct",
        span=(start, end),
        mentions=(mention,) if mention else (),
        names=() if how == "?" else (who,),
        has_cue=True,
        required=True,
    )


def demo() -> list[GoldDocument]:
    """The demo's documents with the statements that its editors accepted."""
    return [of_demo(file, json.loads(file.read_text(encoding="utf-8"))) for file in sorted(DEMO.glob("*.json"))]


def of_demo(file: Path, decided: dict) -> GoldDocument:
    text = file.with_suffix(".txt").read_text(encoding="utf-8")
    statements = []
    for row in decided.get("statements", []):
        people = [("?", one) if isinstance(one, dict) else ("", decided["people"][one]) for one in row.get("speakers", [])]
        start = text.rfind(row["words"])
        if people and start >= 0 and all(one.get("printed") for _, one in people):
            how, first = people[0]
            statements.append(statement(text, how, first["printed"], start, start + len(row["words"])))
    return GoldDocument(file.stem, text, frozenset({"direct", "indirect"}), None, tuple(statements), (), (), ())


def annotated(folder: Path) -> list[GoldDocument]:
    return [
        document_of(file.stem, file.with_suffix(".txt").read_bytes().decode(), json.loads(file.read_text(encoding="utf-8")))
        for file in sorted(folder.glob("*.json"))
    ]


def cases_of(origin: str, document: GoldDocument) -> list[Case]:
    """One case for each run of quoted words that was found, and for each other gold statement."""
    found, tally = extract(document.text).statements, Tally()
    quotations.count(tally, document, found)
    quoted = letters(document.text, quotations.runs_of(document.text))
    covered = [(letters(document.text, [(one.start, one.end)]), one) for one in found]
    for wanted in document.statements:
        inside = letters(document.text, [wanted.span])
        best = max(covered, key=lambda one: overlap(one[0], inside), default=None)
        if best and wanted.required and quoted.isdisjoint(inside) and overlap(best[0], inside) >= FOUND:
            judge(tally, document, wanted, best[1])
    return [
        Case(origin, document.name, one.statement.evidence, one.right, one.statement.confidence, told_of(one.statement))
        for one in tally.judged
    ]


def told_of(statement: StatementFound) -> str:
    names = " / ".join(one.name or "?" for one in statement.speakers or statement.candidates)
    return f"{statement.text[:60]!r} by {names}"


# The fit


def fit(cases: list[Case]) -> dict[str, float]:
    """Logistic weights by plain descent; "" is the intercept, which nothing draws. The loss is convex and small: this ends at its least."""
    weights = dict.fromkeys(["", *sorted({name for case in cases for name in case.evidence})], 0.0)
    alike = weighted(cases)
    pace = STEP / max(1.0, sum(total for total, _ in alike.values()))
    for _ in range(ROUNDS):
        slope = slope_at(weights, alike)
        for name in weights:
            weights[name] -= pace * slope[name]
        if max(map(abs, slope.values())) < ENOUGH:
            break
    return weights


def weighted(cases: list[Case]) -> Alike:
    alike: Alike = {}
    for case in cases:
        row, weight = alike.setdefault(case.evidence, [0.0, 0.0]), WEIGHT.get(case.origin, 1.0)
        row[0], row[1] = row[0] + weight, row[1] + weight * case.right
    for evidence, row in alike.items():
        added, rate = (GUESSES_ADDED, GUESSED_RATE) if GUESSED & set(evidence) else (ADDED, UNSEEN_RATE)
        row[0], row[1] = row[0] + added, row[1] + added * rate
    return alike


def slope_at(weights: dict[str, float], alike: Alike) -> dict[str, float]:
    slope = {name: 0.0 if name == "" else PULL * weight for name, weight in weights.items()}
    for evidence, (total, right) in alike.items():
        error = total * probability(weights, evidence) - right
        for name in ("", *evidence):
            slope[name] += error
    return slope


def probability(weights: dict[str, float], evidence: tuple[str, ...]) -> float:
    return 1 / (1 + exp(-weights[""] - sum(weights.get(name, 0.0) for name in evidence)))


def write(weights: dict[str, float], cases: list[Case], *, to_file: bool) -> None:
    seen = Counter(name for case in cases for name in case.evidence)
    right = Counter(name for case in cases if case.right for name in case.evidence)
    told = ", ".join(f"{one} documents" for one in counted(cases))
    table = {
        "fitted_on": f"{told}; every weight drawn towards 0 with {PULL:g}, every combination towards {UNSEEN_RATE} by {ADDED:g} cases. "
        "See tests/benchmarks/fit_confidence.py.",
        "intercept": round(weights[""], 3),
        "weights": {name: round(weights[name], 3) for name in sorted(weights) if name},
        "threshold": THRESHOLD,
    }
    print(f"\nintercept {table['intercept']}")
    for name in sorted(seen, key=lambda name: weights[name]):
        print(f"  {name:24} {weights[name]:7.3f}  {right[name]} right of {seen[name]}")
    if to_file:
        FILE.write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
