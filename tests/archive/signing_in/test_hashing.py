"""One password is worked out at a time, in whichever thread or process; the rest waits, and not too many do."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock

import pytest

from archive.signing_in import hashing
from archive.signing_in.hashing import TooMany, one_at_a_time


def test_twelve_at_once_are_done_one_after_the_other():
    guard, inside, most, start = Lock(), [], [], Barrier(12)

    def work(number: int) -> None:
        start.wait()
        with one_at_a_time():
            with guard:
                inside.append(number)
                most.append(len(inside))
            time.sleep(0.005)
            with guard:
                inside.remove(number)

    with ThreadPoolExecutor(12) as many:
        list(many.map(work, range(12)))

    assert most == [1] * 12


def test_more_than_may_wait_are_refused_at_once(monkeypatch):
    taken = 0
    try:
        while hashing._waiting.acquire(blocking=False):
            taken += 1
        with pytest.raises(TooMany), one_at_a_time():
            pass
    finally:
        for _ in range(taken):
            hashing._waiting.release()
    assert taken == hashing.MOST_WAITING


def test_who_waited_too_long_is_refused_and_the_next_comes_in(monkeypatch):
    monkeypatch.setattr(hashing, "LONGEST_WAIT", 0.05)
    with one_at_a_time(), ThreadPoolExecutor(1) as other:
        waited = other.submit(one_at_a_time().__enter__)
        assert isinstance(waited.exception(), TooMany)

    with one_at_a_time():
        pass
