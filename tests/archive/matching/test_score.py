"""From features to a probability."""

from dataclasses import replace

import pytest

from archive.matching import Idf, prepare
from archive.matching.features import measure
from archive.matching.score import below_same, coefficients, evidence, probability

pytestmark = pytest.mark.once

LIKE = measure(prepare("The harbour bridge will open in May."), prepare("The harbour bridge opens in May."), Idf())
UNLIKE = measure(prepare("The harbour bridge will open in May."), prepare("Prices fell again."), Idf())


def test_more_in_common_is_likelier():
    assert evidence(LIKE) > evidence(UNLIKE)


def test_pairs_without_vectors_have_weights_of_their_own():
    assert evidence(replace(LIKE, cosine=0.0)) < evidence(replace(LIKE, cosine=None)) < evidence(replace(LIKE, cosine=1.0))


def test_probability_is_one_half_where_nothing_speaks_for_either():
    assert probability(0) == 0.5
    assert probability(1e9) < 1
    assert probability(-1e9) > 0


def test_bands_lie_between_nothing_and_certain():
    fitted = coefficients()

    assert 0 < fitted.possible < fitted.likely < fitted.same < 1
    assert below_same(1.0) < fitted.same
