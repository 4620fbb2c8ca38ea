"""Search by meaning: the page, the filter beside it, and the API's answer to the same address."""

import json

import pytest

from archive.linking import meanings
from archive.models import Statement
from tests import factories as make
from tests.timeline.api.test_schema import validator
from timeline.alike import finding
from timeline.alike.asking import LONGEST_TEXT
from timeline.api.schema import description

pytestmark = pytest.mark.django_db
TEXT = "The dam does not take any water from Ardovia."


@pytest.fixture
def record():
    """A claim said, denied and varied, and the same words in drafts and withdrawn."""
    speaker = make.make_speaker("Lev Korzun")
    claim = make.make_claim("The dam takes no water from Ardovia.")
    words = "The dam takes no water from Ardovia."
    said = make.make_public_statement(words=f"{words} I have seen the figures.", said_on="2020-05-01", speakers=[speaker], claims=[claim])
    make.make_public_statement(words=words, said_on="2021-06-01", claims=[claim])
    make.make_public_statement(words="Bread is dearer than before the harvest.")
    for make_it in (make.make_statement, make.make_accepted_statement, make.make_withdrawn_statement):
        make_it(words="The dam takes no water from Ardovia, says the umbrella man.", speakers=["Umbrella Man"])
    sum(meanings.make(meanings.awaited()))
    return said


def page(client, **params):
    return client.get("/search/", params).content.decode()


def test_page_shows_public_statements_with_reasons_and_claims(record, client):
    found = page(client, like=TEXT)

    assert found.index(f'id="s-{record.public_id}"') > found.index("2 statements say this, or may")
    assert "<mark>The dam takes no water from Ardovia.</mark> I have seen the figures." in found
    assert "Very likely the same" in found
    assert "Both say &#x27;water from Ardovia&#x27;" in found
    assert found.count("The dam takes no water from Ardovia.</bdi></a></p></li>") == 1
    assert "mbrella" not in found
    assert "Bread" not in found


def test_page_is_kept_by_nobody(record, client):
    for address in ("/search/", "/api/v1/search/"):
        answer = client.get(address, {"like": TEXT})
        assert (answer["Cache-Control"], answer.headers.get("ETag")) == ("no-store", None)
        assert not hasattr(answer, "holds_on")
    assert "no-cache" in client.get("/search/", {"q": "dam"})["Cache-Control"]


def test_filter_narrows_what_is_found(record, client):
    narrowed = page(client, like=TEXT, speaker="lev-korzun", said_to="2020")

    assert "1 statement says this, or may" in narrowed
    assert "Remove the filter Speaker: Lev Korzun" in narrowed
    assert "Nothing on record surely says this" in page(client, like=TEXT, speaker="lev-korzun", said_from="2021")
    assert "One of the filters can’t be read" in page(client, like=TEXT, said_from="whenever")


@pytest.mark.parametrize(
    ("like", "told"),
    [
        ("", "Paste a sentence or a paragraph"),
        ("Yes, of course.", "These words say too little to be looked for."),
        ("x" * (LONGEST_TEXT + 1), "Paste at most 1,000 characters"),
        ("Nobody grows oranges on the moon.", "Nothing on record surely says this"),
    ],
)
def test_page_says_what_to_do(record, client, like, told):
    assert told in page(client, like=like)


def test_boxes_stand_on_the_first_page_and_on_the_search(record, client):
    for address in ("/", "/search/"):
        assert f'name="like" rows="2" maxlength="{LONGEST_TEXT}"' in client.get(address).content.decode()


def test_what_is_withdrawn_meanwhile_is_not_told(record, client, monkeypatch):
    read = finding.named.read
    monkeypatch.setattr(finding.named, "read", lambda numbers: read([pk for pk in numbers if pk != record.pk]))

    assert record.public_id not in page(client, like=TEXT)
    assert Statement.objects.public().filter(pk=record.pk).exists()


def test_api_answers_the_same(record, client):
    answer = client.get("/api/v1/search/", {"like": TEXT}).json()
    first = answer["results"][0]

    assert [error.message for error in validator(json.loads(description()), "/api/v1/search/", "200").iter_errors(answer)] == []
    assert (first["statement"]["id"], first["says"], first["how_sure"]) == (record.public_id, "same", "Very likely the same")
    assert (first["text"], first["like"], first["score"] > 0.5) == ("The dam takes no water from Ardovia.", TEXT, True)
    assert "mbrella" not in json.dumps(answer)


@pytest.mark.parametrize(("params", "name"), [({}, "like"), ({"like": TEXT, "page_size": "3"}, "page_size"), ({"like": "Yes."}, "like")])
def test_api_names_what_is_wrong(record, client, params, name):
    problem = client.get("/api/v1/search/", params)

    assert problem.status_code == 400
    assert [one["parameter"] for one in problem.json()["errors"]] == [name]
