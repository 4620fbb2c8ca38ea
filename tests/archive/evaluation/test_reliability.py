"""The table that says how far confidence can be believed."""

import pytest

from archive.evaluation.reliability import Kept, kept_at, reliability_of
from archive.evaluation.shares import share
from archive.evaluation.table import lines_of, lines_of_reliability

CASES = [(0.9, True)] * 9 + [(0.9, False)] + [(0.6, True), (0.6, False), (0.65, False), (1.0, True)]


def test_stated_and_observed_by_bins():
    found = reliability_of(CASES)

    assert [(one.low, one.high, one.total, one.right, round(one.stated, 3), one.observed) for one in found.bins] == [
        (0.6, 0.7, 3, 1, 0.617, 1 / 3),
        (0.9, 0.95, 10, 9, 0.9, 0.9),
        (0.95, 1.0, 1, 1, 1.0, 1.0),
    ]
    assert found.error == pytest.approx(3 * (1.85 / 3 - 1 / 3) / 14)
    assert found.brier == pytest.approx((9 * 0.01 + 0.81 + 0.16 + 0.36 + 0.4225) / 14)


def test_no_cases_give_no_error():
    assert (reliability_of([]).bins, reliability_of([]).error) == ((), None)


def test_threshold_tells_what_is_left():
    assert kept_at(CASES, (0.0, 0.7)) == [Kept(0.0, 14, 11, 14), Kept(0.7, 11, 10, 14)]


def test_tables_can_be_read():
    measures = [share("names", 8, 10, 0.8), share("dates", 0, 0)]

    assert lines_of(measures) == ["  names  0.800  [0.490 0.943]  8 of 10; target 0.8 reached", "  dates    –                   0 of 0"]
    lines = lines_of_reliability(reliability_of(CASES), kept_at(CASES, [0.7]))
    assert lines[2] == "  0.90–0.95         10   0.900     0.900  [0.596 0.982]"
    assert lines[-1] == "          0.70     11 given,    10 right (0.909), 3 left empty"
