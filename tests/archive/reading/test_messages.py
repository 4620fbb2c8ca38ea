"""What the site and its reading process tell each other."""

import socket
import time

import pytest

from archive.reading.messages import LARGEST, LENGTHS, Gone, Overdue, receive, send


def test_message_arrives_with_the_bytes_beside_it() -> None:
    one, other = socket.socketpair()
    with one, other:
        send(one, {"half": "\ud800"}, b"\x00\xff")

        assert receive(other) == ({"half": "\ud800"}, b"\x00\xff")


@pytest.mark.parametrize("lengths", [(LARGEST + 1, 0), (0, 2**32 - 1)])
def test_memory_is_not_set_aside_for_a_length_that_no_answer_has(lengths: tuple[int, int]) -> None:
    one, other = socket.socketpair()
    with one, other:
        one.sendall(LENGTHS.pack(*lengths))

        with pytest.raises(Gone):
            receive(other)


def test_nothing_is_waited_for_when_the_time_is_over() -> None:
    one, other = socket.socketpair()
    with one, other:
        send(one, {"half": 1})

        with pytest.raises(Overdue):
            receive(other, until=time.monotonic())
        with pytest.raises(Overdue):
            send(one, {"half": 2}, until=time.monotonic())


def test_other_side_that_hung_up_is_gone() -> None:
    one, other = socket.socketpair()
    with one:
        other.close()

        with pytest.raises(Gone):
            receive(one)
        with pytest.raises(Gone):
            send(one, {"half": 1})
