"""Which words of speech stand as verbs that report."""

import pytest

from archive.extraction.speech.english.cue_verbs import VERBS, is_verb
from archive.extraction.text.tokens import tokens_of


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Anna Hill said that the bridge was shut", ["said"]),
        ("The State Department left", []),
        ("the plan announced by Anna Hill", []),
        ("the plan was announced by telephone", []),
        ("when asked, she left", []),
        ("a scandal over alleged payments", []),
        ("Ed Shaw was responding Wednesday to a letter", []),
        ("analysts are expecting a loss", ["expecting"]),
        ("the bridge has been called a risk", []),
        ("she did not say", []),
        ("she could say", []),
        ("the government's answer", []),
        ("the office of the reports", []),
        ("Merrow reports a loss", ["reports"]),
        ("in 17 states", []),
        ("she called for calm", []),
        ("she asked to leave", []),
        ("she promised to leave", ["promised"]),
        ("the report", []),
        ("dealers claim that it fell", ["claim"]),
        ("she had forecast a loss", ["forecast"]),
        ("they did not return calls", []),
        ("another said it was shut", ["said"]),
        ("the claimed success", []),
    ],
)
def test_verbs_that_report(sentence: str, verbs: list[str]) -> None:
    tokens = tokens_of(sentence, 0, len(sentence))

    assert [token.text for at, token in enumerate(tokens) if token.lower in VERBS and is_verb(tokens, at)] == verbs
