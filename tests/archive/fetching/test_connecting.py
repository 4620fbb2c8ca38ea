"""A line goes to a checked address, and nowhere if one of a host's addresses leads inward."""

import pytest

from archive.fetching import Busy, Inward
from archive.fetching.addresses import read_address
from archive.fetching.connecting import Deadline, Network, ask_name_server, checked_ips, connected

PAPER = read_address("http://paper.example/")
PUBLIC, INWARD = "93.184.216.34", "10.0.0.1"


def no_line(*_):
    raise OSError


def network(*ips: str, connect=no_line) -> Network:
    return Network(resolve=lambda *_: list(ips), connect=connect)


def test_each_public_address_is_tried_once():
    tried = []

    def connect(place, _seconds):
        tried.append(place)
        raise OSError

    with pytest.raises(Busy, match="could not be reached"):
        connected(PAPER, network(PUBLIC, PUBLIC, "8.8.8.8", connect=connect), Deadline(5))

    assert tried == [(PUBLIC, 80), ("8.8.8.8", 80)]


def test_one_inward_address_closes_them_all():
    with pytest.raises(Inward, match=f"leads to {INWARD}"):
        checked_ips(PAPER, network(PUBLIC, INWARD), Deadline(5))


def test_name_that_leads_nowhere_is_told():
    with pytest.raises(Busy, match="leads nowhere"):
        checked_ips(PAPER, network(), Deadline(5))


@pytest.mark.parametrize(("error", "words"), [(TimeoutError, "No name server told in time"), (OSError, "was not found")])
def test_name_server_that_fails_is_told(error, words):
    def resolve(*_):
        raise error

    with pytest.raises(Busy, match=words):
        checked_ips(PAPER, Network(resolve=resolve), Deadline(5))


def test_address_that_is_a_number_asks_no_name_server():
    assert checked_ips(read_address("http://93.184.216.34/"), network(INWARD), Deadline(5)) == [PUBLIC]


def test_nothing_is_left_of_a_visit_whose_time_is_over():
    assert 0 < Deadline(60).left() <= 60
    with pytest.raises(TimeoutError):
        Deadline(0).left()


def test_name_that_took_all_the_time_is_not_connected_to():
    with pytest.raises(Busy, match="No name server told in time"):
        connected(PAPER, network(PUBLIC), Deadline(0))


def test_name_server_is_asked_apart_and_its_answer_or_failure_handed_on():
    assert set(ask_name_server("127.0.0.1", 80, 60)) == {"127.0.0.1"}
    with pytest.raises(UnicodeError):
        ask_name_server("a" * 64 + ".example", 80, 60)  # no name has so long a part: refused before anybody is asked
