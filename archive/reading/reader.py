"""Hands files to the reading process and takes what it read: started when first needed, one for each process of the site, kept running.

Parsers of pages and PDFs are big programs that meet hostile files. They run in a process of their own, without the site's secrets in its
environment; whatever happens there, here a file is either read or refused with a sentence.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive.reading.messages import Gone, Message, Overdue, receive, send
from archive.reading.types import Held, ReadText, Unreadable

ROOT = Path(__file__).resolve().parents[2]
TO_START = 60.0  # seconds; only a machine at its knees takes so long
TO_ANSWER = 15.0  # the reading process itself stops a file after ten, and after two of work
TO_WAIT = 30.0  # while other threads read their files
TO_READ_ALL = 20.0  # of work: a long file is read in pieces, each of which takes no longer than a file
PASSED_ON = ("PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "SYSTEMROOT")
BUSY = "Too many files are being read at this moment. Try again in a minute."
NOT_THERE = "The program that reads files did not start or ended unexpectedly. Try again; if it stays so, tell who runs this site."


class Reader:
    """The reading process as seen from here. Threads take turns; a forked copy of this process starts one of its own."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._door: socket.socket | None = None
        self._owner = 0

    def read(self, raw: bytes, **known: Any) -> list[ReadText]:
        """The documents of one file; of a long one, its pieces. Raises Unreadable."""
        return [ReadText.from_json(written, part or None) for written, part in self._pieces("read", raw, known)]

    def unpack(self, raw: bytes, **known: Any) -> Iterator[Held]:
        """The files within an archive. Raises Unreadable."""
        for written, part in self._pieces("held", raw, known):
            yield Held(part, **written | {"only": tuple(written["only"])})

    def _pieces(self, kind: str, raw: bytes, known: dict[str, Any]) -> Iterator[tuple[dict[str, Any], bytes]]:
        """What is read in a file, piece after piece, until nothing is left or the whole has taken too long."""
        spent, begin = 0.0, 0
        while True:
            said, blob = self._answer(raw, known | ({"begin": begin} if begin else {}))
            spent += said["spent"]
            at = 0
            for written, length in zip(said.get(kind, []), said["lengths"], strict=kind in said):
                yield written, blob[at : at + length]
                at += length
            if not (begin := said["more"]):
                return
            if spent > TO_READ_ALL:
                raise Unreadable("Reading the file takes too long. Divide it, and capture its parts.")

    def _answer(self, raw: bytes, known: dict[str, Any]) -> Message:
        if self._owner not in (0, os.getpid()):
            self._forget()
        if not self._turn.acquire(timeout=TO_WAIT):
            raise Unreadable(BUSY)
        try:
            said, blob = self._asked(known, raw)
        finally:
            self._turn.release()
        if "refused" in said:
            raise Unreadable(said["refused"])
        return said, blob

    def stop(self) -> None:
        if self._process and self._owner == os.getpid():
            self._process.kill()
            self._process.wait()
        if self._door:
            self._door.close()
        self._process = self._door = None

    def _asked(self, known: dict[str, Any], raw: bytes) -> Message:
        """The answer; a reading process that is found dead before it got the file is started anew, once."""
        for _ in range(2):
            door = self._running()
            try:
                until = time.monotonic() + TO_ANSWER
                send(door, known, raw, until=until)
                return receive(door, until=until)
            except (Gone, Overdue, ValueError):
                self.stop()
        raise Unreadable(NOT_THERE)

    def _running(self) -> socket.socket:
        if self._door is None or self._process is None or self._process.poll() is not None:
            self.stop()
            self._start()
        assert self._door is not None  # noqa: S101 - for the type checker: _start sets it or raises
        return self._door

    def _start(self) -> None:
        self._door, inside = socket.socketpair()
        with inside:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "archive.reading.keeper"], cwd=ROOT, stdin=inside.fileno(), stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, env=_environment(), start_new_session=True,
            )  # fmt: skip
        self._owner = os.getpid()
        try:
            receive(self._door, until=time.monotonic() + TO_START)
        except (Gone, Overdue) as error:
            self.stop()
            raise Unreadable(NOT_THERE) from error

    def _forget(self) -> None:
        """After a fork: the process belongs to the parent, and so may the lock be held by a thread that is not here."""
        if self._process:
            self._process.returncode = 0  # not ours to wait for
        if self._door:
            with contextlib.suppress(OSError):
                os.close(self._door.detach())
        self.__init__()  # type: ignore[misc]


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in PASSED_ON if name in os.environ} | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


reader = Reader()
atexit.register(reader.stop)
