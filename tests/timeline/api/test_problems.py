"""Errors: RFC 9457 problems that name every wrong parameter, whatever is asked for."""

import json

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from rest_framework.exceptions import UnsupportedMediaType
from rest_framework.request import Request

from archive.identity.merged_claims import merge_claims
from archive.identity.merged_speakers import merge_speakers
from tests.factories import make_claim, make_public_statement, make_speaker, the_chief
from timeline.api.problems import answer

LISTS = ["statements", "claims", "occurrences", "speakers", "outlets", "documents", "occasions", "corrections"]


def problem(status: int, title: str, detail: str, path: str, **members) -> dict:
    return {"type": "about:blank", "title": title, "status": status, "detail": detail, "instance": f"/api/v1/{path}"} | members


def errors_of(response) -> list[tuple[str, str]]:
    assert response["Content-Type"] == "application/problem+json"
    return [(error["parameter"], error["code"]) for error in response.json()["errors"]]


@pytest.mark.parametrize("name", LISTS)
def test_wrong_parameters_are_all_named(get, name):
    response = get(f"{name}/?speeker=x&page_size=0&count=yes&cursor=abc", 400)

    assert response.json() == problem(
        400,
        "Bad Request",
        "These parameters can't be answered: speeker, page_size, count.",
        f"{name}/",
        errors=[
            {"parameter": "speeker", "detail": "This list has no such parameter.", "code": "unknown"},
            {"parameter": "page_size", "detail": "Give a whole number from 1 to 200.", "code": "range"},
            {"parameter": "count", "detail": "Give 1 for the number of all rows, or leave it out.", "code": "choice"},
        ],
    )
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("path", "errors"),
    [
        ("statements/?kind=direct&kind=mixed", [("kind", "repeated")]),
        ("statements/?speaker=nobody&said_to=soon", [("speaker", "unknown"), ("said_to", "date")]),
        ("statements/?cursor=abc", [("cursor", "cursor")]),
        ("claims/?order=said_on", [("order", "unknown")]),
        ("occurrences/?claim=nothing", [("claim", "unknown")]),
        ("corrections/?q=x", [("q", "unknown")]),
        ("statements/?format=xml", [("format", "unknown")]),
        *[(f"statements/?page_size={size}", [("page_size", "range")]) for size in ("201", "0", "-1", "", "9" * 40, "１０", "1e2", "%00")],
    ],
)
def test_wrong_parameter_has_a_code(get, path, errors):
    assert errors_of(get(path, 400)) == errors


@pytest.mark.parametrize(
    "path",
    [
        "statements/0000000000/",
        "statements/SAID/extra/",
        "statements/1/",
        "statements/" + "9" * 40 + "/",
        "claims/nothing/",
        "claims/nothing/trail/",
        "claims/the-walnut-is-lost/",
        "claims/%ed%a0%80/",
        "speakers/umbrella-man/",
        "speakers/" + "x" * 5000 + "/",
        "outlets/a%2Fb/",
        "documents/DRAFT/",
        "occasions/x/",
        "nothing/",
        "occurrences/1/",
    ],
)
def test_nothing_public_is_not_found(record, get, path):
    path = path.replace("DRAFT", record.draft_document.public_id)
    response = get(path, 404)

    assert response["Content-Type"] == "application/problem+json"
    assert (response.json()["title"], response.json()["status"]) == ("Not Found", 404)


@pytest.mark.parametrize("state", ["draft", "rejected", "accepted"])
def test_statement_that_is_not_public_is_as_unknown_as_none(record, get, state):
    path = f"statements/{record.hidden[state].public_id}/"

    assert get(path, 404).json() == problem(404, "Not Found", "There is nothing public at this address.", path)


def test_withdrawn_statement_is_gone_with_date_class_and_reason(record, get):
    statement = record.hidden["withdrawn"]
    path = f"statements/{statement.public_id}/"
    response = get(path, 410)

    assert response["Content-Type"] == "application/problem+json"
    assert response.json() == problem(
        410,
        "Gone",
        "This statement was withdrawn.",
        path,
        withdrawn_at=statement.withdrawn_at.isoformat(),
        reason="The source retracted it.",
        **{"class": "retraction"},
    )


def test_old_address_of_a_merged_speaker_leads_on(record, get):
    gone = make_speaker("Сергей Лавров")
    make_public_statement(speakers=[gone])
    merge_speakers(record.minister, gone, by=the_chief(), reason="One person.")

    response = get("speakers/сергей-лавров/", 301)

    assert response["Location"] == "/api/v1/speakers/sergey-lavrov/"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_old_address_of_a_merged_claim_leads_on_page_api_and_filter(record, get, client):
    gone = make_claim("No gate is closed.", slug="none-closed")
    make_public_statement(claims=[gone])
    merge_claims(record.claim, gone, by=the_chief(), reason="One claim in two wordings.")

    assert get("claims/none-closed/", 301)["Location"] == "/api/v1/claims/gate-open/"
    assert get("claims/none-closed/trail/", 301)["Location"] == "/api/v1/claims/gate-open/trail/"
    assert client.get("/claims/none-closed/")["Location"] == "/claims/gate-open/"
    assert [one["claim"] for one in get("occurrences/?claim=none-closed").json()["results"]] == ["gate-open"] * 3


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", ["statements/", "nothing/", ""])
def test_writing_is_not_allowed(client, db, method, path):
    response = getattr(client, method)(f"/api/v1/{path}", b"{", content_type="text/csv")

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json() == problem(405, "Method Not Allowed", f'Method "{method.upper()}" not allowed.', path)


def test_other_formats_are_not_acceptable(get):
    detail = "Could not satisfy the request Accept header."

    assert get("statements/", 406, accept="text/html").json() == problem(406, "Not Acceptable", detail, "statements/")
    assert get("statements/0000000000/", 406, accept="image/png")["Content-Type"] == "application/problem+json"
    assert get("statements/", accept="text/html,*/*;q=0.1")["Content-Type"] == "application/json"


def test_body_of_another_type_is_a_problem(rf: RequestFactory):
    response = answer(UnsupportedMediaType("text/csv"), {"request": Request(rf.post("/api/v1/statements/"))})

    expected = problem(415, "Unsupported Media Type", 'Unsupported media type "text/csv" in request.', "statements/")
    assert (response.status_code, response["Content-Type"]) == (415, "application/problem+json")
    assert json.loads(response.content) == expected


def test_failure_tells_nothing_of_itself(db, caplog):
    with connection.execute_wrapper(_broken):
        response = Client().get("/api/v1/claims/")

    assert response.status_code == 500
    assert response["Content-Type"] == "application/problem+json"
    detail = "Something went wrong here. It was noted; please try again later."
    assert response.json() == problem(500, "Internal Server Error", detail, "claims/") | {"request_id": response["X-Request-ID"]}
    assert "the disk is on fire" in caplog.text


def _broken(execute, sql, params, many, context):
    if "archive_claim" in sql:
        raise OSError("the disk is on fire")
    return execute(sql, params, many, context)
