"""Days as pages print them."""

import pytest

from archive.reading.parsers.written import find_written, has_day_first, month_of
from tests.growth import grows_in_proportion

PRINTED = [
    ("17 May 2023", "", ["2023-05-17"]),
    ("May 17th, 2023 and Sept. 5, 2019", "", ["2023-05-17", "2019-09-05"]),
    ("26-Jun-2019, 20 June,2019", "", ["2019-06-26", "2019-06-20"]),
    ("17. května 2023", "cs", ["2023-05-17"]),
    ("le 1er mai 2019 à 10h30", "fr", ["2019-05-01"]),
    ("12 de mayo de 2019", "es", ["2019-05-12"]),
    ("2019. május 5.", "hu", ["2019-05-05"]),
    ("2019. gada 5. maijs", "lv", ["2019-05-05"]),
    ("17 траўня 2023, 17 мая 2023 г.", "be", ["2023-05-17", "2023-05-17"]),
    ("12 listopada 2019", "pl", ["2019-11-12"]),
    ("12. listopada 2019.", "hr", ["2019-10-12"]),
    ("2023年5月17日 2023년 5월 17일", "", ["2023-05-17", "2023-05-17"]),
    ("17.05.2023 15:44, 1/12/19", "", ["2023-05-17", "2019-12-01"]),
    ("2023/05/17 2023-5-7", "", ["2023-05-17", "2023-05-07"]),
    ("04/25/2019", "", ["2019-04-25"]),
    ("04/05/2019", "en-US", ["2019-05-04"]),
    ("31.02.2019, 0 May 2019, 12 Word 2019, 192.168.10.12, 10/12/2019/4, 19 of 2019, 5 May", "", []),
]
WORST = ["1 ", "12.", "12/", "2019", "2019-", "Mai ", "12 Mai ", "a1", "12 de ", "2019 m. ", "1:", "12:30 ", "2019年"]


@pytest.mark.parametrize(("text", "language", "days"), PRINTED, ids=range(len(PRINTED)))
def test_printed_days_are_found(text: str, language: str, days: list[str]) -> None:
    assert [one.day.isoformat() for one in find_written(text, language)] == days


def test_second_reading_of_a_numeric_date_is_kept() -> None:
    (found,) = find_written("04/05/2019")

    assert (found.day.isoformat(), found.other and found.other.isoformat()) == ("2019-05-04", "2019-04-05")


ORDERS = [
    (["04/05/2019"], "en-US", False),
    (["04/05/2019"], "en-GB", True),
    (["04/25/2019"], "de", True),
    (["04/05/2019", "on 04/25/2019"], "en", False),
    (["25/04/2019", "04/05/2019"], "", True),
    (["25/04/2019 04/25/2019"], "en", None),
    (["25.04.2019, 2019/04/25, 31/32/2019, 04/05/2019"], "en", None),
]


@pytest.mark.parametrize(("texts", "language", "order"), ORDERS, ids=range(len(ORDERS)))
def test_order_is_told_by_the_language_or_by_dates_that_can_be_read_in_one_way(texts: list[str], language: str, order: bool | None) -> None:
    assert has_day_first(texts, language) is order


def test_month_is_named_in_the_pages_own_language_first() -> None:
    assert (month_of("listopada", "pl"), month_of("listopada", "hr"), month_of("Mayıs"), month_of("August"), month_of("none")) == (
        11,
        10,
        5,
        8,
        None,
    )


@pytest.mark.parametrize("piece", WORST)
def test_days_are_looked_for_in_linear_time(piece: str) -> None:
    assert grows_in_proportion(lambda size: list(find_written(piece * (size // len(piece)) + " 2019")), 25_000)
