"""The answer to the address of a list in a format: `/chronology/2023/data.csv?speaker=…`.

A program is never given an empty file for a parameter that it misspelt: what is wrong is a problem that names it.
"""

import re
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from timeline.api.answers import OPEN
from timeline.api.problems import Fault, faults_of, problem
from timeline.conditional import FROM_ELSEWHERE
from timeline.formats.table import FORMATS, Format
from timeline.formats.taken import Taken
from timeline.lists.listed import Listed, listed_at
from timeline.lists.paging import CursorError
from timeline.old_addresses import leads_to


@require_safe
def take(request: HttpRequest, path: str, file: str) -> HttpResponse:
    try:
        listed = listed_at(f"/{path}", request.GET)
    except Http404:
        return _moved(request, f"/{path}", file)
    faults = faults_in(request, listed)
    if faults:
        return _refused(request, faults)
    cursor, chosen = request.GET.get("cursor", ""), FORMATS[file]
    try:
        page = listed.page(cursor, chosen.giving.most, chosen.order_of(listed))
    except CursorError as error:
        return _refused(request, [Fault("cursor", str(error), "cursor")])
    return _answer(request, chosen, Taken(listed, page, file, cursor))


def faults_in(request: HttpRequest, listed: Listed) -> list[Fault]:
    """All that is wrong with the parameters. What a link from elsewhere has put there is nobody's mistake."""
    params = {name: values for name, values in request.GET.lists() if any(values) and not FROM_ELSEWHERE.fullmatch(name)}
    known = {*listed.filter.fields, "cursor"}
    faults = [Fault(name, "This list has no such parameter.", "unknown") for name in params if name not in known]
    faults += [Fault(name, "This parameter stands here more than once.", "repeated") for name, values in params.items() if len(values) > 1]
    if listed.lacks:
        faults.append(Fault(listed.lacks, "Give the words to look for.", "required"))
    return faults + faults_of(listed.filter)


def _refused(request: HttpRequest, faults: list[Fault]) -> HttpResponse:
    names = ", ".join(dict.fromkeys(fault.parameter for fault in faults))
    detail = f"These parameters can't be answered: {names}."
    answer = problem(request, HTTPStatus.BAD_REQUEST, detail, errors=[fault._asdict() for fault in faults])
    return _open(answer)


def _moved(request: HttpRequest, path: str, file: str) -> HttpResponse:
    """An old address of a list leads on in every format: who follows a feed follows it there."""
    new_path = leads_to(path)
    if new_path is None:
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{new_path}{file}{query and '?'}{query}")


def _answer(request: HttpRequest, chosen: Format, taken: Taken) -> HttpResponse:
    body = chosen.write(taken) if request.method == "GET" else ()
    answer: HttpResponse = StreamingHttpResponse(body) if chosen.giving.is_streamed else HttpResponse(b"".join(body))
    answer["Content-Type"] = chosen.media_type
    disposition = content_disposition_header(chosen.giving.is_kept, file_name(taken))
    answer["Content-Disposition"] = disposition or "inline"
    answer["X-Robots-Tag"] = "noindex"
    if taken.next_url:
        answer["Link"] = f'<{taken.next_url}>; rel="next"'
    return _open(answer)


def _open(answer: HttpResponse) -> HttpResponse:
    """Any page on the web may read it."""
    for name, value in OPEN.items():
        answer[name] = value
    return answer


def file_name(taken: Taken) -> str:
    """chronology-2023-05-kind-direct.csv: what was taken, as a file is called."""
    query = re.sub(r"[=&+]|%[0-9A-F]{2}", "-", taken.listed.filter.query)
    whole = f"{taken.listed.path} {query}".replace("/", "-").replace(" ", "-")
    stem = re.sub("-{2,}", "-", whole).strip("-")[:100].rstrip("-")
    kind, _, ending = taken.file.partition(".")
    return f"{stem}.{ending}" if kind == "data" else f"{stem}-{kind}.{ending}"
