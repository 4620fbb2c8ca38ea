"""The reading process passes each question to its child, and replaces a child that broke, ended or ran over its time."""

import gc
import os
import signal
import socket
import time
from collections.abc import Iterator

import pytest

from archive.reading import keeper
from archive.reading.keeper import GAVE_UP, TOO_LONG, Child, _answered, keep, leave_to_parent, limited_time
from archive.reading.messages import Gone, Message, Overdue, receive, send
from tests.archive.reading.files import TODAY, page_of

pytestmark = [pytest.mark.once, pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")]

PAGE = {"form": "html", "today": TODAY.isoformat()}


@pytest.fixture
def line() -> Iterator[tuple[socket.socket, socket.socket]]:
    site, inside = socket.socketpair()
    with site, inside:
        yield site, inside
    gc.unfreeze()


def said_by_keeper(site: socket.socket, inside: socket.socket, *questions: Message) -> list[Message]:
    """All questions are asked beforehand, so that the keeper answers them one after another, and finds the site gone."""
    for question in questions:
        send(site, *question)
    site.shutdown(socket.SHUT_WR)
    keep(inside)
    return [receive(site, until=time.monotonic() + 60) for _ in range(1 + len(questions))]


def test_each_question_is_answered_until_the_site_is_gone(line: tuple[socket.socket, socket.socket]) -> None:
    ready, one, other = said_by_keeper(*line, (PAGE, page_of("One")), (PAGE, page_of("Other")))

    assert ready == ({"ready": True}, b"")
    assert [said["read"][0]["title"] for said, _ in (one, other)] == ["One", "Other"]


def test_child_whose_parser_broke_is_replaced(line: tuple[socket.socket, socket.socket]) -> None:
    _, broken, after = said_by_keeper(*line, (PAGE | {"form": "of no parser"}, b""), (PAGE, page_of("After")))

    assert broken == ({"refused": GAVE_UP}, b"")
    assert after[0]["read"][0]["title"] == "After"


def test_child_that_was_killed_is_told_of_and_to_be_replaced(line: tuple[socket.socket, socket.socket]) -> None:
    child = Child(line[1])
    os.kill(child.pid, signal.SIGKILL)

    assert _answered(child, (PAGE, page_of())) == (({"refused": GAVE_UP}, b""), True)
    assert child.door.fileno() == -1


def test_child_that_worked_for_too_long_is_told_of(line: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "SECONDS", 0.05)
    child = Child(line[1])

    assert _answered(child, (PAGE, page_of(body="<p>" + "<b>The pier</b> " * 90_000))) == (({"refused": TOO_LONG}, b""), True)


def test_child_that_waits_for_longer_than_it_may_work_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "SECONDS", 0.05)
    with limited_time():
        time.sleep(0.2)

    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_child_that_is_not_needed_any_more_is_ended(line: tuple[socket.socket, socket.socket]) -> None:
    child = Child(line[1])

    child.end()

    with pytest.raises(ProcessLookupError):
        os.kill(child.pid, 0)
    assert child.door.fileno() == -1


class Asked:
    """Stands for a child: it answers so, or not."""

    def __init__(self, answer: Message | Exception) -> None:
        self.answer = answer

    def ask(self, message: Message) -> Message:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def end(self) -> int:
        return signal.SIGKILL


@pytest.mark.parametrize(
    ("answer", "said", "is_over"),
    [
        (({"read": []}, b"x"), ({"read": []}, b"x"), False),
        (({"read": [], "last": True}, b"x"), ({"read": []}, b"x"), True),
        (Overdue(), ({"refused": TOO_LONG}, b""), True),
        (Gone(), ({"refused": GAVE_UP}, b""), True),
    ],
)
def test_child_is_replaced_after_its_last_answer_or_none(answer: Message | Exception, said: Message, is_over: bool) -> None:
    assert _answered(Asked(answer), (PAGE, b"")) == (said, is_over)


def test_line_to_the_site_leads_nowhere_in_the_child() -> None:
    one, other = socket.socketpair()
    number = one.fileno()
    with other:
        leave_to_parent(one)
        left_to_read = os.read(number, 1)
        os.close(number)

        assert (one.fileno(), left_to_read) == (-1, b"")
        with pytest.raises(Gone):
            receive(other)
