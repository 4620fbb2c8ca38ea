"""Small words in a text, by what they answer."""

import pytest

from archive.matching import prepare
from archive.matching.guards.signs import phrases, questions, signs_of

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill reopens, but only if they pay.", [("condition", "only if", "but only if")]),
        ("The mill reopens, provided they pay.", [("condition", "if", "provided")]),
        ("They provided bread.", []),
        ("It acts as if", []),
        ("Only", [("amount", "only", "Only")]),
        ("Under Article 9", []),
        ("Under the ten-year lease", []),
        ("Under ten", [("bound", "less", "Under")]),
        ("Мост откроют только в случае", [("condition", "only if", "только в случае"), ("date", "within", "в")]),
        ("It may", [("sureness", "possible", "may"), ("duty", "may", "may")]),
        ("Provided they pay", []),
    ],
)
def test_longest_phrase_for_each_question(text, found):
    assert sorted((sign.question, sign.sense, sign.text) for sign in signs_of(prepare(text))) == sorted(found)


def test_every_phrase_has_words_and_a_question():
    assert {"condition", "supposed", "sureness", "duty", "amount", "time", "date", "bound"} == questions()
    assert all(phrase.words for those in phrases().values() for phrase in those)
