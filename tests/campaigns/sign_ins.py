"""Twelve people sign in at once with a password that is wrong: do readers wait for them?

    python -m tests.campaigns.sign_ins [SIZE] [--folder FOLDER] [--rounds 4] [--at-once 12]

Works on a copy of the archive of `tests.benchmarks.pages` and asks the real server. One reader looks at page after page: for ten seconds
alone, then while so many sign in at once, under names that nobody has, each of which costs as much as a right one. The rounds alternate.
Prints the median and the slowest of twenty pages of both, and ends with 1 where one in twenty took more than a second beside them.
"""

import argparse
import http.client
import re
import shutil
import sys
import tempfile
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from tests.benchmarks import archives, surroundings
from tests.benchmarks.pages import FOLDER
from tests.campaigns.server import running
from tests.campaigns.visitors.readers import PAGES

DOOR, ALONE, MOST_WAITED = "/admin/login/", 10.0, 1.0  # seconds
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("size", type=int, nargs="?", default=10_000)
    options.add_argument("--folder", type=Path, default=FOLDER)
    options.add_argument("--rounds", type=int, default=4)
    options.add_argument("--at-once", type=int, default=12)
    chosen = options.parse_args()
    alone, beside = list[float](), list[float]()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(chosen.at_once) as people:
        place = Path(folder) / "archive.sqlite3"
        shutil.copy(archives.kept(chosen.folder, chosen.size), place)
        surroundings.run("from tests.factories import the_chief; the_chief()", **surroundings.in_file(place))
        with running(place) as server:
            reads(server.port, until=[])
            for number in range(chosen.rounds):
                alone += reads(server.port, until=[])
                doors = [opened(server.port) for _ in range(chosen.at_once)]
                tries = [people.submit(signs_in, server.port, f"nobody-{number}-{at}", door) for at, door in enumerate(doors)]
                beside += reads(server.port, until=tries)
                print(f"round {number + 1}: answered {sorted(one.result() for one in tries)}", flush=True)
    for what, seconds in (("alone", alone), ("beside them", beside)):
        print(f"{what}: {len(seconds)} pages, median {1000 * median(seconds):.0f} ms, one in twenty from {1000 * late(seconds):.0f} ms")
    sys.exit(late(beside) > MOST_WAITED)


def reads(port: int, until: list[Future[int]]) -> list[float]:
    """Seconds of each page, until all of these are done; without any, for ten seconds."""
    found, ends = list[float](), time.monotonic() + ALONE
    while any(not one.done() for one in until) if until else time.monotonic() < ends:
        began = time.monotonic()
        asked(port, "GET", PAGES[len(found) % len(PAGES)])
        found.append(time.monotonic() - began)
    return found


def opened(port: int) -> tuple[str, str]:
    """The cookie and the token of a form that was opened."""
    _status, cookie, body = asked(port, "GET", DOOR)
    return cookie, TOKEN.search(body)[1]


def signs_in(port: int, name: str, door: tuple[str, str]) -> int:
    """The status that the attempt is answered with."""
    cookie, token = door
    fields = urlencode({"csrfmiddlewaretoken": token, "username": name, "password": "not-the-right-one"})
    return asked(port, "POST", DOOR, fields, {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"})[0]


def asked(port: int, method: str, path: str, fields: str | None = None, headers: dict[str, str] | None = None) -> tuple[int, str, str]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        line.request(method, path, fields, headers or {})
        answer = line.getresponse()
        return answer.status, (answer.getheader("Set-Cookie") or "").partition(";")[0], answer.read().decode(errors="replace")
    finally:
        line.close()


def median(seconds: list[float]) -> float:
    return quantiles(seconds, n=2)[0]


def late(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1]


if __name__ == "__main__":
    main()
