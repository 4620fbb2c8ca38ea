"""A page that has not changed is not sent again: the archive's revision number, this release and the address are its ETag.

Pages depend on nothing else (not on the clock, nor on who reads them), so these together name every byte of them. Those that tell the
day on which they are read have it in their ETag too.
"""

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, date
from functools import cache, wraps
from typing import Any
from zlib import crc32

from django import get_version
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseNotModified
from django.utils import timezone
from django.utils.http import parse_etags, urlencode

from archive.models import ArchiveState

ASK_EACH_TIME = "public, no-cache"  # whoever likes may keep it, and asks each time before he gives it: a correction is seen at once
KEPT_BY_NOBODY = "no-store"  # of an answer to what somebody typed that may be his own
FROM_ELSEWHERE = re.compile("utm_.*|(fb|g|d|y|ys)clid|[gw]braid|msclkid|mc_[ce]id|igshid")  # put on by whoever sent a reader here
MADE_OF = ("requirements.txt", "templates/**/*.html", "timeline/**/*.py", "timeline/static/**/*.*", "archive/**/*.py")
View = Callable[..., HttpResponse]


def conditional(view: View, *, daily: bool = False, also: tuple[str, ...] = ()) -> View:
    """The view, answering 304 to who has its page already, before any work is done. `daily`: the page tells the day; `also`: methods that
    it takes beside those that only read."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD", *also):
            return HttpResponseNotAllowed(["GET", "HEAD", *also])
        day = today().isoformat() if daily else ""
        etag = f'W/"{revision_of(request)}-{release()}-{crc32(address_of(request).encode()):08x}{day and "-"}{day}"'
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            response: HttpResponse = HttpResponseNotModified()
        else:
            response = view(request, *args, **kwargs)
        if response.status_code in (200, 304):
            response["ETag"] = etag
            response["Cache-Control"] = ASK_EACH_TIME
            if not response.streaming:
                response.holds_on = day  # so that it is kept: see timeline.keeping
        return response

    return answer


def revision_of(request: HttpRequest) -> str:
    """The archive's revision as this request found it, asked once."""
    if not hasattr(request, "revision"):
        request.revision = ArchiveState.current()
    return request.revision


def address_of(request: HttpRequest) -> str:
    """The address of a page without what changes nothing in it: empty fields of a form, their order, and where its reader comes from.

    A page reads the last of several parameters of one name; an address with such ones stays as it is.
    """
    if not request.META.get("QUERY_STRING"):
        return request.path
    given = list(request.GET.lists())
    if any(len(values) > 1 for _, values in given):
        return request.get_full_path()
    asked = urlencode(sorted((name, value) for name, (value,) in given if value and not FROM_ELSEWHERE.fullmatch(name)))
    return f"{request.path}?{asked}" if asked else request.path


def today() -> date:
    """The day of this request, in UTC as all moments of our own clock."""
    return timezone.now().astimezone(UTC).date()


def _about() -> str:
    return " ".join((settings.RUN_BY, settings.CONTACT, settings.LICENCE, settings.LICENCE_URL, *settings.LOG_KEYS_BEFORE))


@cache
def release() -> str:
    """A name for the code, templates and settings that make the pages; read once a process."""
    digest = hashlib.sha256(f"{get_version()} {settings.SITE_NAME} {settings.SITE_URL} {_about()}".encode())
    for pattern in MADE_OF:
        for file in sorted(settings.BASE_DIR.glob(pattern)):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
