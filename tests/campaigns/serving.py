"""Asks the real server for pages of the chronology as fast as it can give them, and tells how many two cores give a second.

    python -m tests.campaigns.serving [SIZE] [--folder FOLDER] [--seconds 10]

The archive is that of `tests.benchmarks.pages`, the server that of the README. From its cache it is asked for one address again and again,
cold for one that nobody has asked for yet. What its processes spend is read from the kernel, so that whoever asks and whatever else runs
takes nothing away: the figure is what both cores would give with nothing else to do. Ends with 1 where that is less than it has to be.
"""

import argparse
import http.client
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from tests.benchmarks import archives
from tests.benchmarks.pages import FOLDER
from tests.campaigns.server import Server, running

CORES, CLIENTS = 2, 8
PAGE = "/chronology/"
LEAST = {"from its cache": 300, "cold": 100}  # pages a second


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("size", type=int, nargs="?", default=1_000_000)
    options.add_argument("--folder", type=Path, default=FOLDER)
    options.add_argument("--seconds", type=float, default=10)
    chosen = options.parse_args()
    numbers = count(1)
    addresses: dict[str, Callable[[], str]] = {"from its cache": lambda: PAGE, "cold": lambda: f"{PAGE}?asked={next(numbers)}"}
    with running(archives.kept(chosen.folder, chosen.size)) as server:
        given = {how: given_in(server, address, chosen.seconds) for how, address in addresses.items()}
    for how, (on_two_cores, in_a_second) in given.items():
        print(f"{how}: {on_two_cores:.0f} a second on two cores (at least {LEAST[how]}), {in_a_second:.0f} here and now")
    sys.exit(any(given[how][0] < least for how, least in LEAST.items()))


def given_in(server: Server, address: Callable[[], str], seconds: float) -> tuple[float, float]:
    """Pages for each second that two cores work, and for each that went by."""
    asked_by(server, address, 1)  # both workers have begun
    began, began_working = time.monotonic(), server.spent()
    with ThreadPoolExecutor(CLIENTS) as clients:
        pages = sum(clients.map(lambda _: asked_by(server, address, seconds), range(CLIENTS)))
    return CORES * pages / (server.spent() - began_working), pages / (time.monotonic() - began)


def asked_by(server: Server, address: Callable[[], str], seconds: float) -> int:
    """How many pages one client is given, one after the other, on one connection as long as the server keeps it."""
    connection, until, pages = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60), time.monotonic() + seconds, 0
    while time.monotonic() < until:
        connection.request("GET", address(), headers={"Accept-Encoding": "gzip, br"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.HTTPStatus.OK:
            raise SystemExit(f"{address()} was answered with {answer.status}.")
        pages += 1
    connection.close()
    return pages


if __name__ == "__main__":
    main()
