"""What follows from a date: its marks, whether it is one day, where it stands among others, the days between two."""

import datetime

import pytest

from archive.edtf import UNDATED_SORT, EdtfError, days_between, parse

ORDER = [
    "../2014", "19XX", "201X", "2010", "2010-01/2010-06", "2010-01/2010-03", "2010-01", "2010-01-01/2010-01-03", "2010-01-01",
    "2010-01-01T09:00", "2010-01-02", "2010-02/..", "2010-02", "2010-02-01", "2010-21", "2010-03", "2010-24", "2010-12",
]  # fmt: skip


def test_marks_are_told_apart():
    marks = {
        text: (parse(text).approximate, parse(text).uncertain) for text in ("2014", "2014~", "2014?", "2014%", "2014~/2015", "2014/2015?")
    }

    assert marks == {
        "2014": (False, False),
        "2014~": (True, False),
        "2014?": (False, True),
        "2014%": (True, True),
        "2014~/2015": (True, False),
        "2014/2015?": (False, True),
    }


def test_exact_day_is_one_day_without_a_mark():
    texts = ["2014-03-01", "2014-03-01%", "2014-03-01T09:00", "2014-03", "2014-03-01/2014-03-01", "2004-07-XX"]

    assert [text for text in texts if parse(text).is_exact_day] == ["2014-03-01", "2014-03-01T09:00"]


def test_open_end_is_told():
    texts = ["2017~/..", "2019-05/", "../2014", "/2014-05-03?", "2014/2015", "2014"]

    assert [text for text in texts if parse(text).is_open] == texts[:4]


def test_time_keeps_its_offset():
    assert parse("2023-05-17T15:44+03:00").time == datetime.datetime(
        2023, 5, 17, 15, 44, tzinfo=datetime.timezone(datetime.timedelta(hours=3))
    )
    assert parse("2023-05-17T15:44").time == datetime.datetime(2023, 5, 17, 15, 44)
    assert parse("2023-05-17").time is None


def test_coarse_dates_stand_at_the_head():
    shuffled = ORDER[::-1]

    assert sorted(shuffled, key=lambda text: parse(text).sort_key) == ORDER
    assert parse("9999-12-31T23:59").sort_key < UNDATED_SORT


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2023-05-17", "2023-06-17", (31, 31)),
        ("2023-06-17", "2023-05-17", (-31, -31)),
        ("2023-05", "2023-06-01", (1, 31)),
        ("2019", "2021", (367, 1095)),
        ("2019-05", "2019-05", (-30, 30)),
        ("2023-05-17T23:59", "2023-05-18", (1, 1)),
    ],
)
def test_days_between(a, b, days):
    assert days_between(parse(a), parse(b)) == days


def test_days_between_refuses_an_open_end():
    with pytest.raises(EdtfError):
        days_between(parse("2019/.."), parse("2021"))
