"""Reads every file under a folder and lists what raised, what was slow and what does not hold.

    python -m tests.benchmarks.read_folder FOLDER …

A rule that raises costs a sentence or a line and is logged: the log is listed beside the name of its file. Slow is what takes more than 10
milliseconds of processor time a 1,000 characters, of several readings the quickest. What does not hold is a span that lies outside the
text or says other words than stand there, and statements that overlap. Files that are refused are counted by the sentence that says why.
Needs no database. Also printed: what the head alone costs, which is all that capture reads. The exit status is 1 where a text is listed.
"""

import argparse
import os
import secrets
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from statistics import median

import django
from tqdm import tqdm

from archive.extraction import Stated, extract, read_head
from archive.reading import ReadText, Refusal, Unreadable
from tests.archive.extraction.reading_log import faults_of_reading
from tests.archive.extraction.sound import unsound
from tests.archive.reading.outcomes import Outcome, outcomes_of, sentence_of

SLOW = 10.0  # milliseconds of processor time a 1,000 characters
LEAST = 1000  # characters that a shorter text counts as
TRIES = 3  # what else the machine does only adds
NOTHING = Stated()
Read = Callable[..., object]


@dataclass(frozen=True)
class Found:
    """Of one text: what it and its head cost, in milliseconds a 1,000 characters, what was logged and what does not hold."""

    cost: float
    head: float
    raised: Sequence[str]
    broken: Sequence[str]

    @property
    def faults(self) -> list[str]:
        slow = [f"slow: {self.cost:.1f} ms a 1,000 characters"] if self.cost > SLOW else []
        return [*(f"raised: {line}" for line in self.raised), *(f"does not hold: {line}" for line in self.broken), *slow]


def main(folders: Sequence[Path]) -> int:
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())
    if not files:
        sys.exit("There is no file in there.")
    costs, heads, refused, listed = list[float](), list[float](), Counter[str](), 0
    for file, one in _outcomes(files):
        if isinstance(one, Refusal | Unreadable):
            refused[sentence_of(one)] += 1
            continue
        found = read_text(one.text, stated_by()(one))
        costs.append(found.cost)
        heads.append(found.head)
        listed += bool(found.faults)
        tqdm.write("".join(f"{file}\n   {fault}\n" for fault in found.faults), end="")
    print(f"{len(files)} files, {len(costs)} texts, of which {listed} are listed above")
    if costs:
        for called, taken in {"the whole": costs, "the head alone": heads}.items():
            print(f"milliseconds a 1,000 characters, {called}: median {median(taken):.2f}, most {max(taken):.2f}")
    for sentence, times in refused.most_common():
        print(f"{times:6} refused: {sentence}")
    return 1 if listed else 0


def _outcomes(files: Sequence[Path]) -> Iterator[tuple[Path, Outcome]]:
    for file in tqdm(files, unit="file", disable=None):
        yield from ((file, one) for one in outcomes_of(file.name, file.read_bytes()))


@cache
def stated_by() -> Callable[[ReadText], Stated]:
    """What a file says of itself, as capture hands it to extraction: it stands beside the tables, which want settings."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "timeline.settings", "SECRET_KEY": secrets.token_urlsafe(60), "VAR_DIR": folder}
        django.setup()
    stated: Callable[[ReadText], Stated] = import_module("archive.capture").stated_by
    return stated


def read_text(text: str, stated: Stated = NOTHING) -> Found:
    with faults_of_reading() as lines:
        found = extract(text, stated=stated)
    return Found(_cost(extract, text, stated), _once(read_head, text, stated), lines, unsound(text, found))


def _cost(read: Read, text: str, stated: Stated) -> float:
    """Milliseconds a 1,000 characters: of one reading, and where that is much, of the quickest of some."""
    cost = _once(read, text, stated)
    return cost if cost <= SLOW else min(cost, *(_once(read, text, stated) for _ in range(TRIES)))


def _once(read: Read, text: str, stated: Stated) -> float:
    began = time.process_time()
    read(text, stated=stated)
    return 1e6 * (time.process_time() - began) / max(len(text), LEAST)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    sys.exit(main(options.parse_args().folders))
