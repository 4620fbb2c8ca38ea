"""What a reader may narrow the chronology to."""

import pytest
from django.http import QueryDict

from archive.enums import TallyScope
from tests.factories import make_public_statement, make_speaker, make_statement
from timeline.filters import StatementFilter
from timeline.lists.facets import facets, statements_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def speakers():
    anna, peter = make_speaker("Anna Hill"), make_speaker("Peter Marsh")
    for one in (anna, peter, anna):
        make_public_statement(speakers=[one])
    make_statement()
    return anna, peter


def test_most_frequent_stand_first_with_their_counts(speakers):
    (by_speaker,) = [one for one in facets(StatementFilter(QueryDict()), whole=True, revision=1) if one.name == "speaker"]

    assert [(one.name, one.count) for one in by_speaker.choices] == [("Anna Hill", 2), ("Peter Marsh", 1)]
    assert (statements_of(TallyScope.ARCHIVE), statements_of(TallyScope.YEAR, 1999)) == (3, 0)


def test_what_is_chosen_is_not_offered_again_and_other_counts_are_left_out(speakers):
    found = facets(StatementFilter(QueryDict(f"speaker={speakers[0].slug}")), whole=True, revision=1)

    assert "speaker" not in [one.name for one in found]
    assert {choice.count for one in found for choice in one.choices} == {None}


def test_a_choice_keeps_the_filters_that_are_on(speakers):
    found = facets(StatementFilter(QueryDict("q=a%26b&kind=direct")), whole=True, revision=1)

    assert found[0].choices[0].query == f"kind=direct&q=a%26b&speaker={speakers[0].slug}"


def test_names_are_read_once_for_each_revision(speakers, django_assert_num_queries):
    chosen = StatementFilter(QueryDict())
    facets(chosen, whole=True, revision=1)

    with django_assert_num_queries(0):
        facets(chosen, whole=True, revision=1)
    assert facets(chosen, whole=True, revision=1) == facets(chosen, whole=True, revision=2)
