"""How often one network may ask. What is counted is a keyed mark of the network, for a minute, an hour or a day, and not its address.

A page that is kept, and one that its reader has already, is answered before anything is counted here.
"""

import ipaddress
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from timeline.conditional import FROM_ELSEWHERE
from timeline.serving.counts import counted_in_file
from timeline.serving.refusing import refusal

MINUTE, HOUR, DAY = 60, 3600, 24 * 3600
SHORTEST_PREFIX = 64  # of IPv6: one household has that many addresses
UNREADABLE = "unreadable"  # all whose proxy says what is no address, counted as one network
DEAR = {MINUTE: 60}  # answers that are looked for, of one network
DEAR_OF_A_PERSON = {MINUTE: 300}  # of somebody who is signed in
WHOLE_FILES = {HOUR: 30}  # lists of statements begun to be taken away; their further parts are dear ones
PLACING = {"cursor", "page_size", "order", "dates"}  # parameters that look for nothing
FREE = {"q", "like", "count", "said_from", "said_to"}  # whatever anybody types: no list of it is kept beforehand
View = Callable[..., HttpResponse]


def may_ask(request: HttpRequest, what: str, most: Mapping[int, int], at: datetime | None = None) -> bool:
    """Whether the network asked for this at most so many times within so many seconds, this time counted."""
    return not seconds_to_wait(network_of(request), what, most, at)


def seconds_to_wait(who: str, what: str, most: Mapping[int, int], at: datetime | None = None) -> int:
    """Until they may ask for this again; none where they may now, which is counted."""
    moment = int((at or timezone.now()).timestamp())
    mark = salted_hmac("timeline.network", who).hexdigest()
    counts = {seconds: _counted(f"{what}-{seconds}", mark, moment // seconds, seconds) for seconds in most}
    return max((seconds - moment % seconds for seconds, count in counts.items() if count > most[seconds]), default=0)


def _counted(what: str, mark: str, window: int, seconds: int) -> int:
    """With this time. In the cache that several machines share, where there is one; else in files of this machine."""
    if not settings.CACHE_URL:
        return counted_in_file(settings.VAR_DIR / "counts" / what, mark, window)
    key = f"{what}-{mark}-{window}"
    return 1 if cache.add(key, 1, seconds) else int(cache.incr(key))


# Who asks


def network_of(request: HttpRequest) -> str:
    """Where a request comes from. Of a proxy's requests that is what the proxy itself says, which stands last; nothing is somebody at the
    machine itself, by a socket."""
    given = request.META.get("REMOTE_ADDR", "")
    if _is_proxy(given):
        given = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or given
    address = _read(given)
    if address is None:
        return UNREADABLE if given else ""
    if address.version == 6 and not address.is_loopback:
        return str(ipaddress.ip_network((address, SHORTEST_PREFIX), strict=False))
    return str(address)


def _read(given: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Without the port and the interface that some proxies add, and of IPv4 as such where it is written as IPv6."""
    if given.startswith("["):
        given = given[1:].partition("]")[0]
    elif given.count(":") == 1:
        given = given.partition(":")[0]
    try:
        address = ipaddress.ip_address(given.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_proxy(given: str) -> bool:
    """This machine, a socket of it, or what FORWARDED_ALLOW_IPS names: gunicorn takes the word of the same ones on https."""
    address = _read(given)
    return address is None or address.is_loopback or not {given, str(address)}.isdisjoint(settings.FORWARDED_ALLOW_IPS)


def address_of_network(request: HttpRequest) -> str | None:
    """As one address, for a column of them."""
    address = _read(network_of(request).partition("/")[0])
    return str(address) if address else None


def _is_this_machine(network: str) -> bool:
    """Somebody at the machine itself, without a proxy between: `run.py`."""
    return network in ("", "::1") or network.startswith("127.")


# What is dear


def dear(view: View) -> View:
    """The view, for who asks much of it not too often. Stands within `conditional`, so that a 304 is never counted."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return refused_for_now(request) or view(request, *args, **kwargs)

    return answer


def always_dear(view: View) -> View:
    """The same of what programs take away piece by piece, by whatever address."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return refused_for_now(request, always=True, for_programs=True) or view(request, *args, **kwargs)

    return answer


def dear_file(view: View) -> View:
    """The same of files: whoever begins one is counted by the hour too."""

    @wraps(view)
    def answer(request: HttpRequest, path: str, file: str) -> HttpResponse:
        is_begun = file.startswith(("data.", "dossier.")) and not request.GET.get("cursor")
        refused = refused_for_now(request, always=True, for_programs=True)
        return refused or (is_begun and _too_many_files(request)) or view(request, path, file)

    return answer


def refused_for_now(request: HttpRequest, *, always: bool = False, for_programs: bool | None = None) -> HttpResponse | None:
    """The refusal where who asks for what has to be looked for asked too often."""
    if not (always or asks_much(request)):
        return None
    person = _person(request)
    most = DEAR_OF_A_PERSON if person else DEAR
    return _refused(request, person, "dear", most, for_programs)


def _too_many_files(request: HttpRequest) -> HttpResponse | None:
    person = _person(request)
    return None if person else _refused(request, person, "files", WHOLE_FILES, True)


def _refused(request: HttpRequest, person: str, what: str, most: Mapping[int, int], for_programs: bool | None) -> HttpResponse | None:
    network = network_of(request)
    wait = 0 if _is_this_machine(network) else seconds_to_wait(person or network, what, most)
    if not wait:
        return None
    told = _("Your network asked for a lot within a short time. Ask again in %(count)s seconds.") % {"count": wait}
    whole = _("Whole lists are files: they are told of at %(address)s.") % {"address": f"{settings.SITE_URL}{reverse('data')}"}
    answer = refusal(request, HTTPStatus.TOO_MANY_REQUESTS, f"{told} {whole}", for_programs=for_programs, told=told)
    answer["Retry-After"], answer["Cache-Control"] = str(wait), "no-store"
    return answer


def _person(request: HttpRequest) -> str:
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return f"person {request.user.pk}" if has_session and request.user.is_authenticated else ""


def asks_much(request: HttpRequest) -> bool:
    """Words, a meaning or days to be looked for, or several conditions at once; one condition out of a list is a list that is kept."""
    if not request.META.get("QUERY_STRING"):
        return False
    given = {name for name, values in request.GET.lists() if any(values) and not FROM_ELSEWHERE.fullmatch(name)} - PLACING
    return bool(FREE & given) or len(given) > 1
