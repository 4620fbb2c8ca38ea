"""Public statements as the chronology shows them."""

import pytest

from archive import edtf
from archive.models import Occurrence, Statement
from tests.factories import (
    make_document,
    make_public_statement,
    make_statement,
)
from timeline import chronology
from timeline.chronology import Segment, by_year, entries, quote_of, shape_of

pytestmark = pytest.mark.django_db


def shown(**filters) -> list[chronology.Entry]:
    return entries(Statement.objects.public().filter(**filters).shown())


@pytest.mark.parametrize(
    ("date", "shape"),
    [
        ("2023-05-17", "day"),
        ("2023-05-17T10:00:00Z", "day"),
        ("2023-05", "month"),
        ("2023-21", "month"),
        ("2023", "span"),
        ("2021/2023", "span"),
        ("2021-12~", "month dashed"),
        ("2023-05-17?", "day dashed"),
        ("201X", "span"),
    ],
)
def test_shape_of_a_date(date, shape):
    assert shape_of(edtf.parse(date)) == shape


def test_shape_of_no_date():
    assert shape_of(None) == "undated"


def test_entries_stand_under_their_years_and_months():
    for said_on in ("2022", "2022-01/2022-03", "2022-01", "2022-01-01", "2022-05-17", "2022-05-18", "2023", ""):
        make_public_statement(said_on=said_on)

    years = by_year(shown())

    assert [(year.number, year.url, [(month.name, month.url, dates(month)) for month in year.months]) for year in years] == [
        (2022, "/chronology/2022/", [
            ("", "", ["2022", "2022-01/2022-03"]),
            ("January", "/chronology/2022/01/", ["2022-01", "2022-01-01"]),
            ("May", "/chronology/2022/05/", ["2022-05-17", "2022-05-18"]),
        ]),
        (2023, "/chronology/2023/", [("", "", ["2023"])]),
        (None, "/chronology/undated/", [("", "", [""])]),
    ]  # fmt: skip


def dates(month: chronology.Month) -> list[str]:
    return [entry.statement.said_on for entry in month.entries]


def test_quote_marks_what_carries_a_claim():
    document = make_document("We spend four million, and it opens in 2020.")
    statement = make_statement(document)
    links = [make_link(statement, "four million"), make_link(statement, "opens in 2020"), make_link(statement, "million, and")]

    assert quote_of(statement, links) == (
        Segment("We spend "),
        Segment("four million", marked=True),
        Segment(", and", marked=True),
        Segment(" it "),
        Segment("opens in 2020", marked=True),
        Segment("."),
    )


def test_quote_is_not_marked_when_all_of_it_carries_the_claim():
    statement = make_statement(make_document("It opens in 2020."))

    assert quote_of(statement, [make_link(statement, "It opens in 2020.")]) == (Segment("It opens in 2020."),)


def make_link(statement: Statement, words: str):
    start = statement.text.index(words)
    return Occurrence(statement=statement, start=start, end=start + len(words))


def test_words_that_were_searched_for_are_marked():
    row = make_public_statement(make_document("Tolls stay; a tollkeeper’s toll, he said."))

    (entry,) = entries(Statement.objects.public().shown(), query='toll "he said"')

    assert entry.statement == row
    assert [piece.text for piece in entry.quote if piece.marked] == ["Tolls", "toll", "he", "said"]
    assert "".join(piece.text for piece in entry.quote) == row.text


@pytest.mark.parametrize("rows", [1, 3])
def test_entries_take_the_same_queries_for_one_row_and_three(rows, django_assert_num_queries):
    for _ in range(rows):
        make_public_statement(claims=["The toll stays."])

    with django_assert_num_queries(5):
        shown()
