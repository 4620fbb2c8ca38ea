"""What became public last comes first, under the days of that, however the list is narrowed."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.factories import make_claim, make_document, make_public_statement, make_statement
from tests.timeline.lists.places import statements_at
from timeline.filters import StatementFilter
from timeline.lists import recorded
from timeline.lists.paging import NEWEST_RECORDED, page_of
from timeline.lists.walks import Walk

WORDS = ("Tolls rise.", "Tolls fall.", "The bridge stays.", "Tolls end.", "Tolls stay.")


@pytest.fixture
def archive(db):
    """Each recorded a day before the one before it, the last two at one moment; said on the same days of other years."""
    claim = make_claim("Tolls change.")
    for number, words in enumerate(WORDS):
        at = datetime(2026, 11, max(1, 4 - number), 12, tzinfo=UTC)
        make_public_statement(make_document(words), text=words, said_on=f"20{10 + number}-03-01", claims=[claim], at=at)
    make_statement(make_document("Tolls are drafted."), text="Tolls are drafted.")


def all_pages(walk, size):
    """The words of all pages there, and those of all pages back."""
    pages = [page_of(walk, NEWEST_RECORDED, size=size)]
    while pages[-1].next:
        pages.append(page_of(walk, NEWEST_RECORDED, cursor=pages[-1].next, size=size))
    back = [pages[-1]]
    while back[0].previous:
        back.insert(0, page_of(walk, NEWEST_RECORDED, cursor=back[0].previous, size=size))
    return [[one.text for page in read for one in statements_at(page.rows)] for read in (pages, back)]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("most_sorted", [0, recorded.MOST_SORTED])
@pytest.mark.parametrize("size", [1, 2, 5])
def test_pages_follow_each_other_there_and_back(monkeypatch, most_sorted, size):
    monkeypatch.setattr(recorded, "MOST_SORTED", most_sorted)
    newest_first = [*WORDS[:3], WORDS[4], WORDS[3]]

    assert all_pages(Walk(), size) == [newest_first, newest_first]
    for given in ({"q": "tolls"}, {"said_from": "2010", "said_to": "2014", "q": "tolls"}, {"claim": "tolls-change", "q": "tolls"}):
        found = StatementFilter(given).apply(Walk())
        assert all_pages(found, size) == [[words for words in newest_first if "Tolls" in words]] * 2
    assert all_pages(StatementFilter({"said_from": "2011", "said_to": "2012"}).apply(Walk()), size)[0] == [*WORDS[1:3]]
    assert all_pages(StatementFilter({"claim": "no-such"}).apply(Walk()), size) == [[], []]


@pytest.mark.usefixtures("archive")
def test_the_page_of_what_is_new_stands_under_days():
    page = Client().get("/new/").content.decode()

    headings = [f"Recorded {day} November 2026" for day in (4, 3, 2, 1)]
    assert [page.index(heading) for heading in headings] == sorted(page.index(heading) for heading in headings)
    assert "drafted" not in page
    assert page.count('class="recorded"') == 4
    assert Client().get("/chronology/?order=-recorded&q=tolls").content.decode().count("Recorded ") == 3
    assert "Recorded 4 November 2026" in Client().get("/").content.decode()
    found = Client().get("/api/v1/statements/?order=-recorded").json()["results"]
    assert [one["text"] for one in found] == [*WORDS[:3], WORDS[4], WORDS[3]]
