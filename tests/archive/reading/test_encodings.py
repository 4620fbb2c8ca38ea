"""Bytes become letters by their mark, their header, the page's own word or what they are; and it is kept which."""

import pytest

from archive.reading import ReadText, read
from archive.reading.encodings import Decoded, decode
from tests.archive.reading.files import TODAY

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


PAGE = "<html><head><meta charset={}></head><body><p>Мельница стоит у реки, и никто её не продаёт.</p></body></html>"
CHOSEN = [
    (PAGE.format("koi8-r").encode("koi8-r"), "cp1251"),
    (PAGE.format("windows-1251").encode("cp1251"), "koi8-r"),
    (PAGE.format("utf-8").encode(), "cp1251"),
    (PAGE.format("utf-8").encode("cp866"), "cp866"),
    (PAGE.format("unknown").encode("koi8-r"), "koi8-r"),
]


@pytest.mark.parametrize(("raw", "chosen"), CHOSEN, ids=range(len(CHOSEN)))
def test_page_that_says_truly_how_it_is_written_is_believed_before_who_brings_it(raw: bytes, chosen: str) -> None:
    found = [*read(raw, "a.html", today=TODAY, charset=chosen), *read(raw, "a.txt", today=TODAY, charset=chosen)]

    assert ["Мельница стоит" in one.text for one in found if isinstance(one, ReadText)] == [True, True]
