"""The words that a text denies."""

import pytest

from archive.matching import prepare
from archive.matching.guards.denial import denied
from archive.matching.words import stem

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mill burned.", {}),
        ("The mill did not burn, but bread rose.", {"mill": "not", "burn": "not"}),
        ("It is not true: the mill burned.", {"true": "not", "mill": "not", "burn": "not"}),
        ("Nobody smiled. The mill burned.", {"smiled": "Nobody"}),
        ("No bread or milk sold.", {"bread": "No", "milk": "No", "sold": "No"}),
        ("No bread rose and no mill burned.", {"bread": "No", "rose": "No", "mill": "no", "burn": "no"}),
        ("The mill sold bread and not one worker left.", {"worker": "not", "left": "not"}),
        ("The mill sold bread and nobody left.", {"left": "nobody"}),
        ("Мельницу продали и не сожгли.", {"сожгли": "не"}),
        ("Bread was not sold and stolen.", {"bread": "not", "sold": "not", "stolen": "not"}),
        ("Workers left the mill without a single warning.", {"single": "without", "warning": "without"}),
        ("Workers left the mill with no pay.", {"pay": "no"}),
        ("Never did nobody burn mills.", {}),
        ("Mills burned. Mills never burned.", {}),
        ("", {}),
    ],
)
def test_denied(text, words):
    found = {of: word.text for of, word in denied(prepare(text)).items() if word}

    assert found == {stem(word): by for word, by in words.items()}
