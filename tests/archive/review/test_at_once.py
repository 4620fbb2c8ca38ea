"""Two people at one statement at the same moment: one is served after the other, and none loses what the other did."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from archive import linking, review
from archive.enums import Answer
from archive.errors import Refused, Stale
from archive.identity.merged_speakers import merge_speakers
from archive.linking.side import Side, Sides
from archive.models import Attribution, Event, Judgement, Statement
from tests import factories as make

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def both(*acts: Callable[[], object]) -> list[object]:
    """What each gave or refused, all begun together; whatever else goes wrong is raised."""

    def run(act: Callable[[], object]) -> object:
        try:
            return act()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [each.result() for each in [pool.submit(run, act) for act in acts]]


def whole(statement: Statement) -> Side:
    return Side(statement, statement.start, statement.end)


def test_of_two_who_save_what_they_read_the_second_is_told():
    statement, chief = make.make_statement(), make.the_chief()
    read = {"by": chief, "read_version": statement.lock_version}

    given = both(
        lambda: review.change(statement, {"kind": "mixed"}, **read), lambda: review.change(statement, {"kind": "indirect"}, **read)
    )

    assert sorted(isinstance(one, Stale) for one in given) == [False, True]
    assert Event.objects.filter(verb="edited").count() == 1


def test_of_many_changes_none_is_lost():
    statement, chief = make.make_statement(), make.the_chief()
    changes = [{"kind": "mixed"}, {"force": "denied"}, {"locator": "page 7"}, {"said_on": "2023-05-16"}]

    both(*(lambda one=one: review.change(statement, one, by=chief) for one in changes))

    row = Statement.objects.get()
    assert (row.kind, row.force, row.locator, row.said_on) == ("mixed", "denied", "page 7", "2023-05-16")


def test_one_act_is_taken_back_once():
    statement, chief = make.make_statement(), make.the_chief()
    review.reject(statement, by=chief)
    done = Event.objects.get(verb="rejected")

    given = both(*[lambda: review.take_back(done, by=chief)] * 2)

    assert sorted(isinstance(one, Refused) for one in given) == [False, True]
    assert Event.objects.filter(verb="undone").count() == 1


def test_many_in_two_orders_wait_for_each_other_and_not_in_a_ring():
    rows, chief = [make.make_accepted_statement() for _ in range(4)], make.the_chief()

    given = both(
        lambda: review.change_all(rows, {"said_on": "2023-05-16"}, by=chief),
        lambda: review.change_all(rows[::-1], {"said_on": "2023-05-15"}, by=chief),
    )

    assert [len(one) for one in given] == [4, 4]
    assert Statement.objects.values("said_on").distinct().count() == 1


def test_many_answers_in_two_orders_are_given_once():
    rows, chief = [make.make_accepted_statement() for _ in range(4)], make.the_chief()
    pairs = [Sides(whole(rows[0]), whole(rows[1])), Sides(whole(rows[2]), whole(rows[3]))]

    given = both(*(lambda one=one: linking.judge_all(one, Answer.DIFFERENT, by=chief) for one in (pairs, pairs[::-1])))

    assert sorted(isinstance(one, Refused) for one in given) == [False, True]
    assert Judgement.objects.count() == 2


def test_speaker_who_is_merged_meanwhile_stands_beside_no_words():
    statement, chief = make.make_statement(), make.the_chief()
    gone, keep = make.make_speaker("J. Kessel"), make.make_speaker("Jan Kessel")

    both(
        lambda: review.change(statement, {"speakers": [(gone, "", "")]}, by=chief),
        lambda: merge_speakers(keep, gone, by=chief, reason="One person."),
    )

    assert not Attribution.objects.filter(speaker=gone).exists()


def test_split_and_change_of_one_statement():
    statement, chief = make.make_statement(make.make_document("It opens. It closes."), "It opens. It closes."), make.the_chief()

    given = both(lambda: review.split(statement, 10, by=chief), lambda: review.change(statement, {"kind": "mixed"}, by=chief))

    assert not any(isinstance(one, Refused) for one in given)
    assert (Statement.objects.count(), Statement.objects.get(pk=statement.pk).text) == (2, "It opens.")
