"""What openapi.json describes, as a page tells it: each address with its parameters and answers, read without a script."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from timeline.api.schema import description

EXAMPLES = {  # of lists whose example tells more than two rows of all do
    "/api/v1/statements/": "?said_from=2023-05&kind=direct&page_size=2",
    "/api/v1/claims/": "?q=toll&page_size=2",
    "/api/v1/search/": "?like=The+toll+stays",
    "/api/v1/log/": "",
    "/api/v1/log/consistency/": "?from=0&to=0",
}
TWO_ROWS = "?page_size=2"


class Parameter(NamedTuple):
    name: str
    values: str
    meaning: SafeString
    is_required: bool


class Answer(NamedTuple):
    status: str
    meaning: SafeString


class Endpoint(NamedTuple):
    """An address. Without an `example`, it holds a key that only a list tells."""

    path: str
    name: str
    summary: str
    parameters: list[Parameter]
    answers: list[Answer]
    example: str


def page(request: HttpRequest) -> HttpResponse:
    return render(request, "timeline/api_docs.html", {"endpoints": endpoints()})


@cache
def endpoints() -> list[Endpoint]:
    return list(_endpoints(json.loads(description())["paths"]))


def _endpoints(paths: dict[str, Any]) -> Iterator[Endpoint]:
    for path, methods in paths.items():
        told = methods["get"]
        example = "" if "{" in path else path + EXAMPLES.get(path, TWO_ROWS)
        parameters = [_parameter(one) for one in told.get("parameters", [])]
        answers = [Answer(status, _coded(one["description"])) for status, one in told["responses"].items() if one["description"]]
        yield Endpoint(path, told["operationId"], told["summary"], parameters, answers, example)


def _parameter(told: dict[str, Any]) -> Parameter:
    return Parameter(told["name"], _values(told["schema"]), _coded(told.get("description", "")), told.get("required", False))


def _coded(told: str) -> SafeString:
    """Words in which names stand between backticks."""
    pieces = (format_html("<code>{}</code>", piece) if place % 2 else piece for place, piece in enumerate(told.split("`")))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _values(schema: dict[str, Any]) -> str:
    """Which values it takes, in words."""
    if "enum" in schema:
        return ", ".join(schema["enum"])
    if "maximum" in schema:
        limits = {"least": schema["minimum"], "most": schema["maximum"], "default": schema["default"]}
        return _("%(least)s to %(most)s; %(default)s without it") % limits
    return ""
