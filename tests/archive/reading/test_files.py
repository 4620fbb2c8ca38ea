"""Files of every form become documents: their words, their places in the source, what they say of themselves."""

import datetime
import gzip

import pytest

from archive.reading import Locator, ReadText, Refusal, Unreadable, read
from tests.archive.reading.files import WORDS, page_of, pdf_of, wacz_of, warc_of

pytestmark = pytest.mark.usefixtures("both_ways")
TODAY = datetime.date(2024, 7, 1)


def read_one(raw: bytes, name: str) -> ReadText:
    (found,) = read(raw, name, today=TODAY)
    assert isinstance(found, ReadText)
    return found


def places(found: ReadText) -> list[tuple[str, str]]:
    return [(one.words, found.text[one.start : one.end]) for one in found.locators]


# Subtitles

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>We will keep</i> the border
open

2
00:00:03,600 --> 00:00:05,000
for everybody.

3
00:01:12,000 --> 00:01:14,000
– Really?
""".replace("\n", "\r\n")
VTT = """WEBVTT - talks

NOTE not shown
at all

STYLE
::cue { color: lime }

intro
00:01.000 --> 00:03.000 align:start position:0%
<v Anna Kovaleva>We will keep the border open &amp; safe.

01:00:03.100 --> 01:00:05.000
<v Peter Marsh><c.loud>Since</c> <00:19.000>when?

01:00:05.000 --> 01:00:07.000
<v Peter Marsh>Since when?
Tell us.
"""


def test_subrip_is_read_by_breath_with_its_time_codes() -> None:
    found = read_one(SRT.encode(), "talks.srt")

    assert found.text == "We will keep the border open for everybody.\n– Really?"
    assert places(found) == [("00:00:01", "We will keep the border open"), ("00:00:03", "for everybody."), ("00:01:12", "– Really?")]
    assert (found.form, found.encoding, found.encoding_source) == ("subtitles", "utf-8", "content")


def test_webvtt_names_its_voices_and_rolls_on() -> None:
    found = read_one(VTT.encode("utf-8-sig"), "talks.vtt")

    assert found.text == "Anna Kovaleva: We will keep the border open & safe.\nPeter Marsh: Since when? Tell us."
    assert [words for words, _ in places(found)] == ["00:00:01", "01:00:03", "01:00:05"]
    assert found.encoding_source == "bom"


def test_subtitles_in_an_old_encoding_are_guessed() -> None:
    found = read_one("1\n00:00:01,000 --> 00:00:02,000\nГраница будет открыта для всех\n".encode("cp1251"), "a.srt")

    assert (found.text, found.encoding, found.encoding_source) == ("Граница будет открыта для всех", "cp1251", "guessed")


# PDF


def test_pdf_is_read_page_by_page() -> None:
    found = read_one(pdf_of(["Joint statement", "17 May 2023"], [], [WORDS]), "a.pdf")

    assert found.text == f"Joint statement\n17 May 2023\n\n\n\n{WORDS}\n\n"
    assert places(found) == [("p. 1", "Joint statement\n17 May 2023"), ("p. 3", WORDS)]


# Feeds

RSS = """<?xml version="1.0" encoding="{}"?><!-- a feed -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Вести Вальмеры</title><language>ru</language><link>https://v.example/</link>
<item><title>Граница открыта</title><link>https://v.example/1</link><pubDate>Wed, 17 May 2023 15:44:00 +0300</pubDate>
<description>Коротко.</description>
<content:encoded><![CDATA[<p>Граница <b>будет</b> открыта.</p><script>x()</script><p>Для всех.</p>]]></content:encoded></item>
<item><title>Second &amp;amp; last</title><guid>https://v.example/2</guid><dc:date>2023-05-18</dc:date></item>
<item><guid isPermaLink="false">17</guid></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Valmere News</title>
<entry><title type="html">Border &lt;i&gt;talks&lt;/i&gt;</title><link rel="self" href="https://v.example/x.atom"/><link href="/1"/>
<id>tag:v.example,2023:1</id><updated>2023-06-01T10:00:00Z</updated><published>2023-05-17T23:30:00-04:00</published>
<author><name>Peter Marsh</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; two.</p><p>Three.</p></div></content></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_rss_gives_a_document_for_each_entry_with_its_bytes(encoding: str) -> None:
    raw = RSS.format(encoding).encode(encoding)
    one, two = read(raw, "feed.xml", today=TODAY)

    assert (one.text, one.title, one.site, one.language) == (
        "Граница открыта\n\nГраница будет открыта.\n\nДля всех.", "Граница открыта", "Вести Вальмеры", "ru",
    )  # fmt: skip
    assert (one.address, one.published, one.form) == ("https://v.example/1", "2023-05-17T15:44:00+03:00", "feed")
    assert one.raw == raw[raw.index(b"<item>") : raw.index(b"</item>") + len(b"</item>")]
    assert (two.text, two.address, two.published) == ("Second & last", "https://v.example/2", "2023-05-18")


def test_atom_is_read_with_its_own_markup() -> None:
    (found,) = read(ATOM, "a.atom", today=TODAY, address="https://v.example/news.atom")

    assert (found.text, found.address) == ("Border talks\n\nOne & two.\n\nThree.", "https://v.example/1")
    assert (found.published, found.author, found.site) == ("2023-05-17T23:30:00-04:00", "Peter Marsh", "Valmere News")


def test_entry_from_the_future_has_no_date() -> None:
    feed = b"<rss><channel><item><title>A</title><pubDate>Wed, 17 May 2034 15:44:00 GMT</pubDate></item></channel></rss>"

    assert [one.published for one in read(feed, "a.rss", today=TODAY)] == [""]


# Web archives

PAGE, OTHER = "https://v.example/talks", "https://v.example/frame"
RUSSIAN = page_of("Граница", "<p>Граница будет открыта для всех, сказала Анна Ковалёва журналистам.</p>").decode().encode("cp1251")


@pytest.mark.parametrize("packed", [True, False])
def test_web_archive_gives_a_document_for_each_page(packed: bool) -> None:
    raw = warc_of(
        (PAGE, "text/html; charset=windows-1251", RUSSIAN), (OTHER, "image/png", b"x"), (OTHER, "text/html", b"<html></html>"),
        ("https://v.example/a.pdf", "application/pdf", pdf_of([WORDS])), packed=packed,
    )  # fmt: skip

    one, refusal, other = read(raw, "a.warc", today=TODAY)

    assert (one.address, one.encoding, one.encoding_source, one.seen, one.raw) == (PAGE, "cp1251", "header", "2020-03-04", RUSSIAN)
    assert one.text.startswith("Граница\nГраница будет открыта")
    assert refusal == Refusal(OTHER, "No article text is found on the page. Open it, copy its text and paste that.")
    assert (other.form, other.locators) == ("pdf", (Locator(0, len(WORDS), "p. 1"),))


def test_page_is_not_published_after_it_was_archived() -> None:
    head = '<meta name="article:published_time" content="2021-05-05">'
    (found,) = read(warc_of((PAGE, "text/html", page_of(head=head))), "a.warc.gz", today=TODAY)

    assert found.published == ""


def test_wacz_gives_the_pages_that_it_lists() -> None:
    warc = warc_of((PAGE, "text/html", page_of()), (OTHER, "text/html", page_of("An advertisement")))
    listed = '{"format": "json-pages-1.0"}\n{"url": "https://v.example/talks", "ts": "2020-03-04T10:00:00Z"}\nbroken\n'

    assert [one.address for one in read(wacz_of(warc, listed), "a.wacz", today=TODAY)] == [PAGE]
    assert [one.address for one in read(wacz_of(warc), "a.wacz", today=TODAY)] == [PAGE, OTHER]


@pytest.mark.parametrize("written", ["https://v.example/\x00talks", "https://[v.example/talks"])
def test_damaged_address_of_an_archived_page_gives_way_to_the_pages_own(written: str) -> None:
    page = page_of(head=f'<link rel="canonical" href="{PAGE}">')

    assert [one.address for one in read(warc_of((written, "text/html", page)), "a.warc", today=TODAY)] == [PAGE]
    assert [one.address for one in read(warc_of((written, "text/html", page_of())), "a.warc", today=TODAY)] == [""]


def test_damaged_canonical_address_is_passed_over() -> None:
    head = '<link rel="canonical" href="https://v.example/&#1;"><link rel="canonical" href="https://[v">'

    (found,) = read(page_of(head=f'{head}<meta property="og:url" content="{PAGE}">'), "a.html", today=TODAY)

    assert found.address == PAGE


# Refusals

REFUSED = [
    ("a.srt", b"No captions here.", "The file holds no subtitles"),
    ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n\x00", "NUL character"),
    ("a.pdf", b"%PDF-1.4\nnothing", "The PDF is damaged"),
    ("a.pdf", pdf_of([]), "The PDF holds no text"),
    ("a.rss", b"<rss><channel></channel></rss>", "No entries are found"),
    ("a.rss", b"<rss><channel><item><guid>1</guid></item></channel></rss>", "have no words"),
    ("a.rss", b"<rss><channel>", "no well-formed XML"),
    ("a.rss", b"<rss><item><title>&nbsp;</title></item></rss>", "no well-formed XML"),
    ("a.rss", b"", "no well-formed XML"),
    ("a.rss", b"<!DOCTYPE rss><rss><item><title>A</title></item></rss>", "declares a document type"),
    (
        "a.rss",
        b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><item><title>&a;</title></item></rss>',
        "declares a document type",
    ),
    ("a.rss", b"<a>" * 100, "nested more than 64 deep"),
    ("a.rss", b"<rss>" + b"<item><title>A</title></item>" * 501 + b"</rss>", "more than 500 entries"),
    ("a.warc", b"WARC/1.0\r\nbroken", "The web archive"),
    ("a.warc.gz", gzip.compress(b"WARC/1.0\r\n\r\n"), "The web archive"),
    ("a.warc", warc_of((PAGE, "image/png", b"x")), "The web archive holds no pages"),
    ("a.warc", warc_of((PAGE, "text/html", page_of()), status="404 Not Found"), "The web archive holds no pages"),
    ("a.wacz", b"PK\x03\x04broken", "The web archive is damaged"),
    ("a.wacz", wacz_of(b"")[:60], "The web archive is damaged"),
]


@pytest.mark.parametrize(("name", "raw", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_a_sentence(name: str, raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, name, today=TODAY))
