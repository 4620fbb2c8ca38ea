"""Whose letters a text is written in."""

import pytest

from archive.extraction.languages.letters import is_mostly_cyrillic


@pytest.mark.parametrize(
    ("text", "cyrillic"),
    [
        ("the minister", False),
        ("министр", True),
        ("глава Northern Mills", False),
        ("глава компании Northern", True),
        ("глава Merrow", True),
        ("її", True),
        ("17.05.2023", False),
        ("", False),
        ("Élise", False),
    ],
)
def test_half_of_the_words_tell_the_letters(text, cyrillic):
    assert is_mostly_cyrillic(text) is cyrillic
