"""From features to a probability."""

from dataclasses import replace

import pytest

from archive.matching import Idf, prepare
from archive.matching.features import measure
from archive.matching.score import coefficients, evidence, order, probability

pytestmark = pytest.mark.once

LIKE = measure(prepare("The harbour bridge will open in May."), prepare("The harbour bridge opens in May."), Idf())
UNLIKE = measure(prepare("The harbour bridge will open in May."), prepare("Prices fell again."), Idf())


def test_more_in_common_is_likelier_and_stands_first():
    assert evidence(LIKE) > evidence(UNLIKE)
    assert order(LIKE, evidence(LIKE)) > order(UNLIKE, evidence(UNLIKE))


def test_weights_depend_on_what_the_cosine_is():
    without = replace(LIKE, cosine=None)

    assert len({evidence(LIKE), evidence(without), evidence(LIKE, is_reread=True)}) == 3


def test_probability_is_one_half_where_nothing_speaks_for_either():
    assert probability(0) == 0.5
    assert probability(1e9) < 1
    assert probability(-1e9) > 0


def test_bands_lie_between_nothing_and_certain():
    fitted = coefficients()

    assert 0 < fitted.possible < fitted.likely < 1
