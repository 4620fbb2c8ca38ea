"""How one wording differs from another."""

import pytest

from archive.matching import changed_words, is_verbatim, letters_of

pytestmark = pytest.mark.once


def test_changes_are_told_in_order_with_their_places():
    changes = changed_words("The old bridge opens", "The new bridge opens today.")

    assert [(change.op, change.words) for change in changes] == [
        ("same", "The"), ("removed", "old"), ("added", "new"), ("same", "bridge opens"), ("added", "today."),
    ]  # fmt: skip
    assert ("The new bridge opens today."[changes[2].start : changes[2].end], changes[1].start) == ("new", 4)


def test_case_accents_and_punctuation_make_no_difference():
    assert [change.op for change in changed_words("“Café opens,” he said", "cafe opens he said")] == ["same"]
    assert letters_of("“It’s $5m — now!”") == letters_of("it's $5m now")


@pytest.mark.parametrize(
    ("a", "b", "same"), [("It costs 2.5%.", "it costs 2.5%", True), ("2.5%", "2.5", False), ("", "", False), ("…", "!", False)]
)
def test_verbatim(a, b, same):
    assert is_verbatim(a, b) is same
