"""What is inserted between commas, and whether it explains what stands before."""

import pytest

from archive.extraction.speech.english.inserted import EXPLAINING, opening_of
from archive.extraction.text.tokens import tokens_of


@pytest.mark.parametrize(
    ("inserted", "explains"),
    [
        ("the head of the party", True),
        ("once a teacher", True),
        ("who was a teacher", True),
        ("speaking as he was", True),
        ("Merrow mayor in those days", True),
        ("R-Mont", True),
        ("they were told", False),
        ("Hill and Orr and Lind", False),
    ],
)
def test_what_explains(inserted: str, explains: bool) -> None:
    assert EXPLAINING(tokens_of(inserted, 0, len(inserted))) == explains


@pytest.mark.parametrize(
    ("sentence", "opening"),
    [("Anna Hill, the mayor", 2), ("Anna Hill, 34, a shopkeeper", 2), ("Anna Hill the mayor", None), (", the mayor", None)],
)
def test_where_it_opens(sentence: str, opening: int | None) -> None:
    tokens = tokens_of(sentence, 0, len(sentence))

    assert opening_of(tokens, len(tokens) - 1) == opening
