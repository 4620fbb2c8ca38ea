"""Dates as the formats want them."""

import pytest

from archive import edtf
from timeline.record.citing.dates import certain, english, iso, parts

CASES = [  # date, ISO, in English, date-parts
    ("2023-05-18", "2023-05-18", "18 May 2023", [[2023, 5, 18]]),
    ("2023-05", "2023-05", "May 2023", [[2023, 5]]),
    ("2023", "2023", "2023", [[2023]]),
    ("2021-12~", "2021-12", "December 2021", [[2021, 12]]),
    ("2019~", "2019", "c. 2019", [[2019]]),
    ("2019?", "2019", "2019", [[2019]]),
    ("2004-XX", "2004", "2004", [[2004]]),
    ("2004-07-XX", "2004-07", "July 2004", [[2004, 7]]),
    ("2022-07/2022-09", "2022", "2022", [[2022, 7], [2022, 9]]),
    ("2023-05-03/2023-05-05", "2023-05", "May 2023", [[2023, 5, 3], [2023, 5, 5]]),
    ("1980/1999", "", "", [[1980], [1999]]),
    ("198X", "", "", [[1980], [1989]]),
    ("2022-22", "2022", "Summer 2022", [[2022]]),
    ("2022-24", "", "", [[2022], [2023]]),
    ("2022/..", "", "", []),
    ("../2022", "", "", []),
    ("0203-05-17", "0203-05-17", "17 May 203", [[203, 5, 17]]),
    ("0017", "0017", "", [[17]]),
]


@pytest.mark.parametrize(("text", "as_iso", "in_english", "as_parts"), CASES)
def test_dates(text, as_iso, in_english, as_parts):
    date = edtf.parse(text)

    assert (iso(date), english(date), parts(date)) == (as_iso, in_english, as_parts)


def test_no_date():
    assert (certain(None), iso(None), english(None)) == ((), "", "")
