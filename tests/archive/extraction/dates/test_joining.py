"""Two dates with "to" or a dash between them are one range where the words allow it."""

import datetime

import pytest

from archive.extraction.dates import find_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fair ran from 3 May 2019 to 5 June 2019.", ["2019-05-03", "2019-06-05"]),
        ("The fair ran from May to June 2020.", ["2020-05", "2020-05/2020-06"]),
        ("The office was open 3 May 2019 - 5 June 2019.", ["2019-05-03/2019-06-05"]),
        ("From 2014 to 2016 the harbour was closed.", ["2014", "2014/2016"]),
        ("They met in May 2014 and June 2016.", ["2014-05", "2016-06"]),
        ("They met between May 2014 and June 2016.", ["2014-05", "2016-06"]),
        ("The council counted 1990 to 2015 votes.", []),
    ],
)
def test_dates_of_a_range(text, expected):
    assert [date.edtf for date in find_dates(text, language="en", reference=datetime.date(2021, 5, 17))] == expected
