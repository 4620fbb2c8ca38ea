"""Dates as people type them."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from archive.admin.base.typed import PastedField, TypedDateField
from archive.typed_dates import Typed, date_in_full, read_typed

REFERENCE = datetime.date(2023, 5, 17)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("May 2019", "2019-05"),
        ("24 June 2024", "2024-06-24"),
        ("late 2021", "2021-10/2021-12"),
        ("end of 2021", "2021-12~"),
        ("yesterday", "2023-05-16"),
        ("2021-12~", "2021-12~"),
        ("2022-07/2022-09", "2022-07/2022-09"),
        ("17 May 2023, 15:44", "2023-05-17T15:44:00"),
        ("24.06.2024 9:05 GMT", "2024-06-24T09:05:00Z"),
        ("17 May 2023 15:44 +03:00", "2023-05-17T15:44:00+03:00"),
    ],
)
def test_date_is_read_as_typed(words, edtf):
    assert read_typed(words, REFERENCE).edtf == edtf


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("04/05/2023", ["4 May 2023", "5 April 2023"]),
        ("7/8/22", ["7 August 2022", "8 July 2022"]),
        ("7/8/22, 10:30", ["7 August 2022", "8 July 2022"]),
        ("soon", ["“soon”"]),
        ("31 February 2023", ["31 February 2023"]),
        ("17 May 2023, 25:00", ["hours"]),
    ],
)
def test_date_that_cannot_be_told_is_refused_in_words(words, told):
    with pytest.raises(ValidationError) as refusal:
        read_typed(words, REFERENCE)

    assert [word for word in told if word not in " ".join(refusal.value.messages)] == []


def test_reading_says_what_was_read_and_why():
    reading = read_typed("May 2019")

    assert (reading.edtf, reading.rule) == ("2019-05", "entered by an editor: read as month and year")
    assert str(reading) == ("read “May 2019” as 2019-05: May 2019 (1 May 2019 to 31 May 2019); read as month and year")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-06-24", "2024-06-24: 24 June 2024"),
        ("2021-12~", "2021-12~: about December 2021 (1 December 2021 to 31 December 2021)"),
        ("2017/..", "2017/..: from 2017 on (open)"),
    ],
)
def test_date_in_full(edtf, words):
    assert date_in_full(edtf) == words


@pytest.mark.parametrize(
    ("typed", "result", "changed"),
    [("about 2017", "2017~", False), ("2017~", "2017~", False), ("", "", True), ("2018", "2018", True)],
)
def test_standing_date_comes_back_as_it_was(typed, result, changed):
    field = TypedDateField(required=False)
    field.standing = "2017~"

    assert field.prepare_value("2017~") == "about 2017"
    assert field.has_changed("2017~", typed) is changed
    assert field.clean(typed) == result


def test_new_reading_is_kept_for_the_message():
    field = TypedDateField()

    assert field.clean(" 2019 ") == "2019"
    assert field.reading == Typed("2019", "2019", "entered by an editor in EDTF")


def test_pasted_words_keep_their_edges_and_get_line_feeds():
    assert PastedField().clean("  one\r\ntwo\rthree\n ") == "  one\ntwo\nthree\n "
