"""What acts of publication cost in an archive, by the size of the claim that they touch.

    python -m tests.benchmarks.acts [TIMES]

works on the archive of DATABASE_URL, and leaves in it what it publishes: take a copy. Prints the CPU milliseconds and the queries of each
act in the archive's busiest claim, in a claim of ten links and in a new one: the medians of TIMES.
"""

import sys
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext

from tests.benchmarks import surroundings

TIMES = 9
DATES = ("2003-05-17", "2011-08", "2019-02-03")


def main() -> None:
    surroundings.begin()
    from archive.models import Claim, ClaimTally  # noqa: PLC0415 - once Django is set up
    from tests import factories as make  # noqa: PLC0415

    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    busiest = ClaimTally.objects.order_by("-sayings")[0].claim
    small = Claim.objects.filter(tally__sayings__gte=8, tally__sayings__lte=10).first() or make.make_claim()
    for name, claim in (
        ("busiest claim", busiest),
        ("claim of ten", small),
        ("new claim", make.make_claim(f"The bridge will be opened, as was said at {time.time_ns()}.")),
    ):
        for act, (spent, queries) in cost_of(claim, times).items():
            print(f"{act:22} {name:14} {spent:7.1f} ms {queries:4} queries")


def cost_of(claim: Any, times: int) -> dict[str, tuple[float, int]]:
    """The median of each act in this claim."""
    found: dict[str, list[tuple[float, int]]] = {}
    for turn in range(times):
        for act, work in acts(claim, DATES[turn % len(DATES)]):
            found.setdefault(act, []).append(measured(work))
    return {act: (median(spent for spent, _ in rows), int(median(queries for _, queries in rows))) for act, rows in found.items()}


def measured(work: Callable[[], object]) -> tuple[float, int]:
    reset_queries()  # whose log is bounded
    with CaptureQueriesContext(connection) as queries:
        began = time.process_time()
        work()
        spent = time.process_time() - began
    return 1000 * spent, len(queries)


def acts(claim: Any, said_on: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """One statement from its judgement to its withdrawal, in the order in which that happens."""
    from archive import publication  # noqa: PLC0415 - once Django is set up
    from archive.enums import Answer, RevisionClass  # noqa: PLC0415
    from archive.linking.judgements import judge  # noqa: PLC0415
    from archive.linking.side import Side, Sides  # noqa: PLC0415
    from archive.models import Outlet  # noqa: PLC0415
    from tests import factories as make  # noqa: PLC0415

    chief, said = make.the_chief(), claim.occurrences.public().sayings().last()
    outlets = Outlet.objects.order_by("pk")
    number = next(make.numbers)  # nobody else says these words, or who withdraws them would be asked about that
    words = f"Span {number} of bridge {number} bears {number} trains, {number} carts and {number} people."
    document, occasion = make.make_document(f"“{words}” she said.", outlet=outlets[0]), make.make_occasion(held_on=said_on)
    statement = make.make_accepted_statement(document, words, said_on=said_on, occasion=occasion)
    if said:
        sides = Sides(Side(statement, statement.start, statement.end), Side(said.statement, said.start, said.end))
        yield "judge", lambda: judge(sides, Answer.SAME, by=chief, claim=claim)
    else:
        make.make_occurrence(statement, claim)
    notice = make.make_document(outlet=outlets[0])
    yield "publish", lambda: publication.publish(statement, by=chief)
    why = {"by": chief, "revision_class": RevisionClass.CORRECTION, "reason": "Misread."}
    yield "correct the date", lambda: publication.correct(statement, changes={"said_on": "2001-01-02"}, **why)
    yield "correct the link", lambda: publication.correct(statement.occurrences.get(), changes={"likeness": "variant"}, **why)
    yield "correct the occasion", lambda: publication.correct(occasion, changes={"held_on": "2001-01-02"}, **why)
    yield "retract the report", lambda: publication.relate(notice, publication.Notice("retraction", document), by=chief)
    yield "take that back", lambda: publication.take_back(notice, by=chief, reason="Misread.")
    yield "correct the outlet", lambda: publication.correct(document.article, changes={"outlet": outlets[1]}, **why)
    yield "withdraw", lambda: publication.withdraw(statement, **(why | {"revision_class": RevisionClass.RETRACTION}))


if __name__ == "__main__":
    main()
