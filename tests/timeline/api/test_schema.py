"""openapi.json describes what the API really answers, and its page works under the strict policy."""

import io
import json

import jsonschema
import pytest
from django.core.management import call_command

LISTS = ["statements", "claims", "occurrences", "speakers", "outlets", "documents", "occasions", "corrections"]


@pytest.fixture(scope="module")
def openapi() -> dict:
    out = io.StringIO()
    call_command("spectacular", "--fail-on-warn", "--validate", "--format", "openapi-json", stdout=out)
    return json.loads(out.getvalue())


def test_schema_is_valid_and_is_what_is_served(openapi, get):
    response = get("openapi.json")

    assert response["Content-Type"] == "application/json"
    assert response.json() == openapi
    assert openapi["openapi"] == "3.1.1"


def test_schema_names_every_address(openapi):
    singles = ["statements", "claims", "speakers", "outlets", "documents", "occasions"]
    keys = {"claims": "slug", "speakers": "slug", "outlets": "slug"}
    expected = (
        ["/api/v1/claims/{slug}/trail/", "/api/v1/search/", "/api/v1/statements/{public_id}/proof/"]
        + [f"/api/v1/log/{part}" for part in ("", "consistency/", "entries/{index}/")]
        + [f"/api/v1/{name}/" for name in LISTS]
        + [f"/api/v1/{name}/{{{keys.get(name, 'public_id')}}}/" for name in singles]
    )

    assert sorted(openapi["paths"]) == sorted(expected)


def test_schema_names_the_parameters_of_statements(openapi):
    parameters = openapi["paths"]["/api/v1/statements/"]["get"]["parameters"]

    assert [one["name"] for one in parameters] == [
        "claim", "count", "counted", "cursor", "dates", "force", "jointly", "kind", "occasion", "order", "outlet", "page_size", "q",
        "said_from", "said_to", "speaker", "statements",
    ]  # fmt: skip


def closed(schema: dict) -> dict:
    """The same schema, refusing members that it does not name."""
    for part in schema["components"]["schemas"].values():
        if part["type"] == "object":
            part["additionalProperties"] = False
    return schema


def validator(openapi: dict, path: str, status: str) -> jsonschema.Draft202012Validator:
    content = openapi["paths"][path]["get"]["responses"][status]["content"]
    reference = next(iter(content.values()))["schema"]["$ref"]
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator({"$ref": reference, **closed(json.loads(json.dumps(openapi)))}, format_checker=checker)


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_as_described(record, get, openapi, name):
    answer, problem = get(f"{name}/?count=1").json(), get(f"{name}/?nothing=1", 400).json()

    assert answer["results"]
    assert [error.message for error in validator(openapi, f"/api/v1/{name}/", "200").iter_errors(answer)] == []
    assert [error.message for error in validator(openapi, f"/api/v1/{name}/", "400").iter_errors(problem)] == []


def test_trail_is_as_described(record, get, openapi):
    answer = get("claims/gate-open/trail/?count=1").json()

    assert (len(answer["results"]), answer["count"]) == (2, 2)
    assert [error.message for error in validator(openapi, "/api/v1/claims/{slug}/trail/", "200").iter_errors(answer)] == []


def test_records_are_as_described(record, get, openapi):
    records = {
        "statements/{public_id}": record.denied.public_id, "claims/{slug}": "gate-open", "speakers/{slug}": "sergey-lavrov",
        "outlets/{slug}": "belta", "documents/{public_id}": record.document.public_id, "occasions/{public_id}": record.occasion.public_id,
    }  # fmt: skip
    for path, key in records.items():
        answer = get(f"{path.split('/')[0]}/{key}/").json()
        assert [error.message for error in validator(openapi, f"/api/v1/{path}/", "200").iter_errors(answer)] == []

    gone = get(f"statements/{record.hidden['withdrawn'].public_id}/", 410).json()
    assert [error.message for error in validator(openapi, "/api/v1/statements/{public_id}/", "410").iter_errors(gone)] == []


def test_page_of_the_api_has_nothing_inline_and_nothing_from_elsewhere(get):
    page, script = get("docs/try/"), get("docs/try/?script=")

    assert "<style" not in page.content.decode()
    assert "<script>" not in page.content.decode()
    assert "https://" not in page.content.decode()
    assert "/api/v1/openapi.json" in script.content.decode()
    assert "default-src 'none'" in page["Content-Security-Policy"]
