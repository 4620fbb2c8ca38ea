"""Counts of one window of time in a file that all workers share: of a fixed size, however many are counted, and exact under many writers.

A mark has two places, and its count is the smaller: two networks are counted as one only where they share both. A new window empties
the file, so that nothing of who asked is left.
"""

import fcntl
import os
import struct
from pathlib import Path

PLACES = 1 << 16
WINDOW, COUNT = struct.Struct("<q"), struct.Struct("<H")
MOST = 65_535


def counted_in_file(file: Path, mark: str, window: int) -> int:
    """With this time. Where nothing can be written, as on a full disk, nobody is refused for it."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return 1
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        return _counted(opened, mark, window)
    except OSError:
        return 1
    finally:
        os.close(opened)


def _counted(opened: int, mark: str, window: int) -> int:
    if os.pread(opened, WINDOW.size, 0) != WINDOW.pack(window):
        os.ftruncate(opened, 0)
        os.pwrite(opened, WINDOW.pack(window), 0)
    places = [WINDOW.size + COUNT.size * (int(part, 16) % PLACES) for part in (mark[:8], mark[8:16])]
    counts = [_read(opened, place) for place in places]
    count = min(min(counts) + 1, MOST)
    for place, before in zip(places, counts, strict=True):
        os.pwrite(opened, COUNT.pack(max(before, count)), place)
    return count


def _read(opened: int, place: int) -> int:
    found = os.pread(opened, COUNT.size, place)
    return int(COUNT.unpack(found)[0]) if len(found) == COUNT.size else 0
