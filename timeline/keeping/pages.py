"""Public pages and answers of the API, kept by the archive's revision: what nobody has changed is not made again.

A page is kept under its address, the language, the revision and the release, once in each encoding that was asked for, and holds for
its day where it tells one. Only what `timeline.conditional` marks is kept, and of that only what was answered with 200: an address that
leads nowhere can be invented without end. Who has a session neither gets nor leaves a page here.
"""

import logging
from collections.abc import Callable
from hashlib import blake2b
from http import HTTPStatus
from threading import Lock
from typing import Any
from weakref import WeakValueDictionary

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from timeline.conditional import ASK_EACH_TIME, address_of, release, revision_of, today
from timeline.keeping.encodings import BEST_FIRST, Encoding, best_for
from timeline.keeping.records import VARY, Kept

logger = logging.getLogger(__name__)

A_DAY = 24 * 3600  # seconds; what nobody reads again in this time may go
ADMIN, API = "/admin/", "/api/"


class KeptPages:
    """Stands outside of all that makes an answer, so that one that is kept costs neither a session nor a look at the addresses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._guard, self._making = Lock(), WeakValueDictionary[str, Lock]()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not may_be_kept(request):
            return self.get_response(request)
        request.get_host()  # raises for a host that is not ours, as it would further in
        key, encoding = key_of(request), best_for(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        kept = find(key, encoding)
        if not kept:
            with self._lock_of(key):  # of many who ask at once for a new page, one makes it
                kept = find_in_any(key, encoding)
                if not kept:
                    return self._made(request, key, encoding)
        return kept.answer(request, encoding)

    def _made(self, request: HttpRequest, key: str, encoding: Encoding) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Cache-Control", ASK_EACH_TIME)  # also where nothing is: something may be there soon
        if response.status_code == HTTPStatus.NOT_MODIFIED:
            response.setdefault("Vary", VARY)
        if not is_to_keep(request, response):
            return response
        kept = Kept.of(response, encoding)
        keep(key, encoding, kept)
        return kept.onto(response, encoding, body=kept.body)

    def _lock_of(self, key: str) -> Lock:
        with self._guard:
            lock = self._making.get(key)
            if lock is None:
                lock = self._making[key] = Lock()
            return lock


def may_be_kept(request: HttpRequest) -> bool:
    """Whether anybody else would be answered the same."""
    if request.method not in ("GET", "HEAD") or settings.SESSION_COOKIE_NAME in request.COOKIES or request.path_info.startswith(ADMIN):
        return False
    accepted = request.META.get("HTTP_ACCEPT", "*/*")
    return "*/*" in accepted or "application/json" in accepted or not request.path_info.startswith(API)  # others the API refuses


def is_to_keep(request: HttpRequest, response: HttpResponse) -> bool:
    is_for_all = hasattr(response, "holds_on") and not response.cookies and not response.has_header("Vary")
    return is_for_all and request.method == "GET" and response.status_code == HTTPStatus.OK


def key_of(request: HttpRequest) -> str:
    """All that a page depends on, but for the day."""
    address = request.get_full_path() if request.path_info.startswith(API) else address_of(request)
    whole = f"{revision_of(request)} {release()} {get_language()} {address}"
    return blake2b(whole.encode(), digest_size=16).hexdigest()


def find(key: str, encoding: Encoding) -> Kept | None:
    record = _answered(caches["pages"].get, f"{key}.{encoding.name}")
    kept = Kept.read(record) if record else None
    return kept if kept and kept.day in ("", today().isoformat()) else None


def find_in_any(key: str, encoding: Encoding) -> Kept | None:
    """The page in this encoding, made of another one in which it is kept if need be."""
    if kept := find(key, encoding):
        return kept
    others = ((one, find(key, one)) for one in BEST_FIRST if one is not encoding)
    recoded = next((kept.recoded(one, encoding) for one, kept in others if kept), None)
    if recoded:
        keep(key, encoding, recoded)
    return recoded


def keep(key: str, encoding: Encoding, kept: Kept) -> None:
    _answered(caches["pages"].set, f"{key}.{encoding.name}", kept.written(), A_DAY)


def _answered(asked: Callable[..., Any], *told: Any) -> Any:
    """What the cache answers; nothing where it is gone, for a page can be made anew."""
    try:
        return asked(*told)
    except Exception:
        logger.exception("The cache that CACHE_URL names does not answer: pages are made anew until it does.")
        return None
