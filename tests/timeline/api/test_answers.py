"""Conditional requests and requests from other sites."""

import json

import pytest
from django.utils.translation import gettext_lazy

from archive.enums import Stance
from archive.publication import correct
from tests.factories import the_chief
from timeline.api.answers import answer


@pytest.mark.parametrize("path", ["", "statements/", "statements/?q=gate", "claims/gate-open/", "corrections/", "openapi.json"])
def test_unchanged_answer_is_not_sent_again(record, get, path, django_assert_num_queries):
    etag = get(path)["ETag"]

    with django_assert_num_queries(1):
        response = get(path, 304, if_none_match=f'"other", {etag}')

    assert response.content == b""
    assert (response["ETag"], response["Cache-Control"], response["Access-Control-Allow-Origin"]) == (etag, "public, no-cache", "*")
    assert get(path, 304, if_none_match=f"W/{etag}")["ETag"] == etag
    assert get(path, 200, if_none_match='"other"')["ETag"] == etag


def test_etag_changes_with_the_archive_and_differs_between_answers(record, get):
    paths = ["statements/", "statements/?q=gate", "claims/", "statements/?page_size=1"]
    before = [get(path)["ETag"] for path in paths]
    correct(record.claim, by=the_chief(), changes={"text": "The gate stands open."}, revision_class="typo", reason="Misread.")

    after = [get(path)["ETag"] for path in paths]

    assert len({*before, *after}) == 8


def test_errors_have_no_etag(record, get):
    assert "ETag" not in get("statements/?x=1", 400)
    assert "ETag" not in get(f"statements/{record.hidden['withdrawn'].public_id}/", 410)


@pytest.mark.parametrize("path", ["statements/", "statements/0000000000/", "nothing/"])
def test_any_site_may_read_without_credentials(client, db, path):
    response = client.get(f"/api/v1/{path}", headers={"origin": "https://elsewhere.example"})

    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Expose-Headers"] == "ETag, Link"
    assert "Access-Control-Allow-Credentials" not in response
    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")


def test_preflight_allows_conditional_reading_alone(client, db):
    response = client.options("/api/v1/statements/", headers={"origin": "https://elsewhere.example"})

    assert (response.status_code, response.content) == (204, b"")
    assert {name: response[name] for name in response.headers if name.startswith("Access-Control-Allow")} == {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": "GET, HEAD",
        "Access-Control-Allow-Headers": "Accept, If-None-Match",
    }


def test_head_is_get_without_a_body(record, client):
    got, head = client.get("/api/v1/claims/"), client.head("/api/v1/claims/")

    assert (head.status_code, head.content, head["ETag"]) == (200, b"", got["ETag"])


def test_json_is_text_as_it_is_written():
    body = {
        "text": 'Паром 3 € \u2028\u2029 \x1f "</script>',
        "number": 2**53,
        "nothing": None,
        "word": gettext_lazy("said"),
        "one": Stance.DENIES,
    }

    written = answer(body, {"Link": "<a>"})

    assert json.loads(written.content) == body | {"word": "said", "one": "denies"}
    assert 'Паром 3 € \\u2028\\u2029 \\u001f \\"</script>'.encode() in written.content
    assert (written["Content-Type"], written["Link"]) == ("application/json", "<a>")
