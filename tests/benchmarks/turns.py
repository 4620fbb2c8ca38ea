"""Several archives asked in turns, each in a process of its own."""

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote

import psycopg

from tests import postgres
from tests.benchmarks import archives, surroundings
from tests.benchmarks.targets import ACTS, Cost

SLOW = 2000.0  # ms
CLAIMS = ("a small claim", "the busiest claim")
OTHERWISE = {  # the same address, asked otherwise than with its caches emptied
    "chronology, kept": ("chronology", "kept"),
    "chronology, unchanged": ("chronology", "unchanged"),
    "chronology, published": ("chronology", "published"),
    "chronology, unread": ("chronology", "unread"),
    "home, published": ("home", "published"),
}
DATASETTE = Path(__file__).with_name("beside_datasette.py")


class Process(AbstractContextManager["Process"]):
    """Answers lines of JSON, one after the other."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | environment)

    def ask(self, **asked: Any) -> Any:
        assert self.running.stdin
        assert self.running.stdout
        print(json.dumps(asked), file=self.running.stdin, flush=True)
        return json.loads(self.running.stdout.readline())

    def __exit__(self, *_: object) -> None:
        self.running.communicate()


@dataclass(frozen=True)
class Question:
    name: str
    size: int
    process: Process
    asked: dict[str, str]


def questions(stack: ExitStack, sizes: list[int], folder: Path, database: str, datasette: Path | None) -> list[Question]:
    """All that is to be asked, of processes that run as long as the stack is open."""
    places = dict(in_cluster(stack, sizes) if database == "postgresql" else in_files(folder, sizes))
    found: list[Question] = []
    for size, place in places.items():
        found += of_site(
            size, stack.enter_context(Process(surroundings.command("from tests.benchmarks import asked; asked.serve()"), place))
        )
    if datasette is None or database == "postgresql":
        print("Datasette is left out: it reads SQLite alone, and its Python has to be given.", file=sys.stderr)
        return found
    for size in sizes:
        command = [str(datasette), str(DATASETTE), str(archives.kept(folder, size))]
        found += of_datasette(size, stack.enter_context(Process(command, {})))
    return found


def in_files(folder: Path, sizes: list[int]) -> Iterator[tuple[int, dict[str, str]]]:
    for size in sizes:
        yield size, surroundings.in_file(archives.kept(folder, size))


def in_cluster(stack: ExitStack, sizes: list[int]) -> Iterator[tuple[int, dict[str, str]]]:
    """New archives: the cluster goes with the run."""
    url = stack.enter_context(postgres.private_cluster())
    socket = unquote(url.partition("@/")[2].rpartition("/")[0])  # libpq takes it for a part of the name of the database
    for size in sizes:
        with psycopg.connect(host=socket, user="tests", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE pages_{size}")
        place = {"DATABASE_URL": url.replace("/on_record", f"/pages_{size}"), "VAR_DIR": stack.enter_context(TemporaryDirectory())}
        archives.fill(size, **place)
        yield size, place


def of_site(size: int, process: Process) -> Iterator[Question]:
    addresses = process.ask(do="addresses")
    for name, path in addresses.items():
        yield Question(name, size, process, {"do": "page", "path": path, "how": "cold"})
    for name, (other, how) in OTHERWISE.items():
        yield Question(name, size, process, {"do": "page", "path": addresses[other], "how": how})
    for name in ACTS:
        for claim in CLAIMS:
            yield Question(f"{name}, {claim}", size, process, {"do": "act", "name": name, "claim": claim})


def of_datasette(size: int, process: Process) -> Iterator[Question]:
    for name, path in process.ask(do="addresses").items():
        yield Question(name, size, process, {"do": "page", "path": path})


def costs(wanted: list[Question], rounds: int) -> dict[tuple[str, int], Cost]:
    """Medians. The first round is that of processes that have just begun: it counts queries, and how long where that is long."""
    told: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for number in range(rounds + 1):
        print(f"round {number} of {rounds}", file=sys.stderr, flush=True)
        for one in wanted:
            answers = told[one.name, one.size]
            if not any(answer["ms"] > SLOW for answer in answers):
                answers.append(one.process.ask(**one.asked, counted=number == 0))
    return {key: _cost(key[0], answers) for key, answers in told.items()}


def _cost(name: str, answers: list[dict[str, Any]]) -> Cost:
    if wrong := [one["status"] for one in answers if one.get("status", 200) not in (200, 304, 410)]:
        raise SystemExit(f"{name} was answered with {wrong[0]}.")
    first, *others = answers
    return Cost(median(one["ms"] for one in others or answers), first.get("bytes", 0), first.get("queries", 0))
