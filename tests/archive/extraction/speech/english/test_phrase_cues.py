"""Cues of several words, and whose words they tell of."""

import pytest

from archive.extraction.speech.english.phrase_cues import phrase_cue
from tests.archive.extraction.speech.english.phrases import printed, unit_and_place


@pytest.mark.parametrize(
    ("sentence", "word", "source"),
    [
        ("The minister |made it clear that it is shut", "made clear", ("role", "The minister")),
        ("The minister did|n't rule out that it is shut", None, None),
        ("The minister |was quoted by a paper as saying that it is shut", "said", ("role", "The minister")),
        ("Papers |quoted Anna Hill as saying that it is shut", "said", ("person", "Anna Hill")),
        ("Investors |are very worried that it is shut", "worried", ("role", "Investors")),
        ("Few investors |are worried that it is shut", None, None),
        ("Investors |are not worried that it is shut", None, None),
        ("It |was recently announced that it is shut", "it was announced", None),
        ("The minister |expressed a faint hope that it is shut", "expressed", ("role", "The minister")),
        ("A |claim by Anna Hill that it is shut", "claim", ("person", "Anna Hill")),
        ("His |claim that it is shut", "claim", ("pronoun", "His")),
        ("The minister's bold |claim that it is shut", "claim", ("role", "The minister")),
        ("|In the words of Anna Hill, it is shut", "according to", ("person", "Anna Hill")),
        ("|In her words, it is shut", "according to", ("pronoun", "her")),
        ("|In the minister's view, it is shut", "according to", ("role", "the minister")),
        ("|In the rain it is shut", None, None),
    ],
)
def test_cue_of_several_words(sentence: str, word: str | None, source: tuple[str, str] | None) -> None:
    cue = phrase_cue(*unit_and_place(sentence))

    assert ((cue.word, printed(sentence, cue.source)) if cue else (None, None)) == (word, source)
