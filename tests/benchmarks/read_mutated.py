"""Reads mutated files of every form and bombs, and tells how it went:

    python -m tests.benchmarks.read_mutated [COUNT]

Each of the 10,000 (or COUNT) files has to be read or refused with a sentence, none in more than two seconds, while the memory of this
process stays as it was.
"""

import datetime
import os
import sys
import time
from collections import Counter
from pathlib import Path

from tqdm import tqdm

from archive.reading import ReadText, Refusal, Unreadable, read
from tests.archive.reading.mutations import mutated

TODAY = datetime.date(2024, 7, 1)
SLOW = 2.0  # seconds


def main(count: int) -> int:
    outcome("a.html", b"<p>Start the reading process.</p>")
    before, seconds, told = resident(), [], Counter[str]()
    for name, raw in tqdm(mutated(count), total=count, unit="file"):
        began = time.monotonic()
        words = outcome(name, raw)
        spent = time.monotonic() - began
        seconds.append((spent, name))
        told[words] += 1
    seconds.sort()
    slow = [name for spent, name in seconds if spent > SLOW]
    print(f"{count} files, median {1e3 * seconds[len(seconds) // 2][0]:.0f} ms, p99 {1e3 * seconds[int(0.99 * len(seconds))][0]:.0f} ms")
    print(f"slowest {seconds[-1][0]:.2f} s ({seconds[-1][1]}), over {SLOW:.0f} s: {len(slow)} {slow}")
    print(f"memory of the asking process: {before / 2**20:.0f} MB before, {resident() / 2**20:.0f} MB after")
    for words, times in told.most_common(30):
        print(f"{times:6} {words}")
    return 1 if slow else 0


def outcome(name: str, raw: bytes) -> str:
    try:
        found = list(read(raw, name, today=TODAY))
    except Unreadable as refusal:
        return "".join(letter if not letter.isdigit() else "9" for letter in str(refusal)[:60])
    return ", ".join(sorted({"read" if isinstance(one, ReadText) else f"page refused: {sentence(one)}" for one in found}))


def sentence(refusal: Refusal) -> str:
    return refusal.sentence[:50]


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
