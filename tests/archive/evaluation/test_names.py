"""Whether two printed names are one."""

import pytest

from archive.evaluation.names import bare, capitals, is_called, is_part_of, last_words

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("name", "words"), [("Mr. José Ortega's", {"jose", "ortega"}), ("ORTEGA, José", {"jose", "ortega"}), (None, set())]
)
def test_name_without_marks_and_titles(name, words):
    assert bare(name) == words


def test_full_name_and_a_part_of_it():
    accepted = ["José Ortega", "José M. Ortega"]

    assert [is_called(name, accepted) for name in ("Jose Ortega", "Ortega", None)] == [True, False, False]
    assert [is_part_of(name, accepted) for name in ("Ortega", "José", "")] == [True, False, False]


def test_capitals_and_last_words():
    assert capitals("the Mayor of Velm said") == {"Mayor", "Velm"}
    assert last_words(["Anna Hill.", " "]) == {"Hill"}
