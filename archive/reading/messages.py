"""How the site and its reading process talk: a JSON object and bytes beside it, each with its length before it. Nothing is unpickled."""

from __future__ import annotations

import json
import socket
import struct
import time
from typing import Any

LENGTHS = struct.Struct(">II")
LARGEST = 128 * 2**20  # of each part of a message: twice what the largest file gives
Message = tuple[dict[str, Any], bytes]


class Overdue(Exception):  # noqa: N818 - says what happened
    """The other side did not answer in time."""


class Gone(Exception):  # noqa: N818 - says what happened
    """The other side is no more."""


def send(door: socket.socket, said: dict[str, Any], blob: bytes = b"", *, until: float | None = None) -> None:
    written = json.dumps(said).encode()  # in ASCII: lone surrogates pass
    try:
        door.settimeout(_left(until))
        door.sendall(LENGTHS.pack(len(written), len(blob)) + written + blob)
    except TimeoutError as error:
        raise Overdue from error
    except OSError as error:
        raise Gone from error


def receive(door: socket.socket, *, until: float | None = None) -> Message:
    length, beside = LENGTHS.unpack(_exactly(door, LENGTHS.size, until))
    if max(length, beside) > LARGEST:
        raise Gone  # who says so is not to be waited for any longer, nor given the memory
    written = _exactly(door, length, until)
    return json.loads(written), bytes(_exactly(door, beside, until))


def _exactly(door: socket.socket, count: int, until: float | None) -> bytearray:
    taken = bytearray(count)
    view, at = memoryview(taken), 0
    while at < count:
        try:
            door.settimeout(_left(until))
            got = door.recv_into(view[at:])
        except TimeoutError as error:
            raise Overdue from error
        except OSError as error:
            raise Gone from error
        if not got:
            raise Gone
        at += got
    return taken


def _left(until: float | None) -> float | None:
    if until is None:
        return None
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
