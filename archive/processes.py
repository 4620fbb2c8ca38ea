"""Processes that read the archive beside the one that writes. They end with it, also when it is killed.

Imports no model: a new process reads this file before Django is set up.
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, NamedTuple, Protocol, TypeVar

import django

from archive.errors import Refused

DIED = (
    "A process that reads or compares was killed, perhaps for want of memory. What was done until then is kept: start the command again "
    "and it goes on from there, with fewer --processes if this happens again."
)
AHEAD = 4  # pieces of work for each who works, done or waiting to be
Piece = TypeVar("Piece")
Result = TypeVar("Result")


class NobodyWorks(Refused):
    """Those who were to do the work can't. Says what happened and what to do, as whoever started the command reads it."""


class Awaited(Protocol):
    def result(self) -> Any: ...


class Pool(NamedTuple):
    """Does what is handed to `submit`, so many pieces at once."""

    submit: Callable[[Callable[[Any], Any], Any], Awaited]
    size: int

    def in_order(self, work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """What the work makes of each piece, in their order, and no more of them ahead than keep all busy while one is used."""
        ahead: deque[Awaited] = deque()
        for piece in pieces:
            ahead.append(self.submit(work, piece))
            if len(ahead) >= AHEAD * self.size:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


class Done(NamedTuple):
    """Was done at once."""

    made: Any

    def result(self) -> Any:
        return self.made


HERE = Pool(lambda work, piece: Done(work(piece)), 0)


@contextmanager
def pool_of(count: int) -> Iterator[Pool]:
    """So many processes; for a single one, this."""
    if count < 2:
        yield HERE
        return
    try:
        with readers(count) as executor:
            yield Pool(executor.submit, count)
    except BrokenProcessPool:
        raise NobodyWorks(DIED) from None


def readers(count: int) -> ProcessPoolExecutor:
    """So many processes with settings and connections of their own; forked ones would share this one's connection."""
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    django.setup()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
