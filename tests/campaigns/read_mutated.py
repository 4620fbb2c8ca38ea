"""Reads mutated files of every form and bombs, and tells how it went:

    python -m tests.campaigns.read_mutated [COUNT]

Each of the 10,000 (or COUNT) files has to be read, in words that both databases take, or refused with a sentence, none in more time
than the reading process gives a file by the clock, while the memory of this process stays as it was; and of what was read, extraction has
to read every sentence without an error.
"""

import sys
import time
from collections import Counter

from tqdm import tqdm

from archive.reading import ReadText
from archive.reading.keeper import BY_THE_CLOCK
from tests.archive.reading.mutations import mutated
from tests.archive.reading.outcomes import Outcome, expect_clear, outcomes_of, resident, sentence_of
from tests.benchmarks.read_folder import read_text

SLOW = BY_THE_CLOCK


def main(count: int) -> int:
    outcomes_of("a.html", b"<p>Start the reading process.</p>")
    before, seconds, told, faults = resident(), [], Counter[str](), []
    for name, raw in tqdm(mutated(count), total=count, unit="file"):
        began = time.monotonic()
        found = outcomes_of(name, raw)
        spent = time.monotonic() - began
        expect_clear(found)
        seconds.append((spent, name))
        faults += [f"{name}: {fault}" for one in found if isinstance(one, ReadText) for fault in read_text(one.text).faults]
        told[", ".join(sorted(set(map(told_of, found))))] += 1
    seconds.sort()
    slow = [name for spent, name in seconds if spent > SLOW]
    print(f"{count} files, median {1e3 * seconds[len(seconds) // 2][0]:.0f} ms, p99 {1e3 * seconds[int(0.99 * len(seconds))][0]:.0f} ms")
    print(f"slowest {seconds[-1][0]:.2f} s ({seconds[-1][1]}), over {SLOW:.0f} s: {len(slow)} {slow}")
    print(f"memory of the asking process: {before / 2**20:.0f} MB before, {resident() / 2**20:.0f} MB after")
    for words, times in told.most_common(30):
        print(f"{times:6} {words}")
    print(*faults, f"{len(faults)} faults of extraction", sep="\n")
    return 1 if slow or faults else 0


def told_of(one: Outcome) -> str:
    if isinstance(one, ReadText):
        return "read"
    return "".join(letter if not letter.isdigit() else "9" for letter in sentence_of(one)[:60])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
