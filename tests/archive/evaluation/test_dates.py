"""Values of dates that mean the same days, and values that don't."""

import pytest

from archive.evaluation.dates import count, means_the_same
from archive.evaluation.gold import GoldDate
from archive.extraction.types import DateFound


@pytest.mark.parametrize(
    ("edtf", "accepted"),
    [
        ("2023-05-17", "2023-05-17"),
        ("2021-12~", "2021-12"),
        ("2023-05-17T15:44:00+03:00", "2023-05-17"),
        ("2014/..", "2014"),
        ("../2015-08-02", "2015-08-02~"),
        ("2021-21", "2021-SP"),
        ("2021-03/2021-05", "2021-21"),
        ("2021-24", "2021-12/2022-02"),
        ("2021-36", "2021-10/2021-12"),
        ("2021-10/2021-12", "2021"),
        ("2021-01-01/2021-12-31", "2021"),
        ("2022-06-01/2022-08-31", "2022-SU"),
        ("201X", "2010/2019"),
        ("2014/2019", "201"),
        ("19XX", "1901/2000"),
        ("2016-09-19/2016-09-25", "2016-W38"),
        ("2016-09-18/2016-09-24", "2016-W38"),
        ("2016-09-24/2016-09-25", "2016-W38-WE"),
        ("2023-XX", "2023"),
        ("XXXX-W1", "XXXX-W1"),
    ],
)
def test_values_that_mean_the_same(edtf, accepted):
    assert means_the_same(edtf, [accepted])


@pytest.mark.parametrize(
    ("edtf", "accepted"),
    [
        (None, "2023"),
        ("", "2023"),
        ("2023-05-17", "2023-05-18"),
        ("2023-05", "2023-05-17"),
        ("2021-36", "2021"),
        ("2021-21", "2021-22"),
        ("2014/2021", "2014"),
        ("2006-02-20/2006-02-26", "2006-02-19/2006-02-26"),
        ("2023-02-30", "2023-02-28"),
        ("../..", "2023"),
        ("tomorrow", "2023"),
    ],
)
def test_values_that_mean_something_else(edtf, accepted):
    assert not means_the_same(edtf, [accepted])


TEXT = "On Monday he came, on 3 May at noon he went; the 2022 fair opened."


def found(words, edtf):
    start = TEXT.index(words)
    return DateFound(words, start, start + len(words), edtf, "rule")


def wanted(words, *accepted):
    return GoldDate((TEXT.index(words), TEXT.index(words) + len(words)), accepted)


def test_each_gold_date_is_found_once_and_times_count_neither_way():
    noon = TEXT.index("noon")
    gold = [wanted("Monday", "2022-05-02"), wanted("the 2022", "2022"), wanted("3 May", "2022-05-03")]
    given = [found("Monday", "2022-04-25"), found("2022", "2022"), found("noon", "2022-05-03T12:00"), found("fair", "2022-06")]

    tally = count(TEXT, gold, given, times=[(noon, noon + 4)], own=None)

    assert tally == {"dates wanted": 3, "dates given": 3, "dates right": 2, "dates same words": 2, "dates same value": 1}


def test_own_date_may_answer_and_is_never_too_many():
    gold = [wanted("Monday", "2022-05-02")]

    assert count(TEXT, gold, [], [], own=wanted("Monday", "2022-05-02"))["dates same value"] == 1
    assert count(TEXT, gold, [], [], own=wanted("3 May", "2022-05-03"))["dates given"] == 0
