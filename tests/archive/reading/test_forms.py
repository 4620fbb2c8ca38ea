"""A file's first bytes tell its form, and its name where they don't."""

import gzip

import pytest

from archive.reading import form_of
from archive.reading.forms import is_source
from tests.archive.reading.files import mail_of, page_of, read_one, word_of

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
    (word_of("A"), "a", "word"),
    (b"{\\rtf1 A}", "a.doc", "rtf"),
    (b"A", "a.EML", "mail"),
    (b"A", "a.mhtml", "mail"),
    (mail_of(), "a", "mail"),
    (b"From: A\r\nDate: B\r\nMessage-ID:\r\n <c>\r\n\r\nWords", "", "mail"),
    (b"From: A\nDate: B\n\nWords", "", "text"),
    (b"Minutes\nReceived: 4 May\n\nWords", "", "text"),
]
SOURCES = [
    (page_of(), True),
    (b"  <!-- saved --><!DOCTYPE html>\n<p>A", True),
    (b"<p>The mill</p>\n<p>stays <b>here</b>.</p>\n", True),
    (b"<div class='a'><h2>A</h2><p>B</p></div>", True),
    (b"<p>The mill</p> stays, and <b>not</b> the <i>house</i>", True),
    (b"<p>One</p>", False),
    (b"<rss><item>A</item></rss>", False),
    (b"The tag <p>a</p><p>b</p><p>c</p>", False),
    (b"<Anna> It stays. <Peter> No. <Anna>", False),
    (b"", False),
]


@pytest.mark.parametrize(("raw", "told"), SOURCES, ids=range(len(SOURCES)))
def test_source_of_a_page_is_told_from_a_text(raw: bytes, told: bool) -> None:
    assert is_source(raw) is told


@pytest.mark.parametrize("name", ["a.txt", ""])
def test_source_of_a_page_in_a_text_is_read_as_the_page(name: str) -> None:
    found = read_one(b"<p>The mill</p>\n<p>stays <b>here</b> &amp; now.</p><p>Or not.</p>", name)

    assert (found.text, found.form) == ("The mill\n\nstays here & now.\n\nOr not.", "html")


@pytest.mark.parametrize(("raw", "name", "form"), TABLE)
def test_form_is_told(raw: bytes, name: str, form: str) -> None:
    assert form_of(raw, name) == form
