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

    asked = [(1, "a"), (1, "a"), (1, "b"), (2, "a"), (2, "a")]

    assert [kept.at(revision, make, name) for revision, name in asked] == [1, 1, 2, 3, 3]
    with translation.override("de"):
        assert kept.at(2, make, "a") == 4


def test_answers_of_one_revision_are_kept_and_not_without_end():
    first = kept.at(1, list)
    assert kept.at(1, list) is first

    for number in range(kept.MOST_KEPT):
        kept.at(1, str, number)

    assert kept.at(1, list) is not first
    assert kept.at(2, list) is not kept.at(1, list)


def test_what_is_forgotten_is_made_again():
    assert kept.at(1, list) is kept.at(1, list)
    before = kept.at(1, list)

    kept.forget()

    assert kept.at(1, list) is not before
