"""What is told of the whole archive."""

import pytest
from django.db import connection

from archive import publication
from archive.enums import Likeness
from archive.models import CountedLink
from tests.factories import make_claim, make_occasion, make_occurrence, make_public_statement, make_speaker, make_statement, the_chief
from tests.plans import queries_of
from timeline import charts
from timeline.charts import Point
from timeline.record.overview import Figures, figures, histogram_by_year, month_bars, most_repeated

pytestmark = pytest.mark.django_db


def test_empty_archive_has_figures_too():
    assert (figures(), histogram_by_year().bars, most_repeated(3)) == (Figures(0, 0, 0, 0), [], [])


def test_figures_are_of_what_is_public():
    make_public_statement(said_on="2021-03-02", speakers=[make_speaker("Anna Hill")], claims=[make_claim()])
    make_public_statement(said_on="2023-05-17", speakers=[make_speaker("Peter Marsh")])
    make_public_statement(said_on="", speakers=["a source"])
    make_statement()

    found = figures()

    assert (found.statements, found.claims, found.speakers, found.first_year, found.last_year) == (3, 1, 2, "2021", "2023")


def test_months_of_a_year_have_addresses():
    make_public_statement(said_on="2023-05-17")

    assert month_bars("2023")[4] == ("May", 1, "/chronology/2023/05/")


def test_repeated_is_what_was_said_on_two_occasions():
    claim, briefing = make_claim("It stays."), make_occasion()
    for _report in range(2):
        make_public_statement(occasion=briefing, claims=[claim])
    assert most_repeated(3) == []

    make_public_statement(speakers=["a source"], claims=[claim])
    (found,) = most_repeated(3)
    assert (found.url, found.text) == ("/claims/it-stays/", "It stays.")
    assert [one.words for one in found.told] == ["said on 2 occasions", "in 3 articles"]
    assert {one.url for one in found.told} == {"/claims/it-stays/?counted=sayings#trail"}


@pytest.fixture
def two_claims():
    """Said from January on by turns, and one of them once more without a date; also varied."""
    claims = make_claim("It stays."), make_claim("It goes.")
    for month in range(1, 7):
        make_public_statement(said_on=f"2023-{month:02}", claims=[claims[month % 2]])
    make_public_statement(said_on="", claims=[claims[1]])
    varied = make_occurrence(make_public_statement(said_on="2023-07-01"), claims[1], likeness=Likeness.VARIANT)
    publication.publish(varied, by=the_chief())
    return claims


@pytest.mark.parametrize("are_links_counted", [True, False])
def test_dots_are_of_all_that_a_claim_counts(two_claims, are_links_counted):
    if not are_links_counted:  # after an update, until `reindex` has run
        CountedLink.objects.all().delete()

    stays, goes = sorted(most_repeated(2), key=lambda one: one.text, reverse=True)

    ((row,), (other,)) = stays.drawn.strip.rows, goes.drawn.strip.rows
    assert [mark.left for mark in row.marks] == ["8.49%", "24.66%", "41.37%"]
    assert (other.marks[-1], row.title, other.title) == (
        Point("aside", "49.59%", years="2023"),
        "All speakers: said on 3 occasions",
        "All speakers: said on 4 occasions, said with another figure, date, place or name on 1 occasion, 1 of these without a date",
    )


@pytest.mark.postgres
@pytest.mark.parametrize("are_links_counted", [True, False])
def test_dots_do_not_hang_on_how_the_database_writes_days(two_claims, are_links_counted):
    if not are_links_counted:
        CountedLink.objects.all().delete()
    strips = [one.drawn.strip for one in most_repeated(2)]

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL datestyle = 'SQL, DMY'")

    assert [one.drawn.strip for one in most_repeated(2)] == strips


def test_what_comes_first_of_all_claims_is_drawn(two_claims, monkeypatch):
    monkeypatch.setattr(charts, "MOST_MARKS", 3)

    found = {one.text: one.drawn for one in most_repeated(2)}

    assert {text: (len(drawn.links), drawn.is_cut) for text, drawn in found.items()} == {"It stays.": (1, True), "It goes.": (2, True)}


@pytest.mark.sqlite
def test_dots_are_read_from_one_index_in_its_order(two_claims):
    (drawn,) = [one for one in queries_of(lambda: most_repeated(2)) if "UNION" in one.sql]

    assert "counted_link_by_date" in drawn.way
    assert "TEMP B-TREE" not in drawn.way
