"""An empty list says which part emptied it, and what would not."""

import pytest
from django.http import QueryDict

from tests.factories import make_claim, make_document, make_occasion, make_outlet, make_public_statement, make_speaker
from timeline.lists.emptied import MOST_WORDS, Part, parts_of, why
from timeline.lists.listed import listed_at
from timeline.lists.paging import Count

pytestmark = pytest.mark.django_db


@pytest.mark.once
def test_words_of_a_query_and_the_query_without_each():
    assert parts_of('toll -fleet "old bridge" , stays') == [
        Part("toll", '-"fleet" "old bridge" , stays'),
        Part("old bridge", 'toll -"fleet" , stays'),
        Part("stays", 'toll -"fleet" "old bridge" ,'),
    ]
    assert len(parts_of("one two three four five six seven eight nine ten")) == MOST_WORDS


@pytest.fixture(scope="module")
def _rows(made_once) -> None:
    anna, boris, gazette, claim = make_speaker("Anna"), make_speaker("Boris"), make_outlet("Gazette"), make_claim("It stays.")
    make_public_statement(
        make_document("The toll stays.", outlet=gazette), "The toll stays.", speakers=[anna], claims=[claim], said_on="2019"
    )
    make_public_statement(make_document("The bridge falls."), "The bridge falls.", speakers=[boris], said_on="2020", kind="indirect")


@pytest.fixture
def archive(_rows, db) -> None:
    """Two statements that have no word but “the” in common."""


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("path", "query", "missing", "removals", "elsewhere"),
    [
        ("/search/", "q=zzzxq", ["No statement contains “zzzxq”."], [("zzzxq", 2)], 0),
        ("/search/", "q=toll zzzxq", ["No statement contains “zzzxq”."], [("toll", 0), ("zzzxq", 1)], 0),
        ("/search/", "q=toll bridge", [], [("toll", 1), ("bridge", 1)], 0),
        ("/chronology/", "q=toll&speaker=boris", ["No statement of Boris has “toll”."], [("Boris", 1), ("toll", 1)], 0),
        ("/chronology/", "q=bridge&speaker=anna", ["No statement of Anna has “bridge”."], [("Anna", 1), ("bridge", 1)], 0),
        ("/chronology/", "q=bridge&outlet=gazette", ["No statement in Gazette has “bridge”."], [("Gazette", 1), ("bridge", 1)], 0),
        (
            "/chronology/",
            "q=falls&claim=it-stays",
            ["No statement with the claim “It stays.” has “falls”."],
            [("It stays.", 1), ("falls", 1)],
            0,
        ),
        (
            "/chronology/",
            "q=toll&kind=indirect",
            ["No statement with the other filters has “toll”."],
            [("indirect speech", 1), ("toll", 1)],
            0,
        ),
        ("/chronology/2020/", "q=toll", ["No statement under “2020” has “toll”."], [("toll", 1)], 1),
        ("/chronology/2020/", "kind=direct", [], [("direct speech", 1)], 1),
        (
            "/speakers/boris/",
            "q=toll&kind=direct",
            ["No statement with the other filters has “toll”."],
            [("direct speech", 0), ("toll", 0)],
            1,
        ),
        ("/chronology/", "said_from=soon", [], [("soon", 2)], 0),
        ("/claims/it-stays/", "speaker=boris", [], [("Boris", 1)], 0),
    ],
)
def test_parts_that_empty_a_list(path, query, missing, removals, elsewhere, client):
    told = why(listed_at(path, QueryDict(query).dict()))

    assert told.missing == missing
    assert [(one.value, one.count.number) for one in told.removals] == removals
    assert told.elsewhere == Count(elsewhere)
    page = client.get(f"{path}?{query}").content.decode()
    assert all(sentence in page for sentence in missing)
    assert not any(f"Remove “{one.label}: {one.value}”" in page for one in told.removals if not one.count.number)
    for one in told.removals:
        if one.count.number and one.url_without != "?":
            left = listed_at(path, QueryDict(one.url_without[1:]).dict())
            assert left.rows.count_up_to(100) == one.count


def test_occasions_say_it_too(client):
    talks = make_occasion("Talks")
    make_public_statement(make_document("The toll stays."), "The toll stays.", occasion=talks)

    page, every = (client.get(f"{address}?q=zzzxq").content.decode() for address in (f"/occasions/{talks.public_id}/", "/occasions/"))
    assert "No statement contains “zzzxq”." in page
    assert "Nothing on record matches all of these filters." in every
    assert 'href="/occasions/?"' in every
