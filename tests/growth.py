"""How the cost of work grows with its size: CPU time of this process at one size beside that at another: no clock decides a test."""

import gc
import time
from collections.abc import Callable

NOTICEABLE = 0.02  # seconds of CPU: below it the clock's own grain tells nothing
SPARE = 1.8  # of the proportion; work that grows with the square of its size takes `times` times as much
TRIES = 6


def spent(work: Callable[[int], object], size: int) -> float:
    """CPU seconds, without those of the collector: it walks over all that the tests before have left."""
    gc.disable()
    try:
        began = time.process_time()
        work(size)
        return time.process_time() - began
    finally:
        gc.enable()


def grows_in_proportion(work: Callable[[int], object], size: int, times: int = 4) -> bool:
    """Whether the work takes not much more than `times` as much at `times` the size. A try that a busy machine spoilt is made again."""
    small, large = [spent(work, size)], [spent(work, times * size)]
    while min(large) > SPARE * times * min(small) + NOTICEABLE and len(large) < TRIES:
        small.append(spent(work, size))
        large.append(spent(work, times * size))
    return min(large) <= SPARE * times * min(small) + NOTICEABLE
