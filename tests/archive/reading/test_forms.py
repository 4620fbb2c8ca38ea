"""A file's first bytes tell its form, and its name where they don't."""

import gzip

import pytest

from archive.reading import form_of

TABLE = [
    (b"A text.", "a.txt", "text"),
    (b"# A text", "a.md", "text"),
    (b"A text.", "", "text"),
    (b"", "", "text"),
    (b"<html>", "a.txt", "text"),
    (b"1\n00:00:01,000 --> 00:00:02,000\nA", "a.srt", "subtitles"),
    (b"\xef\xbb\xbfWEBVTT\n", "a.txt", "subtitles"),
    (b"A", "a.HTM", "html"),
    (b"\xef\xbb\xbf\n<!-- saved -->\n<!DOCTYPE html>", "page", "html"),
    (b"<?xml version='1.0'?><html>", "", "html"),
    ("\ufeff<html>".encode("utf-16-le"), "", "html"),
    (b"<?xml version='1.0'?><!-- a --><rss>", "news.xml", "feed"),
    (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "", "feed"),
    (b"A", "a.atom", "feed"),
    (b"%PDF-1.7", "a.txt", "pdf"),
    (b"WARC/1.0\r\n", "a", "warc"),
    (gzip.compress(b"WARC/1.1\r\n", mtime=0), "a.warc.gz", "warc"),
    (gzip.compress(b"A text", mtime=0), "a.gz", "text"),
    (b"PK\x03\x04", "a.wacz", "wacz"),
]


@pytest.mark.parametrize(("raw", "name", "form"), TABLE)
def test_form_is_told(raw: bytes, name: str, form: str) -> None:
    assert form_of(raw, name) == form
