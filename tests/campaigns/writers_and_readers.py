"""Eight editors who review, publish, correct, withdraw and judge at once, fifty readers, and slow clients among them: is anybody refused?

    python -m tests.campaigns.writers_and_readers [SIZE] [--folder FOLDER] [--seconds 60] [--postgresql]
                                                  [--readers 50] [--editors 8] [--slow 16]

Works on a copy of the archive of `tests.benchmarks.pages`, or on one made for it in a cluster of its own, and asks the real server. Each
editor accepts and publishes at the desk, through the server, and does the rest in a process of its own; all acts are in the busiest claim,
where they wait for each other. A reader looks at a page for a second before the next. Of the slow clients half send their question a byte a
second, half read their answer so.

Prints how many acts and pages there were, how long pages took, beside an answer that needs no database (`/healthz`: what the machine makes
everybody wait), and what memory each worker took after a minute and at the end. Ends with 1 where an act found the archive locked, a page
did not come, one in twenty took more than a second (and more than the machine alone explains), or a worker grew.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple
from urllib.parse import unquote

import psycopg

from tests import postgres
from tests.benchmarks import archives, surroundings
from tests.benchmarks.pages import FOLDER
from tests.campaigns.server import Server, running
from tests.campaigns.visitors.readers import Read, reads, slowly

SETTLED = 60.0  # seconds, after which a worker has loaded what it needs
MOST_GROWN = 1.1  # times as much memory at the end
MOST_WAITED = 1.0  # seconds, of nineteen in twenty pages


class Worked(NamedTuple):
    done: Counter[str]
    longest: tuple[float, str]  # seconds, and of which act


class Took(NamedTuple):
    """What the server took."""

    memory: list[dict[int, float]]  # of each worker: when it had settled, and at the end
    seconds: float  # of the processors


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("size", type=int, nargs="?", default=10_000)
    options.add_argument("--folder", type=Path, default=FOLDER)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--readers", type=int, default=50)
    options.add_argument("--editors", type=int, default=8)
    options.add_argument("--slow", type=int, default=16)
    options.add_argument("--postgresql", action="store_true")
    chosen = options.parse_args()
    with archive_for(chosen) as (place, more):
        surroundings.run("from tests.factories import the_chief; the_chief()", **(surroundings.in_file(place) | more))
        with running(place, **more) as server:
            read, worked, took = a_day_of(chosen, server, surroundings.in_file(place) | more)
    sys.exit(not told(read, worked, took))


@contextmanager
def archive_for(chosen: argparse.Namespace) -> Iterator[tuple[Path, dict[str, str]]]:
    """A file beside which the server writes, and what it has to be told of the database besides."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "archive.sqlite3"
        if not chosen.postgresql:
            shutil.copy(archives.kept(chosen.folder, chosen.size), place)
            yield place, {}
            return
        with postgres.private_cluster() as url:
            socket = unquote(url.partition("@/")[2].rpartition("/")[0])  # libpq takes it for a part of the name of the database
            with psycopg.connect(host=socket, user="tests", dbname="postgres", autocommit=True) as connection:
                connection.execute("CREATE DATABASE on_record")
            more = {"DATABASE_URL": url}
            archives.fill(chosen.size, **(surroundings.in_file(place) | more))
            yield place, more


def a_day_of(chosen: argparse.Namespace, server: Server, around: dict[str, str]) -> tuple[Read, Worked, Took]:
    """What readers and editors met, and what it took."""
    began = server.spent()
    with ThreadPoolExecutor(chosen.readers + chosen.slow) as everybody:
        editors = [start_editor(server, number, chosen.seconds, around) for number in range(chosen.editors)]
        readers = [everybody.submit(reads, server.port, number, chosen.seconds) for number in range(chosen.readers)]
        slow = [everybody.submit(slowly, server.port, number, chosen.seconds) for number in range(chosen.slow)]
        time.sleep(min(SETTLED, chosen.seconds / 3))
        memory = [server.memory()]
        read = sum((one.result() for one in readers), Read())
        memory.append(server.memory())
        told = [json.loads(editor.communicate()[0]) for editor in editors]
        read.met.update(sum((one.result() for one in slow), Counter()))
    done = sum((Counter(done) for done, _longest in told), Counter())
    return read, Worked(done, max((tuple(longest) for _done, longest in told), default=(0.0, ""))), Took(memory, server.spent() - began)


def start_editor(server: Server, number: int, seconds: float, around: dict[str, str]) -> subprocess.Popen[str]:
    script = f"from tests.campaigns.visitors.editors import works; works({server.port}, {number}, {seconds})"
    return subprocess.Popen(surroundings.command(script), env=os.environ | around, stdout=subprocess.PIPE, text=True)


def told(read: Read, worked: Worked, took: Took) -> bool:
    """Whether all was as it should be."""
    met = read.met + worked.done
    print(*(f"{what}: {times}" for what, times in sorted(met.items())), sep="\n")
    print("longest act: {:.1f} s, {}".format(*worked.longest))
    pages, alone = _late(read.pages), _late(read.alone)
    print(f"nineteen in twenty pages within {pages:.2f} s, of {len(read.pages)}; /healthz within {alone:.2f} s, of {len(read.alone)}")
    print(f"{took.seconds:.0f} s of the processors for all that was answered")
    settled, ended = took.memory
    print(*(f"worker {pid}: {ended.get(pid, 0):.0f} MB at the end, {settled[pid]:.0f} when it had settled" for pid in settled), sep="\n")
    is_flat = settled.keys() == ended.keys() and all(ended[pid] <= MOST_GROWN * settled[pid] for pid in settled)
    return is_flat and pages <= MOST_WAITED + alone and not any(what.startswith("failed") for what in met)


def _late(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1] if len(seconds) > 1 else 0.0


if __name__ == "__main__":
    main()
