"""A bare year is a date beside a word that asks for one, and none before what it could count."""

import pytest

from archive.extraction.dates import find_dates


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The bridge was opened in 1994.", ["1994"]),
        ("She showed his 1995 photograph.", ["1995"]),
        ("She showed his 1900 photographs.", []),
        ("The team lost the 2019 World Cup.", ["2019"]),
        ("The council counted 2019 votes.", []),
        ("The fund grew to 2015 big accounts.", []),
        ("Around 2000 people came.", []),
        ("The harbour closed. 2019 brought rain.", ["2019"]),
        ("2000 brought rain.", []),
    ],
)
def test_bare_years(text, years):
    assert [date.edtf for date in find_dates(text, language="en", reference=None)] == years
