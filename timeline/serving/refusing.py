"""What is answered to who may not, yet: a page in words, or for programs a problem that says the same."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.api.problems import OPEN, problem


def refusal(request: HttpRequest, status: HTTPStatus, detail: str, *, for_programs: bool | None = None, **context: Any) -> HttpResponse:
    """`detail` for programs; for people the page that is named as the status is."""
    if for_programs is None:
        for_programs = request.path_info.startswith("/api/")
    if not for_programs:
        return render(request, f"{status}.html", {**context, "detail": detail}, status=status)
    answer = problem(request, status, detail)
    for name, value in OPEN.items():
        answer[name] = value
    return answer
