"""Ends of sentences inside a line."""

import pytest

from archive.evaluation.sentences import count

pytestmark = pytest.mark.once


def test_end_of_a_line_is_no_merit():
    text = "One. Two.\nThree. Four."
    gold = [(0, 4), (5, 9), (10, 16), (17, 22)]

    assert count(text, gold, [(0, 5), (5, 9), (10, 22)]) == {"ends right": 1, "ends given": 1, "ends wanted": 2}
