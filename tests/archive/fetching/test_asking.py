"""The body of an answer is unpacked piece by piece."""

import gzip
import zlib

import pytest

from archive.fetching import Busy
from archive.fetching.asking import PIECE, Unpacking

GZIP, DEFLATE = 31, 15


def unpacked(window: int | None, *pieces: bytes) -> bytes:
    unpacking = Unpacking(window)
    body = b"".join(part for piece in pieces for part in unpacking.take(piece))
    assert unpacking.is_whole
    return body


def test_plain_body_passes_as_it_is():
    assert unpacked(None, b"a", b"b") == b"ab"


def test_packed_body_is_unpacked_however_it_is_cut():
    packed = gzip.compress(b"words" * 1000)

    assert unpacked(GZIP, packed) == unpacked(GZIP, *(packed[at : at + 7] for at in range(0, len(packed), 7))) == b"words" * 1000


def test_second_part_of_a_packed_body_is_read_too():
    assert unpacked(GZIP, gzip.compress(b"one") + gzip.compress(b"two")) == b"onetwo"


def test_deflate_is_read_with_and_without_its_first_bytes():
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)

    assert unpacked(DEFLATE, zlib.compress(b"words")) == unpacked(DEFLATE, raw.compress(b"words") + raw.flush()) == b"words"


def test_bomb_is_never_whole_in_memory():
    parts = Unpacking(GZIP).take(gzip.compress(bytes(50 * PIECE)))

    assert {len(part) <= PIECE for part in parts} == {True}


def test_body_that_breaks_off_is_not_whole_and_a_broken_one_is_refused():
    unpacking = Unpacking(GZIP)
    list(unpacking.take(gzip.compress(b"words" * 1000)[:-5]))

    assert not unpacking.is_whole
    with pytest.raises(Busy, match="can't be unpacked"):
        list(Unpacking(GZIP).take(b"no gzip at all"))
