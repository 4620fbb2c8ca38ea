"""Words that may stand for each other."""

import pytest

from archive.matching.alike import abbreviates, are_alike, are_opposite, is_known_by
from archive.matching.words import stem, words

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("ours", "theirs", "alike"),
    [
        ("frontier", "border", True),
        ("parliament", "parliamentary", True),
        ("parliament", "parlaiment", True),
        ("NNB", "Norvanian National Bank", True),
        ("NNB", "Norvanian Bank", False),
        ("schools", "prisons", False),
    ],
)
def test_words_that_mean_one_thing(ours, theirs, alike):
    assert are_alike(list(words(ours)), list(words(theirs))) is alike
    assert are_alike(list(words(theirs)), list(words(ours))) is alike


def test_opposites_are_no_likeness():
    assert are_opposite(list(words("opened")), list(words("closed")))
    assert not are_opposite(list(words("opened")), list(words("painted")))


@pytest.mark.parametrize(("a", "b", "one"), [("minist", "ministri", True), ("abc", "abcd", False), ("harbour", "harvest", False)])
def test_shortened_word_needs_four_letters_in_common(a, b, one):
    assert abbreviates(a, b) is one


def test_word_that_the_other_text_has_in_some_form_is_known():
    assert is_known_by(stem("frontier"), {stem("border")})
    assert not is_known_by(stem("schools"), {stem("prisons")})
