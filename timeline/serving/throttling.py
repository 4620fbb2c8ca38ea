"""How often one network may ask. What is counted is a keyed mark of the network, for an hour or a day, and not its address."""

import ipaddress
from collections.abc import Mapping
from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

HOUR, DAY = 3600, 24 * 3600
SHORTEST_PREFIX = 64  # of IPv6: one household has that many addresses


def may_ask(request: HttpRequest, what: str, most: Mapping[int, int], at: datetime | None = None) -> bool:
    """Whether the network asked for this at most so many times within so many seconds, this time counted."""
    moment = int((at or timezone.now()).timestamp())
    mark = salted_hmac("timeline.network", network_of(request)).hexdigest()
    counts = {seconds: _counted(f"{what}-{mark}-{seconds}-{moment // seconds}", seconds) for seconds in most}
    return all(count <= most[seconds] for seconds, count in counts.items())


def _counted(key: str, seconds: int) -> int:
    count = int(cache.get(key, 0)) + 1
    cache.set(key, count, seconds)
    return count


def network_of(request: HttpRequest) -> str:
    """Where a request comes from. Behind a proxy on this machine that is what the proxy says last."""
    given = request.META.get("REMOTE_ADDR", "")
    if _is_here(given):
        given = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or given
    try:
        address = ipaddress.ip_address(given)
    except ValueError:
        return ""
    return str(ipaddress.ip_network((address, SHORTEST_PREFIX), strict=False)) if address.version == 6 else str(address)


def _is_here(given: str) -> bool:
    try:
        return ipaddress.ip_address(given).is_loopback
    except ValueError:
        return True  # a socket of this machine
