"""What pages tell beside their lists."""

import pytest

from archive.enums import TallyScope
from tests.factories import make_claim, make_document, make_occasion, make_public_statement, make_speaker, make_statement
from timeline.record.portraits import (
    Figures,
    counted,
    figures,
    kin_of,
    month_bars,
    most_repeated,
    strip_by_speaker,
)

pytestmark = pytest.mark.django_db


def test_empty_archive_has_figures_too():
    assert figures() == Figures(0, 0, 0, 0)


def test_figures_are_of_what_is_public():
    make_public_statement(said_on="2021-03-02", speakers=[make_speaker("Anna Hill")])
    make_public_statement(said_on="2023-05-17", speakers=[make_speaker("Peter Marsh")])
    make_statement()

    found = figures()

    assert (found.statements, found.speakers, found.first_year, found.last_year) == (2, 2, "2021", "2023")


def test_rows_with_the_number_of_their_statements():
    anna, peter = make_speaker("Anna Hill"), make_speaker("Peter Marsh")
    make_public_statement(speakers=[anna])

    assert [(one.row, one.count) for one in counted([anna, peter], TallyScope.SPEAKER)] == [(anna, 1), (peter, 0)]


def test_repeated_is_what_was_said_on_two_occasions():
    claim, briefing = make_claim("It stays."), make_occasion()
    for _report in range(2):
        make_public_statement(occasion=briefing, claims=[claim])
    assert most_repeated(3) == []

    make_public_statement(speakers=["a source"], claims=[claim])
    assert [(one.row, one.count) for one in most_repeated(3)] == [(claim, 2)]


def test_line_of_a_speaker_counts_occasions_and_not_reports():
    anna, claim, briefing = make_speaker("Anna Hill"), make_claim("It stays."), make_occasion()
    for said_on in ("2023-05-17", "2023-05-17", "2023-05-18"):
        make_public_statement(speakers=[anna], occasion=briefing, claims=[claim], said_on=said_on)
    make_public_statement(speakers=[(None, "", "a source")], claims=[claim], said_on="")

    assert [row.title for row in strip_by_speaker(claim).rows] == [
        "Anna Hill: said on 1 occasion",
        "a source: said on 1 occasion, 1 of these without a date",
    ]  # fmt: skip


def test_document_without_kin():
    kin = kin_of(make_document())

    assert (kin.all(), kin.original) == ([], None)


def test_months_of_a_year_have_addresses():
    make_public_statement(said_on="2023-05-17")

    assert month_bars("2023")[4] == ("May", 1, "/chronology/2023/05/")
