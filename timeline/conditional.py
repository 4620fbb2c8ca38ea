"""A page that has not changed is not made again: the archive's revision number, this release and the address are its ETag.

Pages depend on nothing else (not on the clock, nor on who reads them), so these together name every byte of them. Those that tell the
day on which they are read have it in their ETag too.
"""

import hashlib
from collections.abc import Callable
from datetime import UTC, date
from functools import cache, wraps
from typing import Any
from zlib import crc32

from django import get_version
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.http import parse_etags

from archive.models import ArchiveState

View = Callable[..., HttpResponse]


def conditional(view: View, *, daily: bool = False) -> View:
    """The view, answering 304 to who has its page already, before any work is done. `daily`: the page tells the day."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        day = f"-{today().isoformat()}" if daily else ""
        etag = f'W/"{revision_of(request)}-{release()}-{crc32(request.get_full_path().encode()):08x}{day}"'
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            response: HttpResponse = HttpResponseNotModified()
        else:
            response = view(request, *args, **kwargs)
        if response.status_code in (200, 304):
            response["ETag"] = etag
            response["Cache-Control"] = "no-cache"  # keep it, but ask each time
        return response

    return answer


def revision_of(request: Any) -> int:
    """The archive's revision when this request came, read once."""
    if not hasattr(request, "revision"):
        request.revision = ArchiveState.current_revision()
    return request.revision


def today() -> date:
    """The day of this request, in UTC as all moments of our own clock."""
    return timezone.now().astimezone(UTC).date()


@cache
def release() -> str:
    """A name for the code, templates and settings that make the pages; read once a process."""
    digest = hashlib.sha256(f"{get_version()} {settings.SITE_NAME} {settings.SITE_URL}".encode())
    for folder, pattern in (("templates", "**/*.html"), ("timeline", "**/*.py"), ("timeline/static", "**/*.*"), ("archive", "**/*.py")):
        for file in sorted((settings.BASE_DIR / folder).glob(pattern)):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
