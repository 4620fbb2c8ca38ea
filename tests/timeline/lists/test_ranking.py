"""Of what was searched for, that in which the words stand most often for its length comes first; it is read page by page."""

import pytest

from archive import publication
from archive.enums import RevisionClass
from archive.models import Statement
from tests.factories import make_document, make_public_statement, make_statement, the_chief
from tests.timeline.lists.places import statements_at
from timeline.lists import ranking
from timeline.lists.paging import BEST_MATCH, page_of
from timeline.lists.walks import Walk

TEXTS = {
    "The toll stays where it was, and of the bridge nobody says a word in all these weeks.": "2023-01-01",
    "The bridge: no toll.": "2023-01-02",
    "A toll, a bridge toll, and another toll on the bridge.": "2023-01-03",
    "The bridge has no toll.": "2023-01-04",
    "The bridge has a toll, and the toll has come to stay with us.": "",
    "No toll at all.": "2023-01-06",
}
BRIDGE_AND_TOLL = [
    "A toll, a bridge toll, and another toll on the bridge.",
    "The bridge: no toll.",
    "The bridge has no toll.",
    "The bridge has a toll, and the toll has come to stay with us.",
    "The toll stays where it was, and of the bridge nobody says a word in all these weeks.",
]


@pytest.fixture
def archive(db):
    for text, said_on in TEXTS.items():
        make_public_statement(make_document(text), text=text, said_on=said_on)
    make_statement(make_document("Bridge toll, bridge toll."), text="Bridge toll, bridge toll.")


def texts_of(rows):
    return [one.text for one in statements_at(rows)]


@pytest.mark.usefixtures("archive")
def test_the_best_match_comes_first():
    rows = ranking.ranked(Walk().holding("bridge toll"), "bridge toll")

    assert texts_of(rows) == BRIDGE_AND_TOLL
    assert [row.rank for row in rows] == [0, 1, 2, 3, 4]


@pytest.mark.usefixtures("archive")
def test_of_those_that_match_alike_the_newer_comes_first():
    rows = ranking.ranked(Walk().holding('"no toll"'), '"no toll"')

    assert texts_of(rows) == ["No toll at all.", "The bridge: no toll.", "The bridge has no toll."]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("size", [1, 2, 4, 5])
def test_pages_follow_each_other_there_and_back(size):
    walk, there, cursor = Walk().holding("bridge toll"), [], ""
    pages = []
    while not pages or cursor:
        pages.append(page_of(walk, BEST_MATCH, cursor=cursor, size=size))
        cursor = pages[-1].next
        there += texts_of(pages[-1].rows)

    assert there == BRIDGE_AND_TOLL
    back, at = [], pages[-1]
    while at.previous:
        at = page_of(walk, BEST_MATCH, cursor=at.previous, size=size)
        back = texts_of(at.rows) + back
    assert back + texts_of(pages[-1].rows) == BRIDGE_AND_TOLL


@pytest.mark.usefixtures("archive")
def test_only_what_passes_the_filter_is_ranked():
    assert page_of(Walk().holding("bridge toll").none(), BEST_MATCH).rows == []
    assert page_of(Walk().holding("ferry"), BEST_MATCH).rows == []


@pytest.mark.usefixtures("archive")
def test_what_is_withdrawn_is_not_ranked():
    walk = Walk().holding("bridge toll")
    first = ranking.ranked(walk, "bridge toll")[0]
    publication.withdraw(
        Statement.objects.get(pk=first.id), by=the_chief(), reason="An error of ours.", revision_class=RevisionClass.RETRACTION
    )

    assert texts_of(ranking.ranked(Walk().holding("bridge toll"), "bridge toll")) == BRIDGE_AND_TOLL[1:]


@pytest.mark.parametrize(
    ("phrase", "times"), [(["toll"], 3), (["toll", "toll"], 2), (["a", "toll"], 1), (["ferry"], 0), (["toll", "stays"], 0)]
)
def test_a_phrase_is_counted_wherever_it_begins(phrase, times):
    assert ranking._times(phrase, ["a", "toll", "toll", "toll"]) == times
