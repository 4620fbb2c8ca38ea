"""A connection to the very address that was checked, which ends at its time however slowly the other side drips.

http.client and not a fuller library: those connect by name, so that the name is asked a second time after the check, and hand their
socket out only when the answer's head is whole, so that nothing can end a head that never is.
"""

from __future__ import annotations

import contextlib
import io
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import certifi

from archive.fetching.addresses import Address
from archive.fetching.networks import is_public
from archive.fetching.unfetched import Busy, Inward, Unfetched

TO_CONNECT = 5.0  # seconds for one of a name's addresses, so that time is left for the next
TOO_SLOW = "{} took too long to answer. Try again later, or save the page in a browser and capture the file."


class Deadline:
    """The moment at which everything about one visit is over."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def ask_name_server(host: str, port: int, seconds: float) -> Sequence[str]:
    """The addresses of a name, asked for in a thread of its own: the system's call knows no time limit."""
    answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put([str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)])
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty as error:
        raise TimeoutError from error
    if isinstance(answer, Exception):
        raise answer
    return answer


def trusted() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


@dataclass(frozen=True)
class Network:
    """How names are resolved, which IP addresses may be connected to, and how. Only tests have one that is not this."""

    resolve: Callable[[str, int, float], Sequence[str]] = ask_name_server
    allowed: Callable[[str], bool] = is_public
    connect: Callable[[tuple[str, int], float], socket.socket] = socket.create_connection
    context: Callable[[], ssl.SSLContext] = field(default=trusted)


def connected(address: Address, network: Network, deadline: Deadline) -> Line:
    """A line to the first of the host's addresses that answers, all of which are public."""
    checked = checked_ips(address, network, deadline)
    line = _to_one_of(checked, address, network, deadline)
    return Line(_secured(line, address, network, deadline) if address.scheme == "https" else line, deadline)


def checked_ips(address: Address, network: Network, deadline: Deadline) -> list[str]:
    """Resolved once; none if a single one of them leads inward, since nobody can tell which of them is meant."""
    found = [address.host] if address.is_ip else _resolved(address, network, deadline)
    ips = list(dict.fromkeys(found))
    inward = [ip for ip in ips if not network.allowed(ip)]
    if inward:
        raise Inward(f"{address.host} leads to {inward[0]}, which is no address of the public internet.")
    if not ips:
        raise Busy(f"The name {address.host} leads nowhere. Check its spelling.")
    return ips


def _resolved(address: Address, network: Network, deadline: Deadline) -> Sequence[str]:
    try:
        return network.resolve(address.host, address.port, deadline.left())
    except TimeoutError as error:
        raise Busy(f"No name server told in time where {address.host} is. Try again later.") from error
    except (OSError, UnicodeError) as error:
        raise Busy(f"The name {address.host} was not found. Check its spelling, and that this machine has a network.") from error


def _to_one_of(ips: Sequence[str], address: Address, network: Network, deadline: Deadline) -> socket.socket:
    for ip in ips:
        with contextlib.suppress(OSError):
            return network.connect((ip, address.port), min(TO_CONNECT, deadline.left()))
    raise Busy(f"{address.host} could not be reached. Try again later.")


def _secured(line: socket.socket, address: Address, network: Network, deadline: Deadline) -> ssl.SSLSocket:
    """TLS with the name of the host, whose certificate has to be the name's own."""
    try:
        line.settimeout(deadline.left())
        return network.context().wrap_socket(line, server_hostname=address.host)
    except ssl.SSLCertVerificationError as error:
        line.close()
        raise Unfetched(f"{address.host} can't show that it is {address.host}: {error.verify_message}.") from error
    except TimeoutError as error:
        line.close()
        raise Busy(TOO_SLOW.format(address.host)) from error
    except OSError as error:
        line.close()
        raise Busy(f"No secure connection to {address.host} came about. Try again later.") from error


class Line:
    """As much of a socket as http.client uses. Whatever it waits for, it waits no longer than until the deadline."""

    def __init__(self, line: socket.socket, deadline: Deadline) -> None:
        self._line, self._deadline = line, deadline

    def sendall(self, data: bytes) -> None:
        self._line.settimeout(self._deadline.left())
        self._line.sendall(data)

    def makefile(self, *_: Any) -> io.BufferedReader:
        return io.BufferedReader(Incoming(self._line, self._deadline))

    def close(self) -> None:
        """http.client calls this when it has the head of an answer, while the body is still to come."""

    def hang_up(self) -> None:
        self._line.close()


class Incoming(io.RawIOBase):
    """What comes in on a line, up to the deadline."""

    def __init__(self, line: socket.socket, deadline: Deadline) -> None:
        self._line, self._deadline = line, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._line.settimeout(self._deadline.left())
        return self._line.recv_into(buffer)
