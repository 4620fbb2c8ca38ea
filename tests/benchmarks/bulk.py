"""How many statements a CPU-second go public in batches, and how many are made anew.

    python -m tests.benchmarks.bulk [NUMBER] [BATCH]

works on the archive of DATABASE_URL, and leaves in it what it publishes: take a copy. Publishes NUMBER made-up statements, BATCH at once;
then makes anew what `reindex` does of public ones, step by step, and says how many rows each found wrong, which is none. A rate is in
public statements, whatever a step goes through.
"""

import sys
import time
from collections.abc import Callable, Iterator

from tests.benchmarks import surroundings

NUMBER, BATCH = 5000, 1000


def main() -> None:
    number, batch = [*map(int, sys.argv[1:]), *(NUMBER, BATCH)[len(sys.argv) - 1 :]]
    surroundings.begin()
    publish(number, batch)
    make_anew()


def publish(number: int, batch: int) -> None:
    from archive.publication import publish_all  # noqa: PLC0415 - once Django is set up
    from tests import factories as make  # noqa: PLC0415
    from tests.benchmarks.making.waiting import Waiting  # noqa: PLC0415

    chief = make.the_chief()
    statements = Waiting(chief).make(number)
    began = time.process_time()
    for start in range(0, len(statements), batch):
        publish_all(statements[start : start + batch], by=chief)
    tell("published", len(statements), time.process_time() - began)


def make_anew() -> None:
    from archive.models import Statement  # noqa: PLC0415 - once Django is set up

    number, began = Statement.objects.public().count(), time.process_time()
    for name, step in steps():
        started = time.process_time()
        wrong = step()
        tell(f"{name}, {wrong} wrong", number, time.process_time() - started)
    tell("all of these", number, time.process_time() - began)


def steps() -> Iterator[tuple[str, Callable[[], int]]]:
    """What `reindex` makes anew of public statements, each with a function that does it and tells how many rows it put right."""
    from archive.entries import keeping  # noqa: PLC0415 - once Django is set up
    from archive.models.finding.names import Named  # noqa: PLC0415
    from archive.publication import listings, recounts  # noqa: PLC0415

    yield "search rows", indexed_anew
    yield "listings", lambda: sum(wrong for _, wrong in listings.rebuild())
    yield "counts of statements", lambda: recounts.recount_retracted() + recounts.recount_statements()
    yield "counts of claims", lambda: sum(map(recounts.recount, recounts.counted_claims()))
    names = (f"names of {kind}s" for kind in Named if kind != Named.DOCUMENT)
    for name, step in zip(("sides", "entries", "entries of documents", *names), keeping.steps(), strict=True):
        yield name, lambda step=step: sum(wrong for _, wrong in keeping.rebuild(step))


def indexed_anew() -> int:
    """How many batches of the search's rows held one that stood otherwise."""
    from archive.models import ArchiveState  # noqa: PLC0415 - once Django is set up
    from archive.publication import search_index  # noqa: PLC0415

    search_index.outdate()
    before = ArchiveState.current_revision()
    for _ in search_index.rebuild(search_index.outdated()):
        pass
    return ArchiveState.current_revision() - before


def tell(name: str, number: int, seconds: float) -> None:
    print(f"{name:32} {seconds:7.2f} s {number / seconds:9,.0f} statements a CPU-second")


if __name__ == "__main__":
    main()
