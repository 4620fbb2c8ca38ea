"""`suggest` proposes links of all accepted statements that were not compared yet, and counts; killed, it goes on where it was."""

import io
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from archive.linking import in_parallel, meanings, passages
from archive.linking.judgements import judge, undo
from archive.linking.side import Side, Sides
from archive.models import OccasionSuggestion, Passage, Statement, Suggestion
from archive.processes import pool_of
from tests import factories as make
from tests.forking import forked

WORDS = "No state may strengthen its own security at the cost of another state."


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("suggest", *arguments, stdout=out)
    return out.getvalue().strip()


def told(statements: int, compared: int, links: int, waiting: int, reports: int = 0) -> str:
    return (
        f"Statements: {statements}, compared now: {compared}. Links proposed: {links}. Waiting for a judgement: {waiting}. "
        f"Waiting to be told whether they are of one occasion: {reports}."
    )


@pytest.mark.django_db
def test_links_are_proposed_and_counted():
    for _ in range(2):
        make.make_accepted_statement(words=WORDS)
    make.make_statement(words=WORDS)

    assert run() == told(2, 2, 1, 1)
    assert Suggestion.objects.count() == 1


@pytest.mark.django_db
def test_proposing_again_compares_nothing_and_changes_nothing():
    for _ in range(2):
        make.make_accepted_statement(words=WORDS)
    run()
    before = list(Suggestion.objects.values())

    assert run() == told(2, 0, 0, 1)
    assert run("--again") == told(2, 2, 1, 1)
    assert list(Suggestion.objects.values()) == before


@pytest.mark.django_db
def test_only_statements_after_one_are_asked():
    first, second, third = (make.make_accepted_statement(words=WORDS) for _ in range(3))

    assert run("--since", second.public_id) == told(1, 1, 2, 1)  # the same words: one question
    assert {one.passage.statement for one in Suggestion.objects.all()} == {third}
    assert {one.other.statement for one in Suggestion.objects.all()} == {first, second}


@pytest.mark.parametrize(("arguments", "sentence"), [(["--since", "nowhere"], "called nowhere"), (["--processes", "0"], "from 1 to 256")])
@pytest.mark.django_db
def test_what_makes_no_sense_is_refused(arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(*arguments)


# What is compared again


def nothing(one, other):
    pass


def published(one, other):
    make.publication.publish(one, by=make.the_chief())


def indexed_anew(one, other):
    passages.index(one)


def dated_otherwise(one, other):
    Statement.objects.filter(pk=one.pk).update(said_sort=1, lock_version=one.lock_version + 1)


def given_another_speaker(one, other):
    one.attributions.update(speaker=make.make_speaker())
    Statement.objects.filter(pk=one.pk).update(lock_version=one.lock_version + 1)


def judged_and_undone(one, other):
    pair = judge(Sides(Side(one, one.start, one.end), Side(other, other.start, other.end)), "different", by=make.the_chief())
    undo(pair, by=make.the_chief())


def doubled(one, other):
    for words in ("Trains carry grain from the harbour to the coast.", "The court found the contract void on Monday."):
        make.make_accepted_statement(words=words)


CHANGES = [
    (nothing, False), (published, False), (indexed_anew, True), (dated_otherwise, True), (given_another_speaker, True),
    (judged_and_undone, True), (doubled, True),
]  # fmt: skip


@pytest.mark.parametrize(("change", "again"), CHANGES, ids=[change.__name__ for change, _ in CHANGES])
@pytest.mark.django_db
def test_only_what_changed_is_compared_again(change, again):
    one, other = (make.make_accepted_statement(words=WORDS) for _ in range(2))
    run()
    Suggestion.objects.all().delete()

    change(Statement.objects.get(pk=one.pk), other)
    run()

    assert Suggestion.objects.exists() is again


@pytest.mark.django_db
def test_what_an_older_version_proposed_goes_unless_it_was_answered():
    one, other, third = (make.make_accepted_statement(words=WORDS) for _ in range(3))
    run()
    Suggestion.objects.update(version="0")
    Suggestion.objects.filter(passage__statement=third, other__statement=one).update(status="judged")
    Statement.objects.filter(pk__in=[one.pk, other.pk]).update(translation_of=third)  # so that no pair is proposed any more

    run("--again")

    assert list(Suggestion.objects.values_list("version", "status")) == [("0", "judged")]


# Killed


def in_a_process(*arguments: str) -> int:
    return forked(lambda: call_command("suggest", *arguments, stdout=io.StringIO()))


def kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def compared() -> int:
    return Passage.objects.exclude(compared="").count()


def wait_until(wanted: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120  # a worker starts in a second, on a machine that is not busy
    while not wanted():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def everything() -> list[list]:
    """All rows but for their numbers, which a database counts on."""
    links = Suggestion.objects.order_by("passage", "other")
    return [
        list(links.values_list("passage", "other", "score", "band", "label", "reasons", "rank", "status")),
        list(OccasionSuggestion.objects.order_by("statement", "other").values_list("statement", "other", "likeness", "reasons")),
        list(Passage.objects.order_by("pk").values_list("pk", "compared", "compared_among", "compared_lock")),
    ]


def forget() -> None:
    Suggestion.objects.all().delete()
    OccasionSuggestion.objects.all().delete()
    Passage.objects.update(compared="", compared_among=0, compared_lock=0)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.usefixtures("archive_of_its_own")
def test_killed_at_any_moment_it_ends_with_the_rows_of_an_unbroken_run(monkeypatch):
    monkeypatch.setattr(in_parallel, "BATCH", 2)
    run("--processes", "1")
    unbroken = everything()
    forget()

    for done in (0, 4, 10, 18):
        process = in_a_process("--processes", "1")
        wait_until(lambda done=done: compared() >= done)
        time.sleep(done / 2000)  # somewhere in the batch that follows
        kill(process)
    broken = compared()
    run("--processes", "1")

    assert 18 <= broken < 30
    assert everything() == unbroken


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.usefixtures("archive_of_its_own")
def test_several_processes_make_the_vectors(monkeypatch):
    monkeypatch.setattr(meanings, "BATCH", 8)

    with pool_of(2) as pool:
        assert list(meanings.make(meanings.awaited(), pool)) == [8, 8, 8, 6]


@pytest.mark.full
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.usefixtures("archive_of_its_own")
def test_several_processes_make_the_rows_of_one_whichever_of_them_is_killed(monkeypatch, tmp_path):
    run("--processes", "1")
    unbroken = everything()
    forget()
    monkeypatch.setattr(in_parallel, "BATCH", 1)
    monkeypatch.setattr(in_parallel, "WORTH_A_PROCESS", 1)

    process = in_a_process("--processes", "2")
    wait_until(lambda: compared() >= 3)
    workers = children(process)
    kill(process)
    wait_until(lambda: not any(is_running(worker) for worker in workers))
    assert (3 <= compared() < 30, len(workers) >= 2) == (True, True)

    process = forked(lambda: (tmp_path / "said").write_text(said("--processes", "2")))
    before = compared()
    wait_until(lambda: compared() >= before + 3)
    os.kill(int(children(process)[-1]), signal.SIGKILL)
    os.waitpid(process, 0)
    assert "start the command again" in (tmp_path / "said").read_text()

    left = 30 - compared()
    assert run("--processes", "1").startswith(f"Statements: 30, compared now: {left}.")
    assert (everything() == unbroken, left > 0) == (True, True)


def said(*arguments: str) -> str:
    """The error of a run."""
    with pytest.raises(CommandError) as error:
        run(*arguments)
    return str(error.value)


def children(process: int) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def is_running(process: str) -> bool:
    """A zombie whose new parent has not asked for it yet runs no more."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
