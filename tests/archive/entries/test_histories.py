"""What is on record of a claim before each of its occurrences, in trails that were dealt at random, against a reading one by one."""

import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.entries import rows as kept
from archive.entries import sides
from archive.entries.histories import History, Subject
from archive.entries.histories import histories as histories_of
from archive.entries.whens import When, when_of
from archive.enums import Stance
from archive.models import Claim, Occurrence
from tests.benchmarks.trail_cost import claim_said

pytestmark = pytest.mark.django_db
ONE_AFTER_THE_OTHER = ("said_sort", "pk")


def histories(links: list[Occurrence]) -> dict[int, History]:
    """All are in reports that stand."""
    asked = {link.statement_id for link in links}
    statements, speakers, found = kept.statements(asked), kept.speakers(asked), kept.links(asked)
    wanted = {link.pk for link in links}
    subjects = [Subject(one, statements[pk], speakers.get(pk, [])) for pk, theirs in found.items() for one in theirs if one.pk in wanted]
    return histories_of(subjects)


def one_by_one(rows: list[Occurrence]) -> dict[int, History]:
    """The rules as they are written down, in the plainest way."""
    found = {row.pk: history_of(row, rows[:place]) for place, row in enumerate(rows)}
    return {row.pk: found[row.pk]._replace(unsure=unsure(row, rows, found)) for row in rows}


def unsure(row: Occurrence, rows: list[Occurrence], found: dict[int, History]) -> str:
    """Of the first saying: others are of the same day, and not just its own report once more."""
    of_the_day = [one for one in rows if one.is_saying and one.statement.said_on == row.statement.said_on]
    others = [one for one in of_the_day if one.statement.saying_key != row.statement.saying_key and not is_here(one, row)]
    return "coarse" if row.is_saying and found[row.pk].is_first and others else ""


def is_here(one: Occurrence, other: Occurrence) -> bool:
    """Said twice in one report: there is one document alone."""
    is_alone = "occasion" not in (one.statement.saying_key[0], other.statement.saying_key[0])
    alike = one.statement.said_on == other.statement.said_on and way(one) == way(other)
    return is_alone and alike and bool(speakers(one) & speakers(other))


def history_of(row: Occurrence, earlier: list[Occurrence]) -> History:
    key, who = row.statement.saying_key, speakers(row)
    others = [one for one in earlier if one.statement.saying_key != key]
    on_it = [one for one in earlier if one.statement.saying_key == key]
    same = [one for one in on_it if way(one) == way(row)]
    theirs = [one for one in same if who & speakers(one)]
    again = [one for one in earlier if is_here(one, row)]
    return History(
        **entry_before(others),
        **said_before(row, others, earlier),
        is_repeated=bool(same or again),
        is_report=bool(theirs or again),
        in_same_article=bool(theirs or again),  # there is one document alone
        is_answered=bool(on_it) and not same,
        turned_from=turned_from(row, earlier),
    )


def entry_before(others: list[Occurrence]) -> dict[str, object]:
    if not others:
        return {}
    return {"before": when_of(others[-1].statement), "after": way(others[-1]), "after_words": others[-1].words}


def said_before(row: Occurrence, others: list[Occurrence], earlier: list[Occurrence]) -> dict[str, bool]:
    """Told of sayings alone."""
    is_said = row.is_saying and any(one.is_saying for one in others)
    is_before = any(one.is_saying and one.statement.said_on < row.statement.said_on for one in earlier)
    return {"is_said": is_said, "is_said_before": is_said and is_before}


def way(link: Occurrence) -> str:
    return "said" if link.is_saying else {"denies": "denied", "relays": "relayed"}.get(link.stance, link.likeness)


def speakers(link: Occurrence) -> set:
    return {one.who for one in link.statement.attributions.all()}


def turned_from(row: Occurrence, earlier: list[Occurrence]) -> When | None:
    """A source without a row is nobody of whom it is known what he said before."""
    if not (row.is_saying or row.stance == Stance.DENIES):
        return None
    known = {one for one in speakers(row) if one[0]}
    own = [one for one in earlier if (one.is_saying or one.stance == Stance.DENIES) and known & speakers(one)]
    return when_of(own[-1].statement) if own and own[-1].stance != row.stance else None


def in_order(claim: Claim) -> list[Occurrence]:
    return list(claim.occurrences.public().order_by(*ONE_AFTER_THE_OTHER))


@pytest.mark.parametrize(
    ("size", "mix"),
    [
        (60, {"occasions": 12, "people": 5}),
        (60, {"occasions": 2, "people": 3, "denied": 0.4, "odd": 0.5}),
        (40, {"occasions": 0, "people": 4, "odd": 0.6}),
        (40, {"occasions": 1, "people": 2, "denied": 0.1}),
    ],
)
def test_histories_of_any_page_are_what_one_by_one_gives(size, mix):
    rows = in_order(claim_said(random.Random(size), size, **mix))
    expected = one_by_one(rows)

    assert histories(rows) == expected
    for page in (rows[:7], rows[20:27], rows[-7:], rows[::9]):
        assert histories(page) == {row.pk: expected[row.pk] for row in page}
    assert histories([]) == {}


def test_two_claims_of_one_statement_are_told_apart():
    first, second = (claim_said(random.Random(7), 12, occasions=2, people=2) for _ in range(2))
    by_statement = [one.statement_id for one in in_order(first)]
    for link, statement in zip(in_order(second), by_statement, strict=True):
        moved = link.statement_id
        Occurrence.objects.filter(pk=link.pk).update(statement=statement)
        sides.renew([moved])
    sides.renew(by_statement)
    rows = [in_order(claim) for claim in (first, second)]

    assert histories([*rows[0], *rows[1]]) == one_by_one(rows[0]) | one_by_one(rows[1])


def test_last_page_of_a_long_trail_takes_as_many_queries_and_reads_by_index():
    rows = in_order(claim_said(random.Random(3), 400, occasions=40, people=30))[-20:]

    with CaptureQueriesContext(
        connection,
    ) as asked:
        histories(rows)

    assert len(asked) == 9
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            plans = [row[3] for query in asked for row in cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}").fetchall()]
        assert [line for line in plans if line.startswith("SCAN archive")] == []
