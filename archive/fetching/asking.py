"""One question to one server: a plain GET on a checked line, and as much of the answer as a page may have."""

from __future__ import annotations

import contextlib
import http.client
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message

from archive.fetching.addresses import Address
from archive.fetching.connecting import TOO_SLOW, Deadline, Network, connected
from archive.fetching.unfetched import Busy, Unfetched

LARGEST = 5 * 2**20  # bytes, as sent and as unpacked
PIECE = 64 * 2**10
PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # zlib's names for them
TOO_LARGE = f"The page is larger than the {LARGEST // 2**20} MB that are fetched. Save it in a browser and capture the file."
BROKEN_OFF = "The answer of {} broke off. Try again later."
RECEIVED_WITH_BODY = (200,)


@dataclass(frozen=True)
class Received:
    status: int
    head: Message
    body: bytes


def ask(address: Address, agent: str, network: Network, deadline: Deadline, *, more: Mapping[str, str] | None = None) -> Received:
    """The answer of the server; its body where the status is 200, else none of it is read."""
    with talking(address, network, deadline) as connection:
        return _answered(connection, address, agent, more or {})


@contextlib.contextmanager
def talking(address: Address, network: Network, deadline: Deadline) -> Iterator[http.client.HTTPConnection]:
    """A connection to a checked address, around one question and its answer."""
    line = connected(address, network, deadline)
    with contextlib.closing(http.client.HTTPConnection(address.host, address.port)) as connection:
        connection.sock = line  # as much of a socket as it uses
        try:
            yield connection
        except TimeoutError as error:
            raise Busy(TOO_SLOW.format(address.host)) from error
        except (http.client.HTTPException, OSError, ValueError) as error:
            raise Busy(f"{address.host} gave no answer that a browser would understand. Try again later.") from error
        finally:
            line.hang_up()


def _answered(connection: http.client.HTTPConnection, address: Address, agent: str, more: Mapping[str, str]) -> Received:
    connection.putrequest("GET", address.target, skip_host=True, skip_accept_encoding=True)
    given = {"Host": address.place, "User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "gzip, deflate", "Connection": "close"}
    for name, value in (given | dict(more)).items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    body = b"".join(_body(answer, address)) if answer.status in RECEIVED_WITH_BODY else b""
    return Received(answer.status, answer.headers, body)


def _body(answer: http.client.HTTPResponse, address: Address) -> Iterator[bytes]:
    """The pieces of the body, unpacked, to the last one that may come."""
    packing, announced = _packing(answer, address), answer.length
    _expect_small(announced or 0)
    unpacking = Unpacking(PACKED.get(packing))
    received = unpacked = 0
    while piece := answer.read1(PIECE):
        received += len(piece)
        for part in unpacking.take(piece):
            unpacked += len(part)
            _expect_small(unpacked)
            yield part
        _expect_small(received)
    if (announced is not None and received < announced) or not unpacking.is_whole:
        raise Busy(BROKEN_OFF.format(address.host))


def _packing(answer: http.client.HTTPResponse, address: Address) -> str:
    packing = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing != "identity" and packing not in PACKED:
        raise Unfetched(f"{address.host} sends the page packed as {packing[:40]}, which was not asked for. Save it in a browser.")
    return packing


def _expect_small(size: int) -> None:
    if size > LARGEST:
        raise Unfetched(TOO_LARGE)


class Unpacking:
    """Unpacks piece by piece, so that a small bomb is never whole in memory."""

    def __init__(self, window: int | None) -> None:
        self._window = window
        self._unpacker = zlib.decompressobj(window) if window else None
        self._has_begun = False

    @property
    def is_whole(self) -> bool:
        return self._unpacker is None or self._unpacker.eof or not self._has_begun

    def take(self, piece: bytes) -> Iterator[bytes]:
        if self._unpacker is None:
            yield piece
            return
        while piece:
            yield self._next(piece)
            piece = self._rest()

    def _next(self, piece: bytes) -> bytes:
        assert self._unpacker is not None  # noqa: S101 - for the type checker
        try:
            part = self._unpacker.decompress(piece, PIECE)
        except zlib.error as error:
            if self._has_begun or self._window != PACKED["deflate"]:
                raise Busy("The page arrived packed in a way that can't be unpacked. Try again later.") from error
            self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS)  # many servers leave out the two bytes before “deflate”
            return self._after_begin(piece)
        self._has_begun = True
        return part

    def _after_begin(self, piece: bytes) -> bytes:
        self._has_begun = True
        return self._next(piece)

    def _rest(self) -> bytes:
        """What is still to be unpacked of a piece; behind the end of a part another may begin."""
        assert self._unpacker is not None  # noqa: S101 - for the type checker
        if not self._unpacker.eof:
            return self._unpacker.unconsumed_tail
        rest = self._unpacker.unused_data
        if rest and self._window == PACKED["gzip"] and rest.startswith(b"\x1f\x8b"):
            self._unpacker = zlib.decompressobj(self._window)
            return rest
        return b""
