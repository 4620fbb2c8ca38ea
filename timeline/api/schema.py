"""openapi.json: what each address takes and gives, from the filters' fields and the serializers."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from csp.decorators import csp_update
from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.utils.decorators import method_decorator
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, inline_serializer
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework import serializers as drf
from rest_framework.negotiation import BaseContentNegotiation

from timeline.api import problem_serializers
from timeline.api.answers import PublicView
from timeline.api.pagination import LARGEST_PAGE
from timeline.api.problems import MEDIA_TYPE
from timeline.filter_forms import Filter
from timeline.lists.paging import PAGE_SIZE

PAGING = [
    OpenApiParameter("cursor", str, description="The place in the list, from `next` or `previous`."),
    OpenApiParameter("page_size", {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE}),
    OpenApiParameter(
        "count",
        str,
        enum=["1"],
        description="With 1 the answer has `count`, of a trail the steps `counted`; where there are more, `count_is_exact` is false.",
    ),
]

PROBLEMS = {
    400: "Wrong parameters: `errors` names each. Or an address that holds signs which nobody types, such as the end of a line.",
    404: "Nothing public is here.",
    406: "No such format.",
    410: "It was public and was withdrawn.",
    429: "Your network asked for a lot within a short time: `Retry-After` says how many seconds to wait.",
}
KEYS = {"public_id": "The record's id.", "slug": "The record's slug."}
HAVE_TO_BE_GIVEN = ("like",)
MEANINGS = {
    "speaker": "The slug of a speaker.",
    "outlet": "The slug of an outlet.",
    "claim": "The slug of a claim.",
    "jointly": "The slug of another speaker of the same statements.",
    "counted": "What a figure of a claim counts: its sayings, variants, denials … Of statements and who holds them, with `claim` alone.",
    "occasion": "The id of an occasion.",
    "statements": "Ids of statements with commas between them, 250 at most.",
    "kind": "Of statements: direct, indirect or mixed speech.",
    "force": "Of statements: what the speaker does with the words, that is asserted, denied, asked or supposed.",
    "said_from": "The first day of saying: EDTF (`2019-05`) or words (`May 2019`).",
    "said_to": "The last day of saying: EDTF or words.",
    "dates": "A coarse date passes if it begins inside these days (the default), or if it may overlap them.",
    "q": "Of claims, speakers and outlets a part of the name, or its words in any spelling; otherwise words of statements, a phrase"
    " in any quotation marks, behind a minus what no hit may hold.",
    "like": "A sentence or a paragraph. Of a long one the five sentences that say most are looked for.",
    "words": "Words of statements, whatever is listed.",
    "order": "Oldest or newest first, undated always last. With `q` the default is the newest first, and `match` gives the best match,"
    " of the newest 2,000, first.",
}


def listed(shape: type[drf.Serializer], tag: str, chosen: type[Filter], summary: str, key: str = "") -> Callable[[Any], Any]:
    """For a list view: its parameters, its envelope and its errors. `key`: of the record whose list it is."""
    page = inline_serializer(
        f"{shape.__name__}Page",
        {
            "next": drf.URLField(allow_null=True),
            "previous": drf.URLField(allow_null=True),
            "results": shape(many=True),
            "count": drf.IntegerField(required=False),
            "count_is_exact": drf.BooleanField(required=False),
        },
    )
    parameters = [*(_parameter(name, field) for name, field in chosen.base_fields.items()), *PAGING]
    parameters += [_key(key)] if key else []
    problems = _problems(404) if key else {}
    return _described(summary, f"list_{tag}", tag, parameters, {(200, "application/json"): page} | problems)


def found(shape: type[drf.Serializer], tag: str, chosen: type[Filter], summary: str) -> Callable[[Any], Any]:
    """For what is found for something that has to be given: it has no pages."""
    answer = inline_serializer(f"{shape.__name__}Answer", {"results": shape(many=True)})
    parameters = [_parameter(name, field) for name, field in chosen.base_fields.items()]
    return _described(summary, f"find_{tag}", tag, parameters, {(200, "application/json"): answer})


def detailed(
    shape: type[drf.Serializer], tag: str, key: str, summary: str, gone: type[drf.Serializer] | None = None
) -> Callable[[Any], Any]:
    """For the view of one record, found by `key`. `gone`: what a withdrawn one answers."""
    responses = {(200, "application/json"): shape} | _problems(404)
    if gone:
        responses[410, MEDIA_TYPE] = OpenApiResponse(gone, PROBLEMS[410])
    parameters = [_key(key)]
    return _described(summary, f"get_{tag}_one", tag, parameters, responses)


def proving(shape: type[drf.Serializer], name: str, summary: str, parameters: Sequence[OpenApiParameter] = ()) -> Callable[[Any], Any]:
    """For an address of the publication log."""
    return _described(summary, name, "log", list(parameters), {(200, "application/json"): shape} | _problems(404))


def _key(name: str) -> OpenApiParameter:
    return OpenApiParameter(name, str, OpenApiParameter.PATH, description=KEYS[name])


def _described(summary: str, name: str, tag: str, parameters: list[OpenApiParameter], responses: dict[Any, Any]) -> Callable[[Any], Any]:
    responses |= _problems(400) | _problems(406) | _problems(429)
    return extend_schema(
        operation_id=name, summary=summary, description=f"{summary}.", tags=[tag], parameters=parameters, responses=responses, auth=[]
    )


def _problems(status: int) -> dict[Any, Any]:
    return {(status, MEDIA_TYPE): OpenApiResponse(problem_serializers.Problem, PROBLEMS[status])}


def _parameter(name: str, field: forms.Field) -> OpenApiParameter:
    choices = [value for value, _ in getattr(field, "choices", ()) if value]
    return OpenApiParameter(name, str, description=MEANINGS[name], enum=choices or None, required=name in HAVE_TO_BE_GIVEN)


class AnyType(BaseContentNegotiation):
    """There is one form of it: whatever is asked for gets that."""

    def select_parser(self, request: HttpRequest, parsers: list[Any]) -> Any:
        return parsers[0]

    def select_renderer(self, request: HttpRequest, renderers: list[Any], format_suffix: str | None = None) -> tuple[Any, str]:
        return renderers[0], "application/json"


class OpenApi(PublicView):
    """openapi.json, made once a process."""

    schema = None
    content_negotiation_class = AnyType

    def get(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(description(), content_type="application/json")


@method_decorator(csp_update({"img-src": ["data:"]}), name="dispatch")  # Swagger UI's arrows and crosses; an image runs nothing
class Tried(SpectacularSwaggerSplitView):
    """The API in a form to try it: the form's script comes in a request of its own, as the strict policy wants it."""

    url_name = "api-openapi"
    template_name = "timeline/api_try.html"


@cache
def description() -> bytes:
    ours = [path("api/v1/", include("timeline.api.urls"))]  # left to look for itself, it reads the addresses of the editors' side too
    return OpenApiJsonRenderer().render(SchemaGenerator(patterns=ours).get_schema(request=None, public=True), renderer_context={})
