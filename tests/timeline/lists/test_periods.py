"""A year, a month or a day of the chronology."""

import pytest
from django.http import Http404

from tests.factories import make_public_statement
from tests.timeline.lists.places import statements_at
from timeline.lists.paging import OLDEST_FIRST, page_of
from timeline.lists.periods import Span, months_of, period_of, span_of, spans_of_years, spans_over, years


@pytest.mark.parametrize(
    ("parts", "words", "parents"),
    [
        (("2023",), "2023", []),
        (("2023", "05"), "May 2023", ["2023"]),
        (("2023", "05", "17"), "17 May 2023", ["2023", "May 2023"]),
    ],
)
def test_period_has_a_name_an_address_and_parents(parts, words, parents):
    period = period_of(*parts)

    assert (period.words, [one.words for one in period.parents]) == (words, parents)
    assert period.url == f"/chronology/{'/'.join(parts)}/"


@pytest.mark.parametrize("parts", [("2023", "13"), ("2023", "02", "30"), ("0000",)])
def test_day_that_no_calendar_has_is_not_found(parts):
    with pytest.raises(Http404):
        period_of(*parts)


@pytest.mark.django_db
def test_neighbours_are_the_nearest_in_which_something_was_said():
    for day in ("2019-03-02", "2023-05-17", "2023-08-01"):
        make_public_statement(said_on=day)

    def around(*parts):
        return [one and "-".join(one.parts) for one in period_of(*parts).neighbours()]

    assert around("2021") == ["2019", "2023"]
    assert around("2023", "05") == ["2019-03", "2023-08"]
    assert around("2023", "05", "18") == ["2023-05-17", "2023-08-01"]
    assert around("2023", "08", "01") == ["2023-05-17", None]


@pytest.mark.django_db
def test_silent_years_and_months_are_counted_too():
    assert years() == []
    for day in ("2021-03-02", "2023-05-17", "2023-05-18"):
        make_public_statement(said_on=day)

    assert years() == [("2021", 1), ("2022", 0), ("2023", 2)]
    assert months_of("2023")[3:6] == [("2023-04", 0), ("2023-05", 2), ("2023-06", 0)]


@pytest.mark.django_db
@pytest.mark.parametrize("parts", [("0001", "01", "01"), ("9999", "12", "31"), ("0001",), ("9999", "12")])
def test_the_first_and_the_last_period_have_neighbours(parts):
    make_public_statement(said_on="0203-05-17")

    before, after = period_of(*parts).neighbours()

    assert (before is None, after is None) == (parts[0] == "0001", parts[0] == "9999")
    assert (before or after).parts == ("0203", "05", "17")[: len(parts)]


@pytest.mark.django_db
def test_many_years_are_taken_together():
    for day in ("0099-03-02", "0203-05-17", "2023-05-18"):
        make_public_statement(said_on=day)

    spans = spans_of_years(120)

    assert [one for one in spans if one[2]] == [("0001", "0099", 1), ("0200", "0299", 1), ("2000", "2099", 1)]
    assert len(spans) == 21
    assert spans_of_years(3000)[:2] == [("0099", "0099", 1), ("0100", "0100", 0)]


@pytest.mark.django_db
def test_a_month_and_a_day_hold_what_lies_wholly_inside_and_a_year_what_begins_in_it():
    for said_on in ("2022", "2022/2024", "2022-01", "2022-21", "2022-01-01", "2022-01-01/2022-02-02"):
        make_public_statement(said_on=said_on)

    def held(*parts):
        return [row.said_on for row in statements_at(page_of(period_of(*parts).statements(), OLDEST_FIRST).rows)]

    assert held("2022") == ["2022/2024", "2022", "2022-01-01/2022-02-02", "2022-01", "2022-01-01", "2022-21"]
    assert held("2022", "01") == ["2022-01", "2022-01-01"]
    assert held("2022", "01", "01") == ["2022-01-01"]
    assert months_of("2022")[:3] == [("2022-01", 2), ("2022-02", 0), ("2022-03", 0)]


@pytest.mark.django_db
def test_a_year_knows_the_spans_that_it_falls_in():
    for said_on in ("2019/2021", "2019-06/2021-03", "2018/2019", "2020/2022", "0203/2024"):
        make_public_statement(said_on=said_on)

    assert spans_over(2020) == [Span(203, 2024, 1), Span(2019, 2021, 2)]
    assert [one.url for one in spans_over(2020)] == ["/chronology/0203-2024/", "/chronology/2019-2021/"]
    assert spans_over(203) == []


@pytest.mark.parametrize("years", [("2021", "2019"), ("2019", "2019"), ("0000", "2019")])
def test_span_that_is_none_is_not_found(years):
    with pytest.raises(Http404):
        span_of(*years)


@pytest.mark.django_db
def test_a_span_holds_what_was_said_across_its_years():
    for said_on in ("2019/2021", "2019-06/2021-03", "2019", "2019/2020", "2020-01-01"):
        make_public_statement(said_on=said_on)

    rows = statements_at(page_of(span_of("2019", "2021").statements(), OLDEST_FIRST).rows)
    assert [row.said_on for row in rows] == ["2019/2021", "2019-06/2021-03"]
