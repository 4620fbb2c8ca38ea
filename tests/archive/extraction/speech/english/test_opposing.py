"""English clauses of somebody who objects to what was said, behind the mark |. All sentences are invented."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.english.opposing import opposes


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The road is shut, but |Lena Moss disagreed.", True),
        ("The road is shut, but |critics point to costs.", True),
        ("The road is shut, but |critics point out costs.", False),
        ("The road is shut, but |the mayor rejected that.", True),
        ("The road is shut, but |the mayor rejected flowers.", False),
        ("The road is shut, but |they disagreed.", False),
        ("The road is shut, but |prices of which the mayor disagreed.", False),
        ("The road is shut, but|", False),
    ],
)
def test_objection_of_somebody_else(marked, wanted):
    text = marked.replace("|", "")
    unit = unit_of(text, 0, 0, len(text), ())
    at = next((at for at, token in enumerate(unit.tokens) if token.start >= marked.index("|")), len(unit.tokens))

    assert opposes(unit.tokens, unit.mentions, at) == wanted
