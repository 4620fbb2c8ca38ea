"""How much memory a worker of the real server takes when it has answered thousands of requests.

    python -m tests.campaigns.memory [SIZE] [--folder FOLDER] [--requests 5000]

The archive is that of `tests.benchmarks.pages`, the server that of the README, without its cache, so that every page is made anew. Each
public page and list is asked for in turn. Prints what each worker takes, at its first answer and after the last, and ends with 1 where that
is more than it may.
"""

import argparse
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks import archives, surroundings
from tests.benchmarks.pages import FOLDER
from tests.campaigns.server import Server, running

CLIENTS = 8
MOST = 120  # MB of a worker
ADDRESSES = "import json; from tests.benchmarks.addresses import addresses; print(json.dumps(list(addresses().values())))"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("size", type=int, nargs="?", default=10_000)
    options.add_argument("--folder", type=Path, default=FOLDER)
    options.add_argument("--requests", type=int, default=5_000)
    chosen = options.parse_args()
    archive = archives.kept(chosen.folder, chosen.size)
    with running(archive, CACHE_URL="dummycache://") as server:
        paths = addresses_of(archive)
        began = server.memory()
        with ThreadPoolExecutor(CLIENTS) as clients:
            answered = sum(clients.map(lambda path: answers(server, path), islice(cycle(paths), chosen.requests)))
        ended = server.memory()
    print(f"{answered} of {chosen.requests} answered")
    print(*(f"a worker: {ended[pid]:.0f} MB (at most {MOST}), {began[pid]:.0f} at first" for pid in began.keys() & ended.keys()), sep="\n")
    sys.exit(answered < chosen.requests or any(taken > MOST for taken in ended.values()))


def addresses_of(archive: Path) -> list[str]:
    environment = os.environ | surroundings.in_file(archive)
    told = subprocess.run(surroundings.command(ADDRESSES), env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(told.stdout)


def answers(server: Server, path: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=120) as answer:
            answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code == HTTPStatus.GONE  # a statement that was withdrawn
    return True


if __name__ == "__main__":
    main()
