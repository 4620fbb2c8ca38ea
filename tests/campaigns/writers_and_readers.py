"""Eight who publish, correct, withdraw and judge at once, and eight who read of the real server meanwhile: is anybody refused?

    python -m tests.campaigns.writers_and_readers [SIZE] [--folder FOLDER] [--seconds 60]

Works on a copy of the archive of `tests.benchmarks.pages`. All acts are in the busiest claim, where they wait for each other. Prints how
many acts and pages there were, and ends with 1 where one failed: a write that found the archive locked, with the seconds that it waited, or
a page that did not come.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count, cycle
from pathlib import Path

from tests.benchmarks import archives, surroundings
from tests.benchmarks.pages import FOLDER
from tests.campaigns.server import Server, running

WRITERS = READERS = 8
MOST_OF_ONE = 1_000_000
READ = ("/", "/chronology/", "/chronology/?order=-said_on", "/search/?q=people", "/speakers/", "/corrections/", "/api/v1/statements/")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("size", type=int, nargs="?", default=10_000)
    options.add_argument("--folder", type=Path, default=FOLDER)
    options.add_argument("--seconds", type=float, default=60)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(shutil.copy(archives.kept(chosen.folder, chosen.size), folder))
        surroundings.run("from tests.factories import the_chief; the_chief()", **surroundings.in_file(archive))
        with running(archive) as server, ThreadPoolExecutor(READERS) as readers:
            writers = [start_writer(archive, number, chosen.seconds) for number in range(WRITERS)]
            read = sum(readers.map(lambda place: reads(server, place, chosen.seconds), range(READERS)), Counter())
            told = [json.loads(writer.communicate()[0]) for writer in writers]
    written = sum((Counter(done) for done, _longest in told), Counter())
    print(*(f"{what}: {times}" for what, times in sorted((read + written).items())), sep="\n")
    print(f"longest act: {max(longest for _done, longest in told):.1f} s")
    sys.exit(any(what.startswith("failed") for what in read + written))


def start_writer(archive: Path, number: int, seconds: float) -> subprocess.Popen[str]:
    script = f"from tests.campaigns.writers_and_readers import write; write({number}, {seconds})"
    environment = os.environ | surroundings.in_file(archive)
    return subprocess.Popen(surroundings.command(script), env=environment, stdout=subprocess.PIPE, text=True)


def write(number: int, seconds: float) -> None:
    """One statement's history after the other, in a process of its own; prints how many acts there were of each, and the longest."""
    from django.db import OperationalError  # noqa: PLC0415 - in a process where Django has been set up

    from tests import factories  # noqa: PLC0415 - the same

    factories.numbers = count(MOST_OF_ONE * (number + 1))  # no two of them make a row of one name
    done, longest, until = Counter[str](), 0.0, time.monotonic() + seconds
    while time.monotonic() < until:
        began = time.monotonic()
        try:
            for name, work in busiest_claim():
                began = time.monotonic()
                work()
                done[name] += 1
                longest = max(longest, time.monotonic() - began)
        except OperationalError as error:
            done[f"failed, after {time.monotonic() - began:.0f} s: {error}"] += 1
    print(json.dumps([done, longest]))


def busiest_claim() -> Iterator[tuple[str, Callable[[], object]]]:
    from archive.models import ClaimTally  # noqa: PLC0415 - in a process where Django has been set up
    from tests.benchmarks.acts import acts  # noqa: PLC0415 - the same

    return acts(ClaimTally.objects.order_by("-sayings")[0].claim, "2011-08-17")


def reads(server: Server, place: int, seconds: float) -> Counter[str]:
    """Page after page; how many came, and which did not."""
    told, until, paths = Counter[str](), time.monotonic() + seconds, cycle(READ[place % len(READ) :] + READ[: place % len(READ)])
    while time.monotonic() < until:
        path = next(paths)
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=120) as answer:
                answer.read()
        except urllib.error.URLError as error:
            told[f"failed: {path}: {error}"] += 1
        else:
            told["pages read"] += 1
    return told


if __name__ == "__main__":
    main()
