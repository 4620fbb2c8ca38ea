"""Background work: rounds that send for what is due, and the worker that does it."""

import os
import signal

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from archive import tasks
from archive.management.commands.work import end_with_parent
from archive.models import Feed
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def _signals():
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def waiting() -> list[str]:
    return sorted(DBTaskResult.objects.filter(status=tasks.READY).values_list("task_path", flat=True))


def test_worker_looks_round_polls_what_is_due_and_leaves_the_next_round_waiting():
    due, other = make.make_feed("http://coastal.example/rss"), make.make_feed("http://gazette.example/rss", is_followed=False)

    call_command("work", "--batch", "--no-startup-delay", verbosity=0)

    due.refresh_from_db()
    assert due.next_poll_at is not None
    assert Feed.objects.get(pk=other.pk).next_poll_at is None
    assert waiting() == ["archive.tasks.look_round"]
    sent = DBTaskResult.objects.order_by("enqueued_at").values_list("task_path", flat=True)
    assert list(sent) == ["archive.tasks.look_round"] * 2 + ["archive.tasks.poll_feed"]  # so that a round which fails is not the last
    polled = DBTaskResult.objects.get(task_path="archive.tasks.poll_feed")
    assert (polled.status, polled.return_value) == (
        "SUCCESSFUL",
        "This site does not fetch pages. Save the page in a browser and capture the file, or have FETCHING set to true.",
    )


def test_one_round_waits_however_many_workers_start():
    for _ in range(3):
        tasks.look_round_later()

    assert waiting() == ["archive.tasks.look_round"]


def test_worker_ends_when_its_parent_is_gone():
    told = []
    signal.signal(signal.SIGTERM, lambda number, frame: told.append(number))

    end_with_parent(os.getppid() + 1, patience=0)

    assert told == [signal.SIGTERM] * 2  # the second breaks off the task
