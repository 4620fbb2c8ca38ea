"""Pairs that people answered, at the engine's threshold and at others."""

import pytest

from archive.evaluation import thresholds
from archive.evaluation.thresholds import Pair

PAIRS = [
    Pair("same", 0.9, same=True, label="same"),
    Pair("same", 0.3, same=False, label="possible"),
    Pair("same", 0.8, same=False, label="variant"),
    Pair("topic", 0.7, same=True, label="same"),
    Pair("different", 0.6, same=False, label="possible"),  # says too little, though it scores enough
    Pair("denies", 0.1, same=False, label="none"),
]


def test_pairs_called_the_same_at_the_engines_threshold():
    measures = {one.name: one for one in thresholds.measures_of(PAIRS, "same")}

    assert (measures["precision"].counts, measures["recall"].counts) == ({"right": 1, "of": 2}, {"right": 1, "of": 3})
    assert measures["F1"].value == pytest.approx(2 / 5)


@pytest.mark.parametrize(("threshold", "given", "right"), [(0.05, 4, 2), (0.25, 3, 2), (0.5, 2, 1), (0.75, 1, 1), (0.95, 0, 0)])
def test_other_thresholds_keep_the_guards(threshold, given, right):
    (row,) = thresholds.at_thresholds(PAIRS, "same", 0.5, [threshold])

    assert (row.given, row.right) == (given, right)


def test_answers_beside_what_the_engine_calls_them():
    assert thresholds.by_answer(PAIRS) == {
        "same": {"same": 1, "possible": 1, "variant": 1},
        "topic": {"same": 1},
        "different": {"possible": 1},
        "denies": {"none": 1},
    }
