"""Ranked lists: where in them stands what is right."""

import pytest

from archive.evaluation import ranking


@pytest.mark.parametrize(
    ("found", "right", "precision", "first"),
    [
        ("abc", "a", 1.0, 1),
        ("bac", "a", 1 / 2, 2),
        ("abc", "ac", (1 + 2 / 3) / 2, 1),
        ("xyz", "a", 0.0, None),
        ("uvwxya", "a", 0.0, 6),
        ("abcde", "abcdefg", 1.0, 1),
        ("", "a", 0.0, None),
    ],
)
def test_places_of_what_is_right(found, right, precision, first):
    assert ranking.average_precision(found, set(right)) == pytest.approx(precision)
    assert ranking.first_right(found, set(right)) == first


def test_lists_without_anything_right_are_not_counted():
    measures = {one.name: one for one in ranking.measures_of([("ab", {"b"}), ("ab", set()), ("ab", {"c"})])}

    assert (measures["MAP@5"].value, measures["MRR"].value) == (0.25, 0.25)
    assert (measures["P@1"].counts, measures["S@10"].counts) == ({"right": 0, "of": 2}, {"right": 1, "of": 2})
