"""Which words are verbs with a subject before them, and which stretches hold one for every clause."""

import pytest

from archive.extraction.speech.english.predicates import has_predicate, is_finite, past_predicate
from archive.extraction.text.tokens import tokens_of


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("the road is shut", ["is"]),
        ("the fair of May would be cheap", ["would"]),
        ("a plan to have roads closed would fail", ["closed", "would"]),
        ("closed roads cost the town its trade", ["cost"]),
        ("the Merrow Works would close", ["would"]),
        ("some 20 claims fail", ["fail"]),
        ("the bridge was closed", ["was"]),
        ("the bridge fell", ["fell"]),
        ("bridges built by the firm", ["built"]),
        ("roads closed by the firm", []),
        ("the firm based in Merrow", []),
        ("its annual results for May", []),
        ("the firm expects a loss", ["expects"]),
        ("farmers need the road", ["need"]),
        ("the firm need", []),
    ],
)
def test_finite_verbs(sentence: str, verbs: list[str]) -> None:
    tokens = tokens_of(sentence, 0, len(sentence))

    assert [token.text for at, token in enumerate(tokens) if is_finite(tokens, at)] == verbs


@pytest.mark.parametrize(
    ("sentence", "is_clause"),
    [
        ("the road is shut", True),
        ("the road which is shut", False),
        ("the road which is shut will open", True),
        ("a loss that beat forecasts but widened", False),
        ("chairman of the board", False),
    ],
)
def test_clause_has_a_verb_for_every_conjunction_and_one_more(sentence: str, is_clause: bool) -> None:
    assert has_predicate(tokens_of(sentence, 0, len(sentence))) == is_clause


def test_clause_ends_before_the_verb_of_the_noun_around_it() -> None:
    sentence = "his claim that the count was rigged has been rejected"
    tokens = tokens_of(sentence, 0, len(sentence))

    assert tokens[past_predicate(tokens, 3, len(tokens))].text == "has"
