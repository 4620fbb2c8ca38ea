"""The reading process. It loads the parsers once, and lets a child of its own do all parsing: one that is killed when it runs over.

Started by `archive.reading.reader` as a fresh program, with a socket as its standard input. It has one thread, so that forking is safe;
the child gets limits of memory and processor time, and is replaced in a few milliseconds, since the parsers are loaded already.
"""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import signal
import socket
import time
from pathlib import Path
from typing import Any, NoReturn

from archive.reading.messages import Gone, Message, Overdue, receive, send
from archive.reading.parsers import parse, warm_up
from archive.reading.types import Held, Unreadable

SECONDS = 1.7  # of wall time for one file, so that no answer takes two
PROCESSOR_SECONDS = 3
MEMORY = 512 * 2**20  # beyond what the parsers themselves take
MOST_OPEN = 64
MOST_FILES = 200  # for one child: what the parsers remember is given back now and then

TOO_LONG = "Reading it took too long: it was stopped after two seconds. Save the page's text as a .txt file and capture that."
TOO_MUCH = "Reading it took too much memory and was stopped. Save its text as a .txt file and capture that."
GAVE_UP = "The file can't be read: it breaks the program that reads its format. Save its text as a .txt file and capture that."


class Child:
    """The process that parses, seen from its keeper."""

    def __init__(self, outer: socket.socket) -> None:
        self.door, inside = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            self.door.close()
            leave_to_parent(outer)
            serve(inside)
        inside.close()

    def ask(self, message: Message) -> Message:
        """The child's answer, or its end."""
        until = time.monotonic() + SECONDS
        send(self.door, *message, until=until)
        return receive(self.door, until=until)

    def end(self) -> int:
        """Kills it; returns the status with which it ended."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.door.close()
        return os.waitpid(self.pid, 0)[1]


def keep(door: socket.socket) -> None:
    """Passes each question to the child and its answer back, until the site is gone."""
    warm_up()
    gc.freeze()
    child = Child(door)
    send(door, {"ready": True})
    try:
        while True:
            message = receive(door)
            answer, is_over = _answered(child, message)
            if is_over:
                child.end()
                child = Child(door)
            send(door, *answer)
    except Gone:
        child.end()


def _answered(child: Child, message: Message) -> tuple[Message, bool]:
    """The answer, and whether the child has to be replaced."""
    try:
        said, blob = child.ask(message)
    except Overdue:
        return ({"refused": TOO_LONG}, b""), True
    except Gone:
        return ({"refused": GAVE_UP}, b""), True
    return (said, blob), said.pop("last", False)


def serve(door: socket.socket) -> NoReturn:
    """In the child: answers questions until it has answered enough, or runs into a limit."""
    try:
        limit_memory()
        limit_reach()
        for left in reversed(range(MOST_FILES)):
            said, blob = receive(door)
            limit_processor()
            answer, beside = _parsed(said, blob)
            send(door, answer | ({} if left else {"last": True}), beside)
    except Gone:
        pass
    finally:
        os._exit(0)


def _parsed(said: dict[str, Any], blob: bytes) -> Message:
    try:
        found, more = parse(blob, said)
    except Unreadable as refusal:
        return {"refused": str(refusal)}, b""
    except MemoryError:
        return {"refused": TOO_MUCH, "last": True}, b""
    except Exception:  # noqa: BLE001 - whatever a parser throws at a hostile file, the file is refused and the child replaced
        return {"refused": GAVE_UP, "last": True}, b""
    raws = [one.raw or b"" for one in found]
    kind = "held" if isinstance(next(iter(found), None), Held) else "read"
    return {kind: [one.to_json() for one in found], "lengths": [len(raw) for raw in raws], "more": more}, b"".join(raws)


def limit_memory() -> None:
    pages = Path("/proc/self/statm")
    taken = int(pages.read_text().split()[0]) * resource.getpagesize() if pages.exists() else 2**30
    resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, taken + MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_reach() -> None:
    """No file is written, few are open, no process or thread is begun (root is held by no such limit)."""
    for limit, most in ((resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, MOST_OPEN), (resource.RLIMIT_NPROC, 0)):
        resource.setrlimit(limit, (most, most))


def leave_to_parent(door: socket.socket) -> None:
    """In the child: the line to the site is the keeper's alone. Its number, that of the standard input, leads nowhere from now on."""
    number = door.detach()
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def limit_processor() -> None:
    """The keeper's clock ends a file that takes too long; this one ends it where the keeper itself was killed."""
    used = int(time.process_time()) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + PROCESSOR_SECONDS, resource.RLIM_INFINITY))


if __name__ == "__main__":
    keep(socket.socket(fileno=0))
