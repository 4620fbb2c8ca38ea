"""Days named by what happened then: read where the words look back on it, and left to the calendar where they may be news."""

import datetime

import pytest

from archive.extraction.dates import find_dates


@pytest.mark.parametrize(
    ("text", "reference", "edtf"),
    [
        ("Ships have been searched since the September 11 attacks.", "2023-05-17", "2001-09-11/.."),
        ("The Sept. 11 terrorist attacks changed how ships are searched.", "2002-06-01", "2001-09-11"),
        ("He spoke of the January 6 attack on the Capitol.", "2023-05-17", "2021-01-06"),
        ("Trains were searched after the 7/7 bombings.", "2023-05-17", "2005-07-07"),
        ("On Sept. 11, Russian attacks hit the harbour.", "2022-09-13", "2022-09-11"),
        ("On Sept. 11, the attacks resumed.", "2022-09-13", "2022-09-11"),
        ("On September 11 terrorists attacked the harbour.", "2012-09-20", "2012-09-11"),
        ("The Sept. 11 attacks on the harbour were over in an hour.", "2012-09-20", "2012-09-11"),
        ("On Sept. 11 police moved terror suspects.", "2019-09-13", "2019-09-11"),
        ("In a note of 11 September, hijackers demanded money.", "2019-09-13", "2019-09-11"),
        ("The Jan. 6 attack on the Capitol was short.", "2020-05-05", "2020-01-06"),
        ("Much has changed since 9/11.", "2004-09-21", "2001-09-11/.."),
        ("Much has changed since 9/11.", "1999-09-21", None),
        ("The share rose by 7/7 points.", "2023-05-17", None),
    ],
)
def test_named_day(text, reference, edtf):
    found = find_dates(text, language="en", reference=datetime.date.fromisoformat(reference))

    assert [date.edtf for date in found] == ([edtf] if edtf else [])
