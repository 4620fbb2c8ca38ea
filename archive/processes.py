"""Processes that read the archive beside the one that writes. They end with it, also when it is killed.

Imports no model: a new process reads this file before Django is set up.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

import django

InOrder = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]


@contextmanager
def computing(count: int) -> Iterator[InOrder]:
    """`map` by so many processes; by this one if it is one."""
    if count < 2:
        yield map
        return
    with readers(count) as pool:
        yield pool.map


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
