"""The early, middle or late part of a date, by its kind."""

import pytest

from archive.extraction.dates.core import Meaning
from archive.extraction.dates.parts import part_of


@pytest.mark.parametrize(
    ("kind", "edtf", "part", "expected"),
    [
        ("month", "2019-02", "last day", "2019-02-28"),
        ("year", "2019", "first day", "2019-01-01"),
        ("decade", "201X", "first day", None),
        ("year", "2019", "end", "2019-12~"),
        ("year", "2019", "first 9", "2019-01/2019-09"),
        ("year", "2019", "last 3", "2019-10/2019-12"),
        ("year", "2019", "first 1", None),
        ("month", "2019-05", "late", "2019-05~"),
        ("month", "2019-05", "first half", None),
        ("season", "2019-21", "early", "2019-21~"),
        ("season", "2019-21~", "early", None),
        ("decade", "201X", "late", "2017/2019"),
        ("century", "19XX", "first half", "1901~/1950~"),
        ("day", "2019-05-17", "early", "2019-05-17"),
        ("day", "2019-05-17", "end", None),
        ("span", "2014/2016", "early", None),
    ],
)
def test_part_of_a_date(kind, edtf, part, expected):
    found = part_of(Meaning(kind, (edtf,)), part)

    assert (found and found.edtf) == (expected and (expected,))
