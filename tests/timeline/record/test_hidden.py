"""Spans of a text that stay out. The rules of what is hidden from whom: `test_excerpts`."""

import pytest

from timeline.record.hidden import merged, near


@pytest.mark.parametrize(
    ("spans", "expected"),
    [([], []), ([(4, 6), (1, 3)], [(1, 3), (4, 6)]), ([(1, 3), (3, 5)], [(1, 5)]), ([(1, 9), (2, 4), (8, 11)], [(1, 11)])],
)
def test_spans_that_touch_are_one(spans, expected):
    assert merged(spans) == expected


def test_spans_near_a_piece_of_text_reach_into_it():
    spans = [(0, 2), (4, 6), (8, 10), (12, 14)]

    assert [near(spans, *piece) for piece in ((2, 4), (5, 9), (6, 8), (0, 99))] == [[], [(4, 6), (8, 10)], [], spans]
