"""What a reader may narrow the chronology to."""

import pytest
from django.http import QueryDict

from archive.enums import TallyScope
from tests.factories import make_public_statement, make_speaker, make_statement
from timeline.filters import StatementFilter
from timeline.lists import facets as rails
from timeline.lists import found as founds
from timeline.lists.facets import facets, statements_of
from timeline.lists.found import Found
from timeline.lists.walks import Walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def speakers():
    anna, peter = make_speaker("Anna Hill"), make_speaker("Peter Marsh")
    for one in (anna, peter, anna):
        make_public_statement(speakers=[one])
    make_public_statement(speakers=[anna, peter], kind="indirect")
    make_statement()
    return anna, peter


def rail(query: str) -> dict[str, rails.Facet]:
    chosen = StatementFilter(QueryDict(query))
    return {one.name: one for one in facets(chosen, Found(chosen.apply(Walk()))).shown}


@pytest.mark.usefixtures("speakers")
def test_most_frequent_stand_first_with_their_counts():
    by_speaker, by_kind = rail("")["speaker"], rail("")["kind"]

    assert [(one.name, str(one.count)) for one in by_speaker.choices] == [("Anna Hill", "3"), ("Peter Marsh", "2")]
    assert [(one.name, str(one.count)) for one in by_kind.choices] == [("direct speech", "3"), ("indirect speech", "1")]
    assert "force" not in rail("")  # all are of one
    assert (statements_of(TallyScope.ARCHIVE), statements_of(TallyScope.YEAR, 1999)) == (4, 0)


def test_what_is_chosen_stays_and_can_be_taken_away(speakers):
    found = rail(f"kind=direct&speaker={speakers[0].slug}")

    assert [(one.name, str(one.count), one.query) for one in found["speaker"].choices] == [("Anna Hill", "2", "kind=direct")]
    assert "jointly" not in found
    assert [(one.name, str(one.count)) for one in rail(f"speaker={speakers[0].slug}")["jointly"].choices] == [("Peter Marsh", "1")]
    assert rail("kind=shouted") == {}


@pytest.mark.usefixtures("speakers")
def test_a_choice_keeps_the_filters_that_are_on_and_all_can_be_reached(monkeypatch):
    monkeypatch.setattr(rails, "LISTED", 1)
    found = rail("kind=direct&order=-said_on")["speaker"]

    assert [one.query for one in found.choices] == ["kind=direct&order=-said_on&speaker=anna-hill"]
    assert found.all_query == "kind=direct&order=-said_on&all=speaker"
    assert rail("kind=indirect")["outlet"].all_query == ""
    monkeypatch.setattr(founds, "MOST_COUNTED", 0)
    assert [one.all_query for one in rail("kind=indirect").values()] == [""]  # what is chosen, of which all are


@pytest.mark.usefixtures("speakers")
def test_all_are_counted_and_named_in_four_queries(django_assert_num_queries):
    chosen = StatementFilter(QueryDict("kind=direct"))
    chosen.full_clean()
    walk = chosen.apply(Walk())
    walk.driven  # noqa: B018 - what it is read from

    with django_assert_num_queries(4):  # the dated, the undated, what they have, the names
        facets(chosen, Found(walk))
