"""What an editor types in a date field, and how it is read."""

import datetime

import pytest

from archive.extraction import DateReading, read_date

REFERENCE = datetime.date(2023, 5, 17)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("May 2019", "2019-05"),
        ("24 June 2024", "2024-06-24"),
        ("late 2021", "2021-10/2021-12"),
        ("the end of 2021", "2021-12~"),
        ("summer 2021", "2021-22"),
        ("17.05.2023", "2023-05-17"),
        ("2021-12~", "2021-12~"),
        ("around 2015", "2015~"),
        ("1990s", "199X"),
        ("3-5 May 2023", "2023-05-03/2023-05-05"),
        ("from 2014 to 2021", "2014/2021"),
        ("May 2019 to June 2020", "2019-05/2020-06"),
        ("between 2014 and 2021", "2014/2021"),
        ("the 1970s to the 1990s", "1970/1999"),
        ("с 2014 по 2021 год", "2014/2021"),
        ("наприкінці 2021 року", "2021-12~"),
        ("з кінця 2010-х", "2017~/.."),
        ("Christmas 2019", "2019-12-25"),
        ("yesterday", "2023-05-16"),
        ("Monday", "2023-05-15"),
        ("17 мая 2023 г.", "2023-05-17"),
        ("в конце 2021 года", "2021-12~"),
        ("24 чэрвеня 2022 года", "2022-06-24"),
        ("17 травня 2023 року", "2023-05-17"),
        ("12 sept 2021", "2021-09-12"),
        ("foo", None),
        ("", None),
        ("10", None),
        ("in 5 minutes", None),
        ("may", None),
    ],
)
def test_typed_date_is_read_as_precisely_as_it_was_typed(typed: str, edtf: str | None) -> None:
    assert read_date(typed, reference=REFERENCE).edtf == edtf


@pytest.mark.parametrize("typed", ["04/05/2023", "4/5/23", "4-5-23", "04-05-23", "4 5 23", "4/5/’23"])
def test_exchangeable_day_and_month_give_both_readings(typed: str) -> None:
    assert read_date(typed) == DateReading(None, "the day and the month can be exchanged", ("2023-05-04", "2023-04-05"))


@pytest.mark.parametrize(
    ("typed", "edtf"), [("7/18/24", "2024-07-18"), ("18/7/24", "2024-07-18"), ("5/5/24", "2024-05-05"), ("4.5.23", "2023-05-04")]
)
def test_short_year_with_one_reading_is_read(typed: str, edtf: str) -> None:
    assert read_date(typed).edtf == edtf


@pytest.mark.parametrize("typed", ["7/8", "7/24", "7.8", "31/31/24"])
def test_two_numbers_and_no_such_day_are_not_guessed(typed: str) -> None:
    assert (read_date(typed).edtf, read_date(typed).readings) == (None, ())


def test_relative_date_says_from_where_it_was_counted() -> None:
    assert read_date("Monday", reference=REFERENCE).rule == "read as weekday, counted from 17 May 2023"


def test_relative_date_without_a_reference_is_not_read() -> None:
    assert read_date("yesterday").edtf is None
