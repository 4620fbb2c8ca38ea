"""Errors as RFC 9457 problems: `application/problem+json`, each wrong parameter under its name."""

import json
import logging
from collections.abc import Iterable
from datetime import datetime
from http import HTTPStatus
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework.exceptions import APIException

from archive.errors import faults
from timeline.running.requests import number_of
from timeline.views.broken import come_again

MEDIA_TYPE = "application/problem+json"
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link"}  # without credentials: there are none here

logger = logging.getLogger("timeline.api")


class Fault(NamedTuple):
    """What is wrong with one parameter."""

    parameter: str
    detail: str
    code: str


class BadParameters(APIException):
    """Parameters that cannot be answered: all that are wrong, not only the first."""

    status_code = HTTPStatus.BAD_REQUEST

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(faults)
        names = ", ".join(dict.fromkeys(fault.parameter for fault in self.faults))
        super().__init__(f"These parameters can't be answered: {names}.")


class Withdrawn(APIException):
    """The record was public and was taken back: when and why, and none of its words."""

    status_code = HTTPStatus.GONE

    def __init__(self, at: datetime, revision_class: str, reason: str) -> None:
        self.members = {"withdrawn_at": at.isoformat(), "class": revision_class, "reason": reason}
        super().__init__("This statement was withdrawn.")


def faults_of(form: Form) -> list[Fault]:
    errors = form.errors.get_json_data()
    return [Fault(name, error["message"], error["code"]) for name, found in errors.items() for error in found]


def problem(request: HttpRequest, status: int, detail: str, **members: Any) -> HttpResponse:
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": int(status), "detail": detail, "instance": request.path}
    return HttpResponse(json.dumps(body | members, ensure_ascii=False), status=status, content_type=MEDIA_TYPE)


def unavailable(request: HttpRequest, fault: faults.Fault) -> HttpResponse:
    """Where the disk or the database failed."""
    return come_again(problem(request, HTTPStatus.SERVICE_UNAVAILABLE, f"{fault.told} Please try again later."))


def answer(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """What the API answers to an error (REST_FRAMEWORK["EXCEPTION_HANDLER"]). One that nobody foresaw is logged and told nothing of."""
    request: HttpRequest = context["request"]._request
    if fault := faults.fault_of(error):
        logger.error("The API could not answer %s", request.path, exc_info=error)
        return unavailable(request, fault)
    if isinstance(error, Http404):
        return problem(request, 404, str(error) or "There is nothing public at this address.")
    if isinstance(error, SuspiciousOperation):
        return problem(request, 400, "This address can't be read.")
    if isinstance(error, BadParameters):
        return problem(request, 400, str(error.detail), errors=[fault._asdict() for fault in error.faults])
    if isinstance(error, Withdrawn):
        return problem(request, 410, str(error.detail), **error.members)
    if isinstance(error, APIException):
        return problem(request, error.status_code, str(error.detail))
    if settings.DEBUG:
        return None
    logger.error("The API failed at %s", request.path, exc_info=error)
    told = "Something went wrong here. It was noted; please try again later."
    return problem(request, 500, told, request_id=number_of(request))
