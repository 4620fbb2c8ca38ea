"""What explains a Slavic name between commas. All names are invented."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.slavic.appositions import explained_before, explains


@pytest.mark.parametrize(
    ("inserted", "wanted"),
    [
        ("45", True),
        ("депутат", True),
        ("вчера", False),
        ("мэр города", True),
        ("его бывший заместитель", True),
        ("заявил министр", False),
        ("Камерийский министр", False),
        ("", False),
    ],
)
def test_phrase_that_explains(inserted, wanted):
    assert explains(unit_of(inserted, 0, 0, len(inserted), ()).tokens) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Анна Вольская, мэр города, и Иван Лось", "Анна Вольская"),
        ("и Анна Вольская, мэр города, и Иван Лось", "Анна Вольская"),
        ("похвалил Анна Вольская, мэр города, и Иван Лось", None),
        ("Анна Вольская, когда дождь, и Иван Лось", None),
    ],
)
def test_who_is_explained_before_the_last_comma(text, wanted):
    unit = unit_of(text, 0, 0, len(text), ())
    comma = max(at for at, token in enumerate(unit.tokens) if token.text == ",")

    named = explained_before(unit.tokens, unit.mentions, comma)

    assert (named and named.name) == wanted
