"""What explains an English name between commas. All names are invented."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.english.appositions import explained_before, explains


@pytest.mark.parametrize(
    ("inserted", "wanted"),
    [
        ("45", True),
        ("MP", True),
        ("who runs the clinic", True),
        ("the head of the clinic", True),
        ("her deputy", True),
        ("the mayor said", False),
        ("Valmere's mayor", False),
        ("however", False),
        ("", False),
    ],
)
def test_phrase_that_explains(inserted, wanted):
    assert explains(unit_of(inserted, 0, 0, len(inserted), ()).tokens) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anna Smith, the mayor, and Tom Hill", "Anna Smith"),
        ("while Anna Smith, the mayor, and Tom Hill", "Anna Smith"),
        ("praised Anna Smith, the mayor, and Tom Hill", None),
        ("Anna Smith, in the rain, and Tom Hill", None),
    ],
)
def test_who_is_explained_before_the_last_comma(text, wanted):
    unit = unit_of(text, 0, 0, len(text), ())
    comma = max(at for at, token in enumerate(unit.tokens) if token.text == ",")

    named = explained_before(unit.tokens, unit.mentions, comma)

    assert (named and named.name) == wanted
