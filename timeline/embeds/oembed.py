"""oEmbed 1.0 (https://oembed.com): for the address of a statement or a claim the frame that shows it, for sites that ask for themselves."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from timeline.conditional import today
from timeline.embeds import frames
from timeline.embeds.frames import WIDTH, Frame
from timeline.lists.claims import public_claim
from timeline.old_addresses import is_ours, leads_to
from timeline.record import citing, single

CACHE_AGE = 24 * 3600  # seconds; what the frame shows is of today anyway
Found = tuple[Frame, dict[str, str]]  # the frame, and who is behind it


def answer(request: HttpRequest) -> HttpResponse:
    asked = request.GET
    if asked.get("format", "json") != "json":
        return _refused(HTTPStatus.NOT_IMPLEMENTED, _("Only format=json is answered here."))
    if not asked.get("url"):
        return _refused(HTTPStatus.BAD_REQUEST, _("Give the address of a statement or a claim: /oembed?url=…"))
    try:
        most = [int(asked.get(name) or 0) for name in ("maxwidth", "maxheight")]
    except ValueError:
        return _refused(HTTPStatus.BAD_REQUEST, _("maxwidth and maxheight are whole numbers of pixels."))
    found = found_at(asked["url"])
    if found is None:
        return _refused(HTTPStatus.NOT_FOUND, _("No public statement or claim of this site has that address."))
    return JsonResponse(_rich(*found, *most), headers={"Access-Control-Allow-Origin": "*"})


def found_at(url: str) -> Found | None:
    """What stands at an address of ours, also at one that leads to another today."""
    try:
        parts = urlsplit(url)
    except ValueError:  # no address at all
        return None
    if not is_ours(parts.netloc):
        return None
    path = unquote(parts.path)
    try:
        match = resolve(leads_to(path, parts.path) or path)
    except Resolver404:
        return None
    of = FRAMED.get(match.url_name or "")
    return of(**match.kwargs) if of else None


def _statement(public_id: str) -> Found | None:
    row = single.statement_of(public_id)
    if row is None:
        return None
    told = citing.cited(row, today())
    return frames.of_statement(row, citing.credit(told)), {"author_name": told.who}


def _claim(slug: str) -> Found | None:
    row = public_claim(slug)
    return (frames.of_claim(row), {}) if row else None


FRAMED: dict[str, Callable[..., Found | None]] = {"statement": _statement, "claim": _claim}


def _rich(frame: Frame, author: dict[str, str], most_wide: int, most_high: int) -> dict[str, Any]:
    width = min(WIDTH, most_wide) if most_wide > 0 else WIDTH
    height = min(frame.height(width), most_high) if most_high > 0 else frame.height(width)
    return {
        "type": "rich",
        "version": "1.0",
        "title": frame.title,
        **author,
        "provider_name": settings.SITE_NAME,
        "provider_url": settings.SITE_URL,
        "cache_age": CACHE_AGE,
        "html": frame.html(width, height),
        "width": width,
        "height": height,
    }


def _refused(status: HTTPStatus, words: str) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
