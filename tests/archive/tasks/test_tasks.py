"""Background work: rounds that send for what is due, and the worker that does it."""

import os
import signal
import threading

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from archive import tasks
from archive.acts import record
from archive.capture import pages
from archive.capture.pages import NAME
from archive.enums import Verb
from archive.fetching import Visitor, pace
from archive.log import checkpoints, kept_histories
from archive.management.commands.work import end_with_parent
from archive.models import Article, Document, EventLink, Feed, LogEntry, PassageVector
from archive.tasks import broken_off
from archive.tasks.broken_off import MOST_TRIES, is_gone, new_worker_id, take_up_again
from tests import factories as make
from tests.archive.fetching.serving import Site, answer, serving
from tests.archive.pages import feed, page

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def _signals():
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def waiting() -> list[str]:
    return sorted(DBTaskResult.objects.filter(status=broken_off.READY).values_list("task_path", flat=True))


def test_worker_looks_round_polls_what_is_due_and_leaves_the_next_round_waiting():
    due, other = make.make_feed("http://coastal.example/rss"), make.make_feed("http://gazette.example/rss", is_followed=False)

    call_command("work", "--batch", "--no-startup-delay", verbosity=0)

    due.refresh_from_db()
    assert due.next_poll_at is not None
    assert Feed.objects.get(pk=other.pk).next_poll_at is None
    assert waiting() == ["archive.tasks.look_round"]
    sent = DBTaskResult.objects.order_by("enqueued_at").values_list("task_path", flat=True)
    daily = ["gather_statistics", "look_for_speakers_that_may_be_one", "forget_who_reported_errors", "keep_figures", "check_log"]
    asked = [f"archive.tasks.{name}" for name in ("poll_feed", "do_named", *daily)]
    assert list(sent) == ["archive.tasks.look_round"] * 2 + asked  # so that a round which fails is not the last
    assert DBTaskResult.objects.get(task_path="archive.tasks.do_named").return_value.startswith("Counter({")
    polled = DBTaskResult.objects.get(task_path="archive.tasks.poll_feed")
    assert (polled.status, polled.return_value) == (
        "SUCCESSFUL",
        "This site does not fetch pages. Save the page in a browser and capture the file, or have FETCHING set to true.",
    )


def test_log_is_signed_when_it_has_grown():
    make.make_public_statement()
    tasks.look_round.call()
    assert "archive.tasks.sign_log" in waiting()

    assert tasks.sign_log.call() == f"checkpoint of {LogEntry.objects.size()} entries"
    assert not checkpoints.is_behind()


def test_histories_are_kept_in_each_round_though_nothing_is_published():
    for _ in range(2):
        record(Verb.EDITED, make.make_statement(), by=make.the_chief())

        tasks.look_round.call()

        assert kept_histories.mark_of(kept_histories.read()).following == EventLink.objects.latest("pk").pk


def test_one_round_waits_however_many_workers_start():
    for _ in range(3):
        tasks.look_round_later()

    assert waiting() == ["archive.tasks.look_round"]


def test_statistics_are_gathered_once_a_day():
    for _ in range(3):
        tasks.daily(tasks.gather_statistics)
    assert waiting() == ["archive.tasks.gather_statistics"]

    DBTaskResult.objects.update(enqueued_at=timezone.now() - tasks.A_DAY)
    tasks.daily(tasks.gather_statistics)

    assert waiting() == ["archive.tasks.gather_statistics"] * 2


def test_vectors_that_passages_wait_for_are_made_lot_by_lot(monkeypatch):
    monkeypatch.setattr(tasks, "A_LOT", 2)
    for town in ("Orrin", "Veyra", "Kostrin"):
        make.make_accepted_statement(words=f"The dam of {town} is unsafe.")

    for _ in range(2):
        tasks.make_vectors_later()
    assert waiting() == ["archive.tasks.make_vectors"]
    call_command("work", "--batch", "--no-startup-delay", verbosity=0)

    assert not PassageVector.objects.awaited().exists()
    made = DBTaskResult.objects.filter(task_path="archive.tasks.make_vectors").order_by("enqueued_at")
    assert [one.return_value for one in made] == [2, 1]


def test_worker_ends_when_its_parent_is_gone():
    told = []
    signal.signal(signal.SIGTERM, lambda number, frame: told.append(number))

    end_with_parent(os.getppid() + 1, patience=0)

    assert told == [signal.SIGTERM] * 2  # the second breaks off the task


# Workers that are killed


HOME = "http://coastal.example"


def worker_in_a_process_of_its_own() -> int:
    connection.close()
    process = os.fork()
    if process == 0:
        try:
            call_command("work", "--batch", "--no-startup-delay", verbosity=0)
        finally:
            os._exit(0)
    return process


@pytest.fixture
def site(monkeypatch, settings):
    """Two pages and the feed of them; whoever fetches for this site comes here."""
    settings.FETCHING = True
    monkeypatch.setattr(pace, "SHORTEST", 0.0)
    listed = feed((f"{HOME}/bridge", "Bridge"), (f"{HOME}/harbour", "Harbour"))
    with serving(
        {"/rss": answer(listed), "/bridge": answer(page()), "/harbour": answer(page("Harbour", "The toll stays as it is"))}
    ) as site:
        monkeypatch.setattr(pages, "our_visitor", lambda: Visitor(NAME, "http://testserver", site.network()))
        yield site


def test_poll_whose_worker_is_killed_is_done_once_by_the_next(site: Site):
    asked, page_of_harbour = threading.Event(), site.pages["/harbour"]
    site.pages["/harbour"] = lambda head, line: (asked.set(), line.recv(1))  # an answer that never comes
    tasks.poll_feed.enqueue(make.make_feed(f"{HOME}/rss", is_followed=False).pk)
    worker = worker_in_a_process_of_its_own()
    assert asked.wait(20)
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)
    polls = DBTaskResult.objects.filter(task_path="archive.tasks.poll_feed")
    assert [one.status for one in polls] == ["RUNNING"]
    assert Document.objects.count() == 1
    site.pages["/harbour"] = page_of_harbour

    os.waitpid(worker_in_a_process_of_its_own(), 0)

    assert [(one.status, one.return_value, len(one.worker_ids)) for one in polls.all()] == [("SUCCESSFUL", "2 entries", 2)]
    assert sorted(Article.objects.values_list("url", flat=True)) == [f"{HOME}/bridge", f"{HOME}/harbour"]
    assert Document.objects.count() == 2
    assert site.asked.count("/bridge") == 1


def running(worker: str, times: int = 1, started=None, **more) -> DBTaskResult:
    task = tasks.poll_feed.enqueue(1)
    columns = {"status": "RUNNING", "worker_ids": [worker] * times, "started_at": started or timezone.now()} | more
    DBTaskResult.objects.filter(pk=task.id).update(**columns)
    return DBTaskResult.objects.get(pk=task.id)


def status_after(task: DBTaskResult, ours: str = "") -> str:
    take_up_again(ours)
    task.refresh_from_db()
    return task.status


def gone_process() -> int:
    process = os.fork()
    if process == 0:
        os._exit(0)
    os.waitpid(process, 0)
    return process


def test_task_waits_again_when_its_worker_is_known_to_be_gone():
    here, gone = new_worker_id().split("/")[0], gone_process()
    ours, before_us = new_worker_id(), new_worker_id()
    long_ago = timezone.now() - broken_off.LONGEST * 1.01
    found = {
        "ours": status_after(running(ours), ours),
        "of a process that is no more": status_after(running(f"{here}/{gone}/x")),
        "of a process whose number is ours now": status_after(running(before_us), ours),
        "of another machine": status_after(running(f"elsewhere/{gone}/x")),
        "of another machine, too long": status_after(running(f"elsewhere/{gone}/x", started=long_ago)),
        "under a name that somebody gave": status_after(running("one")),
        "told to stop at once": status_after(running(ours, status="FAILED", exception_class_path=broken_off.STOPPED), ours),
        "failed beneath": status_after(running(ours, status="FAILED", exception_class_path="django.db.utils.OperationalError"), ours),
        "fails beneath each time": status_after(running(ours, MOST_TRIES, status="FAILED", exception_class_path="builtins.OSError"), ours),
        "failed": status_after(running(ours, status="FAILED", exception_class_path="builtins.ValueError"), ours),
        "breaks its worker each time": status_after(running(f"{here}/{gone}/x", times=MOST_TRIES)),
    }

    assert found == {
        "ours": "RUNNING",
        "of a process that is no more": "READY",
        "of a process whose number is ours now": "READY",
        "of another machine": "RUNNING",
        "of another machine, too long": "READY",
        "under a name that somebody gave": "RUNNING",
        "told to stop at once": "READY",
        "failed beneath": "READY",
        "fails beneath each time": "FAILED",
        "failed": "FAILED",
        "breaks its worker each time": "FAILED",
    }
    assert not is_gone(f"{here}/1/x")  # which is not ours to ask
