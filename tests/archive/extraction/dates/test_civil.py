"""Seasons, quarters and feasts: which one is meant on which day."""

import datetime

import pytest

from archive.extraction.dates import find_dates
from archive.extraction.dates.feasts import orthodox_easter, western_easter


def value(sentence: str, day: str) -> str | None:
    (date,) = find_dates(sentence, language="en", reference=datetime.date.fromisoformat(day))
    return date.edtf


@pytest.mark.parametrize(
    "sentence", ["It began in the spring.", "In the spring, it began.", "In the spring it will begin.", "It is in the spring."]
)
@pytest.mark.parametrize("day", ["2023-03-01", "2023-03-31", "2023-04-15", "2023-05-31"])
def test_season_that_lasts_is_the_present_one_however_it_is_said(sentence: str, day: str) -> None:
    assert value(sentence, day) == "2023-21"


@pytest.mark.parametrize(
    ("sentence", "day", "edtf"),
    [
        ("It began in the spring.", "2023-02-28", "2022-21"),
        ("It will begin in the spring.", "2023-02-28", "2023-21"),
        ("It began in the spring.", "2023-06-01", "2023-21"),
        ("It will begin in the spring.", "2023-06-01", "2024-21"),
        ("It began in the winter.", "2023-01-15", "2022-24"),
        ("It began in the winter.", "2023-12-01", "2023-24"),
        ("It began last winter.", "2023-01-15", "2021-24"),
        ("It began last winter.", "2023-03-01", "2022-24"),
        ("It began last summer.", "2023-02-23", "2022-22"),
        ("It began last summer.", "2023-07-01", "2022-22"),
        ("It began this summer.", "2023-12-01", "2023-22"),
        ("It will begin next winter.", "2023-01-15", "2023-24"),
        ("It began last May.", "2023-05-17", "2022-05"),
        ("It began last December.", "2023-01-02", "2022-12"),
        ("Sales rose in the fourth quarter.", "2023-01-20", "2022-10/2022-12"),
        ("Sales rose in the fourth quarter.", "2023-11-20", "2023-10/2023-12"),
        ("Sales will rise in the first quarter.", "2023-11-20", "2024-01/2024-03"),
        ("It was signed on Christmas Eve.", "2023-12-24", "2023-12-24"),
        ("It was signed last Christmas.", "2023-12-25", "2022-12-25"),
    ],
)
def test_season_quarter_or_feast_is_the_one_meant_on_that_day(sentence: str, day: str, edtf: str) -> None:
    assert value(sentence, day) == edtf


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [(1900, "04-15", "04-22"), (1954, "04-18", "04-25"), (1981, "04-19", "04-26"), (2000, "04-23", "04-30"), (2008, "03-23", "04-27"),
     (2011, "04-24", "04-24"), (2021, "04-04", "05-02"), (2024, "03-31", "05-05"), (2025, "04-20", "04-20"), (2038, "04-25", "04-25")],
)  # fmt: skip
def test_easter_is_computed_for_both_calendars(year: int, western: str, orthodox: str) -> None:
    assert (western_easter(year).isoformat(), orthodox_easter(year).isoformat()) == (f"{year}-{western}", f"{year}-{orthodox}")
