"""Countries by their two letters."""

import pytest
from django.utils.translation import override

from archive.authorities.countries import code_of, country_named


@pytest.mark.parametrize(("typed", "code"), [("de", "DE"), (" germany ", "DE"), ("Veldania", ""), ("", ""), ("EU", "")])
def test_a_country_is_typed_by_its_name_or_its_letters(typed, code):
    assert code_of(typed) == code


def test_names_are_those_of_the_reader_and_english_is_understood_beside_them():
    with override("ru"):
        assert (country_named("DE"), code_of("Германия"), code_of("Germany")) == ("Германия", "DE", "DE")
    assert (country_named("DE"), country_named("QQ")) == ("Germany", "QQ")
