"""Moments as machines write them."""

import datetime

import pytest

from archive.reading.parsers.moments import Moment, read_moment

WRITTEN = [
    ("2019-05-05T10:00:00.000Z", "2019-05-05T10:00:00Z"),
    ("2019-05-05T10:00:00+0300", "2019-05-05T10:00:00+03:00"),
    ("2019-05-05T10:00:00-3:00", "2019-05-05T10:00:00-03:00"),
    ("2019-05-05T10:00:00 03:00", "2019-05-05T10:00:00+03:00"),
    ("2019-05-05 10:00", "2019-05-05T10:00:00"),
    ("2019-05-05 10:00:00 UTC", "2019-05-05T10:00:00Z"),
    ("20190505", "2019-05-05"),
    ("201905051011", "2019-05-05T10:11:00"),
    ("20190505T101112Z", "2019-05-05T10:11:12Z"),
    ("2019-5-5", "2019-05-05"),
    ("2019-05-05T24:00", "2019-05-05"),
    ("Tue, 07 May 2019 10:00:00 +0200", "2019-05-07T10:00:00+02:00"),
    ("Sun May 05 2019 10:00:00 GMT+0200 (CEST)", "2019-05-05T10:00:00+02:00"),
    ("May 5, 2019, 12:05 a.m.", "2019-05-05T00:05:00"),
    ("May 5, 2019, 3:15 PM EDT", "2019-05-05T15:15:00-04:00"),
    ("17 мая 2019 г., 15:44 МСК", "2019-05-17T15:44:00+03:00"),
    ("May 5, 2019, 3:15 PM IST", "2019-05-05T15:15:00"),
    ("1557223200", "2019-05-07T10:00:00Z"),
    ("1557223200000", "2019-05-07T10:00:00Z"),
    (1557223200, "2019-05-07T10:00:00Z"),
    ("2019-05-05T10:00:00+99:00", "2019-05-05T10:00:00"),
]
NOTHING = [
    "", "soon", "2019", "9999999999999", "31 February 2019", None, ["2019-05-05"], "1e999", "0000-00-00", "7 May 3000 10:00:00 +0200",
    "Tue, 07 May 1850 10:00:00 +0200",
]  # fmt: skip


@pytest.mark.parametrize(("written", "edtf"), WRITTEN, ids=range(len(WRITTEN)))
def test_moment_is_read(written: str | int, edtf: str) -> None:
    moment = read_moment(written)

    assert moment is not None
    assert moment.edtf == edtf


@pytest.mark.parametrize("written", NOTHING, ids=range(len(NOTHING)))
def test_what_is_no_moment_is_none(written: object) -> None:
    assert read_moment(written) is None


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2019-05-05T01:30:00+03:00", datetime.datetime(2019, 5, 4, 22, 30)),
        ("2019-05-05T01:30:00", None),
        ("2019-05-05", None),
    ],
)
def test_instant_is_known_where_clock_and_offset_are(written: str, instant: datetime.datetime | None) -> None:
    moment = read_moment(written)

    assert moment is not None
    assert moment.instant == instant


def test_instant_before_all_days_is_none() -> None:
    assert Moment(datetime.date.min, datetime.time(), datetime.timedelta(hours=3)).instant is None
