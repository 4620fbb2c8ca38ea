"""What a word before a date makes of it."""

import pytest

from archive.extraction.dates.relations import related


@pytest.mark.parametrize(
    ("edtf", "relation", "kind", "expected"),
    [
        ("2019", "since", "year", "2019/.."),
        ("201X", "since", "decade", "2010~/.."),
        ("2014/2016", "since", "span", "2014~/.."),
        ("2019-05", "until", "month", "../2019-05"),
        ("201X", "until", "decade", "../2019"),
        ("2019-05~", "until", "end", "../2019-05-31"),
        ("201X", "before", "decade", "../2010"),
        ("2019-05-17", "after", "day", "2019-05-17"),
        ("2019-05", "after", "month", "2019-05/.."),
        ("2019", "around", "year", "2019~"),
        ("2019~", "circa", "year", "2019~"),
        ("2019", "perhaps", "year", "2019?"),
        ("2014/2016", "around", "span", "2014/2016"),
        ("2019-05-13/2019-05-19", "since", "week", "2019-05-13/2019-05-19"),
    ],
)
def test_date_as_its_relation_has_it(edtf, relation, kind, expected):
    assert related(edtf, relation, kind) == expected
