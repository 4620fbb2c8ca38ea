"""Bytes become letters by their mark, their header, the page's own word or what they are; and it is kept which."""

import pytest

from archive.reading.encodings import Decoded, decode

WORD = "Сергей вчера сказал, что граница открыта"
META = '<meta charset="{}">'
TABLE = [
    (WORD.encode("utf-8-sig"), "windows-1251", "utf-8-sig", "bom"),
    (f"\ufeff{WORD}".encode("utf-16-le"), "", "utf-16", "bom"),
    (f"\ufeff{WORD}".encode("utf-16-be"), "", "utf-16", "bom"),
    (WORD.encode("cp1251"), "windows-1251", "cp1251", "header"),
    ((META.format("utf-8") + WORD).encode("koi8-r"), "KOI8-R", "koi8-r", "header"),
    ((META.format("windows-1251") + WORD).encode("cp1251"), "", "cp1251", "meta"),
    (('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">' + WORD).encode("koi8-r"), "", "koi8-r", "meta"),
    (('<?xml version="1.0" encoding="windows-1251"?>' + WORD).encode("cp1251"), "", "cp1251", "meta"),
    ((META.format("windows-1251") + WORD).encode(), "", "utf-8", "content"),
    ((META.format("utf-8") + WORD).encode(), "", "utf-8", "meta"),
    (WORD.encode(), "utf-8", "utf-8", "header"),
    (WORD.encode("cp1251"), "", "cp1251", "guessed"),
    (WORD.encode("koi8-r"), "", "koi8-r", "guessed"),
    ("Über die Grenze hinaus, für alle".encode("cp1252"), "", "cp1252", "guessed"),
    ((META.format("utf-8") + WORD).encode("cp1251"), "", "cp1251", "guessed"),
    (("Die Brücke “bleibt” offen").encode("cp1252"), "iso-8859-1", "cp1252", "header"),
    ((META.format("utf-16") + WORD).encode(), "", "utf-8", "meta"),
    ((META.format("rot13") + WORD).encode(), "", "utf-8", "content"),
    ((META.format("unicode_escape") + WORD).encode(), "zlib", "utf-8", "content"),
    (b"plain", "", "utf-8", "content"),
]


@pytest.mark.parametrize(("raw", "header", "encoding", "source"), TABLE)
def test_encoding_is_told(raw: bytes, header: str, encoding: str, source: str) -> None:
    found = decode(raw, header)

    assert (found.encoding, found.source, "\ufffd" in found.text) == (encoding, source, False)


def test_few_broken_bytes_do_not_change_what_is_declared() -> None:
    raw = (META.format("utf-8") + 10 * WORD).encode() + b"\xff"

    assert decode(raw) == Decoded(META.format("utf-8") + 10 * WORD + "\ufffd", "utf-8", "meta")
