"""In which encoding a reader is answered."""

import pytest

from timeline.keeping.encodings import BEST_FIRST, best_for

PAGE = "<p>Кто это сказал? Who said it?</p>".encode() * 200


@pytest.mark.parametrize(
    ("accepted", "name"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.5, gzip;q=1.0", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("gzip;q=0.8, br;q=0", "gzip"),
        ("br;q=0.000,gzip; q=0", ""),
        ("", ""),
        ("identity", ""),
        ("*", ""),
        ("brotli", ""),
        ("zstd", ""),
    ],
)
def test_shortest_that_the_reader_takes(accepted, name):
    assert best_for(accepted).name == name


@pytest.mark.parametrize("encoding", BEST_FIRST, ids=lambda one: one.name or "plain")
def test_what_is_encoded_is_read_again(encoding):
    encoded = encoding.encode(PAGE)

    assert encoding.decode(encoded) == PAGE
    assert encoding.name == "" or len(encoded) < len(PAGE) / 20


def test_encoding_the_same_gives_the_same_bytes():
    assert [one.encode(PAGE) for one in BEST_FIRST] == [one.encode(PAGE) for one in BEST_FIRST]
