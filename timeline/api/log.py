"""The publication log for programs: how far it was signed, and the proofs that something stands in it and that it only grew."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema_view

from archive.log import proofs
from archive.models import LogEntry, Statement
from timeline.api import log_serializers
from timeline.api.answers import PublicView, answer
from timeline.api.problems import BadParameters, Fault
from timeline.api.schema import proving
from timeline.api.shapes import site_url
from timeline.log.proved import last_entry, proofs_at, proofs_of, signed, written

LONGEST = 15  # digits of a number of entries
SIZE = {"type": "integer", "minimum": 0}


@extend_schema_view(get=proving(log_serializers.Log, "get_log", "The log as it stands, and what was signed of it last"))
class Log(PublicView):
    def get(self, request: HttpRequest) -> HttpResponse:
        return answer({"entries": LogEntry.objects.size(), "signed": signed().told, "program": site_url(reverse("verifier"))})


INDEX = [OpenApiParameter("index", int, OpenApiParameter.PATH, description="The place of an entry, from 0 on.")]


@extend_schema_view(
    get=proving(log_serializers.EntryProof, "get_log_entry", "An entry of the log, and the proof that it was signed", INDEX)
)
class Entry(PublicView):
    def get(self, request: HttpRequest, index: str) -> HttpResponse:
        state = signed()
        found = proofs_at([int(index)], state)
        if not found:
            raise Http404
        return answer(found[int(index)] | {"signed": state.told})


SIZES = [
    OpenApiParameter("from", SIZE, required=True, description="How many entries an earlier checkpoint was of."),
    OpenApiParameter("to", SIZE, required=True, description="How many a later one was of."),
]


@extend_schema_view(
    get=proving(
        log_serializers.Consistency, "get_log_consistency", "The proof that one state of the log is the beginning of another", SIZES
    )
)
class Consistency(PublicView):
    def get(self, request: HttpRequest) -> HttpResponse:
        old, new = _size(request, "from"), _size(request, "to")
        if not old <= new <= LogEntry.objects.size():
            raise BadParameters([Fault("to", "From must not lie behind to, nor to behind the last entry.", "invalid")])
        return answer({"from": old, "to": new, "path": written(proofs.consistency(old, new))})


def _size(request: HttpRequest, name: str) -> int:
    given = request.GET.get(name, "")
    if not (given.isascii() and given.isdecimal() and len(given) <= LONGEST):
        raise BadParameters([Fault(name, "Give a number of entries.", "invalid")])
    return int(given)


ID = [OpenApiParameter("public_id", str, OpenApiParameter.PATH, description="The record's id.")]


@extend_schema_view(get=proving(log_serializers.Proof, "get_statement_proof", "All versions of a statement in the log", ID))
class Proof(PublicView):
    """Of one that was withdrawn too: none of its words are in an entry, nor in what is shown of it."""

    def get(self, request: HttpRequest, public_id: str) -> HttpResponse:
        row = (Statement.objects.public() | Statement.objects.withdrawn()).filter(public_id=public_id).values_list("pk").first()
        if row is None:
            raise Http404
        state = signed()
        return answer({"id": public_id, "proofs": proofs_of("statement", row, state).get(row[0], []), **state.told})


def last_place(public_id: str) -> dict[str, Any] | None:
    """Where the last version of a statement stands in the log."""
    found = last_entry(public_id)
    return found and {"index": found.index, "hash": found.hash, "proof": site_url(reverse("api-proof", args=[public_id]))}
