"""One answer for what an address lists: its page, and whatever else is made of it, show the same."""

import re

import pytest
from django.http import Http404, QueryDict

from archive import publication
from archive.models import Statement
from tests.factories import make_claim, make_document, make_outlet, make_public_statement, make_speaker, the_chief
from timeline.lists import listed
from timeline.lists.listed import LISTS, listed_at
from timeline.lists.paging import NEWEST_FIRST

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def archive(made_once) -> None:
    ann, bo, claim = make_speaker("Ann Okafor"), make_speaker("Bo Lind"), make_claim("The ferry sails.")
    gazette = make_document("One ferry. Two ferries. Three tolls. Four tolls.", outlet=make_outlet("The Gazette"))
    make_public_statement(gazette, "One ferry", said_on="2019-05-04", speakers=[ann], claims=[claim])
    make_public_statement(gazette, "Two ferries", said_on="2019-05", speakers=[ann, bo], kind="indirect", claims=[claim])
    make_public_statement(gazette, "Three tolls", said_on="2019/2021", speakers=[bo])
    make_public_statement(gazette, "Four tolls", said_on="", speakers=["a source"])


def words(address: str) -> list[str]:
    path, _, query = address.partition("?")
    return [told.shown["text"] for told in listed_at(path, QueryDict(query)).each()]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/chronology/", ["Three tolls", "Two ferries", "One ferry", "Four tolls"]),
        ("/chronology/?order=-said_on", ["One ferry", "Two ferries", "Three tolls", "Four tolls"]),
        ("/chronology/?kind=whatever", []),
        ("/chronology/2019/?speaker=ann-okafor", ["Two ferries", "One ferry"]),
        ("/chronology/2019/05/?jointly=bo-lind", ["Two ferries"]),
        ("/chronology/2019/05/04/", ["One ferry"]),
        ("/chronology/2019-2021/", ["Three tolls"]),
        ("/chronology/undated/", ["Four tolls"]),
        ("/search/", []),
        ("/search/?q=ferry&order=match", ["Two ferries", "One ferry"]),
        ("/claims/the-ferry-sails/?counted=sayings", ["Two ferries", "One ferry"]),
        ("/claims/the-ferry-sails/?speaker=bo-lind", ["Two ferries"]),
        ("/claims/the-ferry-sails/?speaker=nobody", []),
        ("/speakers/ann-okafor/?kind=indirect", ["Two ferries"]),
        ("/outlets/the-gazette/?q=tolls", ["Four tolls", "Three tolls"]),
        ("/corrections/", []),
    ],
)
def test_each_statement_of_a_list(archive, client, monkeypatch, address, expected):
    """In its order, however few are read at once; and its page shows the same."""
    monkeypatch.setattr(listed, "MOST_TOLD", 2)
    page = client.get(address).content.decode().rpartition('id="trail"')[2]  # the head of a claim names its first and last

    assert sorted(words(address)) == sorted(expected)
    assert "search" in address or "outlets" in address or words(address) == expected
    shown = Statement.objects.filter(public_id__in=re.findall("/statements/([a-z0-9]+)/", page))
    assert sorted(shown.values_list("text", flat=True)) == sorted(expected)


def test_pages_by_key(archive, monkeypatch):
    monkeypatch.setattr(listed, "MOST_PLACES", 2)
    whole = listed_at("/chronology/", QueryDict())
    places, seen = whole.page(size=3), whole.each(NEWEST_FIRST)

    assert next(seen).shown["text"] == "One ferry"
    publication.withdraw(Statement.objects.get(text="Three tolls"), by=the_chief(), revision_class="retraction", reason="Never said.")
    assert [told.shown["text"] for told in seen] == ["Two ferries", "Four tolls"]  # it was withdrawn before its turn
    assert len(places.rows) == 3
    assert [told.shown["text"] for told in listed.told_at(places)] == ["Two ferries", "One ferry"]


def test_what_it_is_called(archive):
    found = listed_at("/chronology/2019/05/", QueryDict("speaker=ann-okafor&order=-said_on&utm_source=x"))

    assert (found.title, found.name) == ("May 2019", "May 2019; Speaker: Ann Okafor")
    assert found.url == "/chronology/2019/05/?speaker=ann-okafor&order=-said_on"
    assert found.filter.unknown(["utm_source"]) == ["utm_source"]
    assert listed_at("/claims/the-ferry-sails/", QueryDict()).title == "The ferry sails."
    assert set(LISTS) >= {"chronology", "search", "claim", "corrections"}


@pytest.mark.parametrize(
    "path", ["/method/", "/nowhere/", "/speakers/nobody/", "/outlets/none/", "/claims/none/", "/chronology/2023/02/30/"]
)
def test_no_list(path):
    with pytest.raises(Http404):
        listed_at(path, {})
