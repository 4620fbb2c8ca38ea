"""Every request has a number: it stands in the answer (X-Request-ID), in each line of the log that it leads to, on the page of an error.

A proxy may give it, so that its own log can be held against ours. What is no plain number is replaced, for it is written into the log.
"""

import logging
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from time import perf_counter

from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)
current: ContextVar[HttpRequest | None] = ContextVar("request", default=None)
WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{7,63}")


class Numbered:
    """Stands outside of all others. With LOG_LEVEL=INFO it also writes a line for each request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        request.number = given if WELL_FORMED.fullmatch(given) else secrets.token_hex(8)
        before, began = current.set(request), perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request.number
            if logger.isEnabledFor(logging.INFO):
                told = {"request": request, "status_code": response.status_code, "ms": round((perf_counter() - began) * 1000, 1)}
                logger.info("Answered", extra=told)
            return response
        finally:
            current.reset(before)


def number_of(request: HttpRequest) -> str:
    return getattr(request, "number", "")
