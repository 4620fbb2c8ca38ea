"""Measures as lines to read on a terminal."""

import pytest

from archive.evaluation.reliability import kept_at, reliability_of
from archive.evaluation.shares import share
from archive.evaluation.table import lines_of, lines_of_reliability

pytestmark = pytest.mark.once


def test_measure_is_a_line_with_its_counts_and_target():
    reached, missed = lines_of([share("dates", 9, 10, 0.5), share("speakers of all", 1, 10, 0.5)])

    assert reached.startswith("  dates            0.900  [")
    assert reached.endswith("9 of 10; target 0.5 reached")
    assert missed.endswith("1 of 10; target 0.5 missed")
    assert lines_of([]) == []


def test_reliability_tells_what_stays_above_a_threshold():
    pairs = [(0.9, True), (0.9, True), (0.2, False)]

    lines = lines_of_reliability(reliability_of(pairs), kept_at(pairs, (0.5,)))

    assert "expected calibration error" in "\n".join(lines)
    assert lines[-1] == "          0.50      2 given,     2 right (1.000), 1 left empty"


def test_nobody_who_was_judged_has_no_error():
    lines = lines_of_reliability(reliability_of([]), kept_at([], (0.5,)))

    assert not any("error" in line for line in lines)
    assert lines[-1] == "          0.50      0 given,     0 right, 0 left empty"
