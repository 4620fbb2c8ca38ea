"""Which surnames may be slips of the pen for one another."""

import pytest

from archive.extraction.languages.spelling import is_slip


@pytest.mark.parametrize(
    ("word", "name", "told"),
    [
        ("Bauchmen", "Bauchman", True),
        ("Bauchman", "Buchman", True),  # a letter too many
        ("Varnolski", "Varnalsky", True),  # two letters
        ("Барзовск", "Борзовск", True),
        ("varnalsky", "Varnalsky", False),  # the same name
        ("Varnilsko", "Tarnalsky", False),  # another first letter
        ("Hillen", "Hillon", True),  # six letters, one of them changed
        ("Hillen", "Hallon", False),  # six letters, two of them changed
        ("Hille", "Hilla", False),  # too short to tell
        ("Varnalskyenko", "Varnalsky", False),  # too many letters more
        ("Vereskov", "Vereskova", False),  # two people of one family
        ("Вересков", "Верескова", False),
    ],
)
def test_slip_keeps_the_first_letter_and_changes_few_others(word, name, told):
    assert is_slip(word, name) is told
    assert is_slip(name, word) is told
