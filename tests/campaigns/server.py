"""The server of the README on a free port, for an archive in a file."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import surroundings

ROOT = Path(__file__).parent.parent.parent
COMMAND = re.compile(r"^\.venv/bin/(\w+ [^#\n]*timeline[^#\n]*)", re.MULTILINE)
PORT = "8000"
LONGEST_START = 60.0  # seconds


@dataclass(frozen=True)
class Server:
    port: int
    pid: int

    def spent(self) -> float:
        """Seconds of CPU of the server and its workers."""
        return sum(_spent(pid) for pid in [self.pid, *_children(self.pid)])

    def memory(self) -> dict[int, float]:
        """MB that each worker takes, with what it shares with the others."""
        return {pid: _resident(pid) for pid in _children(self.pid)}


@contextmanager
def running(archive: Path, **settings: str) -> Iterator[Server]:
    environment = os.environ | surroundings.AS_IN_EARNEST | surroundings.in_file(archive) | settings
    for words in (["migrate", "--verbosity", "0"], ["collectstatic", "--noinput", "--verbosity", "0"]):
        subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=environment, check=True)
    port, command = free_port(), COMMAND.search((ROOT / "README.md").read_text())[1].split()
    words = [word.replace(PORT, str(port)) for word in command]
    started = subprocess.Popen([sys.executable, "-m", *words], cwd=ROOT, env=environment)
    try:
        _wait_until_it_answers(port)
        yield Server(port, started.pid)
    finally:
        started.terminate()
        started.wait()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _wait_until_it_answers(port: int) -> None:
    until = time.monotonic() + LONGEST_START
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/").close()
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def _spent(pid: int) -> float:
    """User and system time, the children's that are gone among it."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> float:
    told = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"^VmRSS:\s*(\d+) kB$", told, re.MULTILINE)[1]) / 1000


def _children(pid: int) -> list[int]:
    return [int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()]
