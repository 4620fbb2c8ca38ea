"""The reporter's own words of a sentence, with the dates in them that may be a day of saying."""

import pytest

from archive.extraction.statements.telling import calendar_of, telling_of
from archive.extraction.types import DateFound

LATEST = "2023-05-17"


def date(start: int, edtf: str | None, text: str = "3 May") -> DateFound:
    return DateFound(text, start, start + len(text), edtf, "a rule")


def test_calendar_gives_the_dates_that_lie_within():
    first, second = date(2, "2023-05-03"), date(12, "2023-05-04")

    calendar = calendar_of([first, second], LATEST)

    assert calendar.within(0, 20) == (first, second)
    assert calendar.within(0, 15) == (first,)
    assert calendar.within(3, 20) == (second,)


@pytest.mark.parametrize(
    ("edtf", "text", "read"),
    [
        ("2023-05-03", "3 May", ["2023-05-03"]),
        ("2023-06-20", "20 June", []),
        ("2024-03-02", "2 March", ["2023-03-02"]),
        ("2024-03-02", "2 March 2024", []),
        ("2024-03", "in March", []),
        ("2023-05-03/..", "since 3 May", []),
        (None, "5/6", []),
    ],
)
def test_day_of_saying_has_come_when_the_text_is_published(edtf, text, read):
    calendar = calendar_of([date(3, edtf, text)], LATEST)

    assert [one.edtf for one in telling_of(" " * 40, [(0, 40)], calendar).dates] == read


def test_dates_outside_the_reporters_words_do_not_count():
    calendar = calendar_of([date(3, "2023-05-03"), date(23, "2023-05-04")], LATEST)

    assert [one.edtf for one in telling_of(" " * 40, [(0, 20), (30, 40)], calendar).dates] == ["2023-05-03"]
