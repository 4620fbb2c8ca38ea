"""What changes only with the archive is made once for each revision."""

import pytest
from django.utils import translation

from timeline.lists import kept

pytestmark = pytest.mark.once


def test_it_is_made_again_for_another_revision_question_or_language():
    made = []

    def make(*asked):
        made.append(asked)
        return len(made)

    assert [kept.at(1, make, "a"), kept.at(1, make, "a"), kept.at(1, make, "b"), kept.at(2, make, "a"), kept.at(1, make, "a")] == [
        1,
        1,
        2,
        3,
        1,
    ]
    with translation.override("de"):
        assert kept.at(1, make, "a") == 4


def test_what_is_forgotten_is_made_again():
    assert kept.at(1, list) is kept.at(1, list)
    before = kept.at(1, list)

    kept.forget()

    assert kept.at(1, list) is not before
