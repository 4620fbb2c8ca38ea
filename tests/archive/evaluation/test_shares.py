"""Shares, F1 and means, with their intervals."""

import pytest

from archive.evaluation.shares import Measure, f1, mean, share, wilson


@pytest.mark.parametrize(
    ("right", "total", "interval"),
    [
        (0, 0, None),
        (0, 10, (0.0, 0.2775)),
        (10, 10, (0.7225, 1.0)),
        (8, 10, (0.4902, 0.9433)),
        (80, 100, (0.7112, 0.8666)),
    ],
)
def test_wilson_interval(right, total, interval):
    found = wilson(right, total)

    assert found == (interval and pytest.approx(interval, abs=1e-4))


def test_share_of_nothing_has_no_value():
    assert share("names", 0, 0, 0.8) == Measure("names", None, None, {"right": 0, "of": 0}, 0.8)


def test_f1_is_between_precision_and_recall_and_inside_its_interval():
    found = f1("dates", right=8, given=10, wanted=16)

    assert found.value == pytest.approx(2 * 0.8 * 0.5 / 1.3)
    assert found.interval is not None
    assert found.interval[0] < found.value < found.interval[1]
    assert found.counts == {"right": 8, "given": 10, "wanted": 16}


def test_f1_of_all_right_is_one():
    assert f1("dates", right=5, given=5, wanted=5).value == 1.0


def test_mean_is_the_same_every_time_and_lies_in_its_interval():
    values = [1.0, 0.5, 0.0, 1.0, 1.0, 0.333]

    first, second = mean("MRR", values), mean("MRR", values)

    assert first == second
    assert first.interval is not None
    assert first.interval[0] < sum(values) / 6 < first.interval[1]
    assert mean("MRR", []).value is None
