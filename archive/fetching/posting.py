"""Something is told to another server: one POST to a checked address, which is never redirected, and the first of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive.fetching.addresses import Address
from archive.fetching.asking import talking
from archive.fetching.connecting import Deadline, Network

MOST_READ = 4 * 2**10  # bytes of an answer


@dataclass(frozen=True)
class Answered:
    status: int
    body: bytes

    @property
    def is_taken(self) -> bool:
        return 200 <= self.status < 300


def post(address: Address, body: bytes, head: Mapping[str, str], network: Network, *, seconds: float) -> Answered:
    """What the server answers in this time, which includes connecting. Raises Unfetched as a visit does."""
    deadline = Deadline(seconds)
    with talking(address, network, deadline) as connection:
        connection.putrequest("POST", address.target, skip_host=True, skip_accept_encoding=True)
        given = {"Host": address.place, "Content-Length": str(len(body)), "Connection": "close"}
        for name, value in (given | dict(head)).items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return Answered(answer.status, answer.read(MOST_READ))
