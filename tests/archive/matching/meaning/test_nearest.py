"""Which of many texts are near one in meaning."""

import pytest

from archive.matching.meaning.nearest import Nearest
from archive.matching.meaning.vectors import vectors_of

pytestmark = pytest.mark.once

TEXTS = ["The alliance will defend every member.", "Bread prices fell again.", "Мост откроют в мае."]


def test_nearest_stands_first_and_unread_texts_are_left_out():
    near = Nearest(TEXTS, [True, True, False])
    query = vectors_of(["The bloc protects its states."])[0]

    assert near.candidates(query, 3)[0] == 0
    assert 2 not in near.candidates(query, 3)
    assert near.vector(2) is None


def test_text_without_a_vector_is_near_nothing():
    near = Nearest(TEXTS, [True, True, False])

    assert (near.candidates(None, 3), near.likeness(None, [0, 1])) == ([], [0.0, 0.0])
