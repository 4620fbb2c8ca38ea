"""The ways in which a statement bears on a claim."""

from itertools import product

import pytest

from archive.entries.ways import WAYS, way_of
from archive.enums import Likeness, Stance

pytestmark = pytest.mark.once


def test_each_way_has_a_word():
    assert {way_of(stance, likeness) for stance, likeness in product(Stance, Likeness)} == set(WAYS)
