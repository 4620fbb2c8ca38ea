"""A webhook is called: signed JSON to an address of the public internet, in a few seconds, and never where it redirects."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings

from archive.alerts.signing import signed_head
from archive.errors import Refused
from archive.fetching import Unfetched
from archive.fetching.addresses import read_address
from archive.fetching.connecting import Deadline, Network, checked_ips
from archive.fetching.posting import Answered, post

SECONDS = 10.0
TOO_SLOW = "It took too long to answer."


class NotTaken(Exception):  # noqa: N818 - says what happened
    """The call did not arrive; its words are for who reads there."""


def hook_address(text: str) -> str:
    """The address of a webhook as it is called. Refuses what leads inward or could be read in two ways."""
    try:
        address = read_address(text)
        if address.is_ip:
            checked_ips(address, Network(), Deadline(SECONDS))
    except Unfetched as unfetched:
        raise Refused(str(unfetched)) from unfetched
    return address.url


@dataclass(frozen=True)
class Caller:
    """Who calls. Only tests have another network."""

    network: Network = field(default_factory=Network)

    def call(self, address: str, key: str, delivery: str, told: dict[str, Any], *, at: datetime) -> Answered:
        """The answer of a server that took it."""
        body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        agent = {"User-Agent": f"OnRecord/1.0 (+{settings.SITE_URL})", "Content-Type": "application/json"}
        try:
            answer = post(read_address(address), body, agent | signed_head(key, delivery, body, at), self.network, seconds=SECONDS)
        except Unfetched as unfetched:
            raise NotTaken(TOO_SLOW if isinstance(unfetched.__cause__, TimeoutError) else str(unfetched)) from unfetched
        if not answer.is_taken:
            raise NotTaken(f"It answered with the status {answer.status}, and not with 200 to 299.")
        return answer
