"""Readers of a site that runs: those who look at a page for a second, and those whose line is slow."""

import http.client
import socket
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle

PAGES = ("/", "/chronology/", "/chronology/?order=-said_on", "/search/?q=people", "/speakers/", "/corrections/", "/api/v1/statements/")
ALONE = "/healthz"  # answered without a database
LOOKS, PATIENCE = 1.0, 120.0  # seconds
SLOW = b"GET /chronology/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-Padding: " + b"x" * 600


@dataclass
class Read:
    """What readers met, and how many seconds each page took."""

    met: Counter[str] = field(default_factory=Counter)
    pages: list[float] = field(default_factory=list)
    alone: list[float] = field(default_factory=list)

    def __add__(self, other: "Read") -> "Read":
        return Read(self.met + other.met, self.pages + other.pages, self.alone + other.alone)


def reads(port: int, number: int, seconds: float) -> Read:
    """Page after page, each reader from another one on; now and then what needs no database."""
    found, until = Read(), time.monotonic() + seconds
    time.sleep(LOOKS * (number % 10) / 10)
    for path in cycle((*PAGES[number % len(PAGES) :], *PAGES[: number % len(PAGES)], ALONE)):
        if time.monotonic() > until:
            return found
        began = time.monotonic()
        status = _status_of(port, path)
        (found.alone if path == ALONE else found.pages).append(time.monotonic() - began)
        found.met["pages read" if status == "200" else f"failed: {path}: {status}"] += 1
        time.sleep(LOOKS)
    return found


def _status_of(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException) as error:
        return repr(error)
    else:
        return str(answer.status)
    finally:
        connection.close()


def slowly(port: int, number: int, seconds: float) -> Counter[str]:
    """Sends a byte a second, or reads so, and is as welcome as others: what he waits for is his own."""
    until = time.monotonic() + seconds
    met = Counter({"slow clients": 1})
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
                _dawdle(line, sends=number % 2 == 0, until=until)
        except OSError:
            met["slow clients whom the server left"] += 1
    return met


def _dawdle(line: socket.socket, *, sends: bool, until: float) -> None:
    if not sends:
        line.sendall(SLOW + b"\r\n\r\n")
    for at in range(len(SLOW)):
        if time.monotonic() > until or not (line.send(SLOW[at : at + 1]) if sends else line.recv(16)):
            return
        time.sleep(1)
