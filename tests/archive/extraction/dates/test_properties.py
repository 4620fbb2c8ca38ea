"""What holds for the dates of any text: spans lie in it and say what stands there, none overlap, each value is a date of the record."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from archive.edtf import parse
from archive.extraction.dates import find_dates

PIECES = st.sampled_from(
    """
    on 3 May 1994 | May 5, 2020 | from 2014 to 2021 | between May 2019 and June 2020 | since the 1980s | until the 19th century |
    by the end of this year | the late 2010s | two days later | the following month | that year | a year earlier | last spring |
    on Monday | to Friday | from the 1970s to | Christmas | the third quarter of | 1999 | AD 70 | 44 BC | 04/05/2023 |
    two weeks before | ten years ago | ten | years | 9999 | 1000-1999 | the first nine months of | in recent weeks | year end |
    с 2014 по 2021 год | в конце 1980-х | спустя два дня | мая | до конца года | в XX веке | з кінця 2010-х | у п’ятницю |
    за два дня до | Пасха | наприкінці | 31 снежня мінулага года | праз два дні | . | , | ( | ) | - | – | / | and | to | “ | \u00a0
    """.replace("\n    ", " ").split(" | ")
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=14).flatmap(
    lambda parts: st.sampled_from([" ", "\n", ""]).map(lambda joint: joint.join(parts))
)
DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)) | st.just(datetime.date(2023, 5, 17)) | st.none()


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from(["en", "ru", "be", "uk"]), DAYS)
@example("since the 1980s and from the 1970s to the 1990s", "en", datetime.date(2023, 5, 17))
@example("last spring, next year, two centuries ago, in recent weeks", "en", datetime.date(1, 1, 1))
@example("next spring, next year, in two decades he will, by Friday", "en", datetime.date(9999, 12, 31))
def test_dates_of_any_text_are_sound(text: str, language: str, reference: datetime.date | None) -> None:
    found = find_dates(text, language=language, reference=reference)

    assert all(0 <= date.start < date.end <= len(text) and date.text == text[date.start : date.end] for date in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all((date.edtf is None) == bool(date.readings) and date.rule for date in found)
    for value in [value for date in found for value in ((date.edtf,) if date.edtf else date.readings)]:
        assert parse(value).earliest
    assert find_dates(text, language=language, reference=reference) == found


@pytest.mark.parametrize("language", ["en", "ru", "be", "uk"])
def test_without_a_reference_only_what_states_its_year_is_read(language: str) -> None:
    text = "on Monday, yesterday, last year, in May, ten years ago; в понедельник, вчора, у мінулым годзе, у травні; 17.05.2023"

    assert [date.edtf for date in find_dates(text, language=language, reference=None)] == ["2023-05-17"]
