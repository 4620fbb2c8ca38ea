"""The files of the log: what was signed, the entries as the bytes that were hashed, and the program that checks both."""

from importlib.resources import files

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from archive.models import Checkpoint, LogEntry
from timeline.api.answers import OPEN
from timeline.log.proved import signed

MOST = 10_000  # entries of one file
FOR_EVER = "public, max-age=31536000, immutable"
TEXT = "text/plain; charset=utf-8"


def checkpoint(request: HttpRequest) -> HttpResponse:
    """The last one."""
    return _text(signed().note)


@require_safe
def checkpoint_of(request: HttpRequest, size: str) -> HttpResponse:
    """The one that was signed of so many entries; where address or key was changed since, the last of them."""
    note = Checkpoint.objects.filter(size=int(size)).values_list("note", flat=True).first()
    return _text(note)


def key(request: HttpRequest) -> HttpResponse:
    """The one that signs, and behind it those that signed before: a line each."""
    now = signed().key
    before = [named for named in settings.LOG_KEYS_BEFORE if named != now]
    return _text(now and "".join(f"{named}\n" for named in [now, *before]))


@require_safe
def entries(request: HttpRequest, first: str, end: str) -> HttpResponse:
    """Those from `first` up to `end`, which is not among them: a line each, to the byte. What was written never changes."""
    begins, ends = int(first), int(end)
    if not begins < ends <= min(begins + MOST, LogEntry.objects.size()):
        raise Http404
    rows = LogEntry.objects.between(begins, ends).values_list("entry", flat=True)
    return _given(b"".join(bytes(row) + b"\n" for row in rows), "application/x-ndjson", FOR_EVER)


def program(request: HttpRequest) -> HttpResponse:
    return _given(files("archive.log").joinpath("verifier.py").read_bytes(), "text/x-python; charset=utf-8")


def _text(body: str | None) -> HttpResponse:
    if body is None:
        raise Http404
    return _given(body.encode(), TEXT)


def _given(body: bytes, media_type: str, kept: str = "") -> HttpResponse:
    answer = HttpResponse(body, content_type=media_type, headers=OPEN)
    if kept:
        answer["Cache-Control"] = kept
    return answer
