"""Between two visits to one host lies the pause that it wants, whoever of us was there before."""

import pytest

from archive.fetching import Busy, Pace, Page
from archive.fetching.pace import LONGEST, SHORTEST

HOME = "http://coastal.example"


class Visitor:
    """Stands for one who fetches: each visit takes three seconds, and sites want so many between two."""

    def __init__(self, wants: float = 0.0) -> None:
        self.wants, self.now, self.visits = wants, 1000.0, list[float]()

    def visit(self, url: str, **known: str) -> Page:
        self.visits.append(self.now)
        self.now += 3
        return Page(url)

    def delay(self, url: str) -> float:
        return self.wants

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def clock(self) -> float:
        return self.now


def times(wants: float, *urls: str, **given) -> list[float]:
    visitor = Visitor(wants)
    pace = Pace(visitor, sleep=visitor.sleep, clock=visitor.clock, **given)
    for url in urls:
        pace.visit(url)
    return [at - 1000 for at in visitor.visits]


@pytest.mark.parametrize(
    ("wants", "urls", "expected"),
    [
        (0, (f"{HOME}/a", f"{HOME}/b"), [0, 3 + SHORTEST]),
        (30, (f"{HOME}/a", "http://www.Coastal.example/b"), [0, 3]),  # another host
        (30, (f"{HOME}/a", "http://COASTAL.example/b"), [0, 33]),
        (3600, (f"{HOME}/a", f"{HOME}/b"), [0, 3 + LONGEST]),
    ],
)
def test_pause_between_two_visits_to_a_host(wants, urls, expected):
    assert times(wants, *urls) == expected


def test_visits_of_another_process_count():
    assert times(30, f"{HOME}/a", visits={"coastal.example": 990.0}) == [20]


def test_visit_long_ago_keeps_nobody_waiting():
    assert times(30, f"{HOME}/a", visits={"coastal.example": 900.0}) == [0]


def test_clock_that_was_set_back_keeps_nobody_waiting_for_ever():
    assert times(30, f"{HOME}/a", visits={"coastal.example": 999_999.0}) == [30]


def test_person_is_not_kept_waiting():
    with pytest.raises(Busy, match=r"wants 30 seconds between two visits\. Try again in 20 seconds\."):
        times(30, f"{HOME}/a", visits={"coastal.example": 990.0}, patience=5)
