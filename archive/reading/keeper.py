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
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from archive.reading.messages import Gone, Message, Overdue, receive, send
from archive.reading.parsers import parse, warm_up
from archive.reading.types import Held, Unreadable

SECONDS = 1.7  # of the processor for one file: on a machine that is busy with other things no file is refused that is read elsewhere
BY_THE_CLOCK = 10.0  # seconds, for what waits instead of working
MEMORY = 512 * 2**20  # beyond what the parsers themselves take
MOST_OPEN = 64
OUT_OF_TIME = (signal.SIGVTALRM, signal.SIGXCPU)
MOST_FILES = 200  # for one child: what the parsers remember is given back now and then

TOO_LONG = "Reading it took too long: it was stopped after two seconds of work. Save the page's text as a .txt file and capture that."
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
        until = time.monotonic() + BY_THE_CLOCK
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
                child = Child(door)
            send(door, *answer)
    except Gone:
        child.end()


def _answered(child: Child, message: Message) -> tuple[Message, bool]:
    """The answer, and whether the child is at its end and has to be replaced."""
    try:
        said, blob = child.ask(message)
    except Overdue:
        child.end()
        return ({"refused": TOO_LONG}, b""), True
    except Gone:
        is_over_time = os.WTERMSIG(child.end()) in OUT_OF_TIME
        return ({"refused": TOO_LONG if is_over_time else GAVE_UP}, b""), True
    if is_last := said.pop("last", False):
        child.end()
    return (said, blob), is_last


def serve(door: socket.socket) -> NoReturn:
    """In the child: answers questions until it has answered enough, or runs into a limit."""
    try:
        limit_memory()
        limit_reach()
        for left in reversed(range(MOST_FILES)):
            said, blob = receive(door)
            with limited_time():
                answer, beside = _parsed(said, blob)
            send(door, answer | ({} if left else {"last": True}), beside)
    except Gone:
        pass
    finally:
        os._exit(0)


def _parsed(said: dict[str, Any], blob: bytes) -> Message:
    began = time.process_time()
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
    spent = time.process_time() - began
    return {kind: [one.to_json() for one in found], "lengths": [len(raw) for raw in raws], "more": more, "spent": spent}, b"".join(raws)


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


@contextlib.contextmanager
def limited_time() -> Iterator[None]:
    """The system ends this process when it has worked for too long, also within a C library, and where the keeper itself was killed."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    used = int(time.process_time()) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + int(2 * SECONDS), resource.RLIM_INFINITY))  # with what the system does for it
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


if __name__ == "__main__":
    keep(socket.socket(fileno=0))
