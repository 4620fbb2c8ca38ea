"""The entries of a feed become documents."""

import pytest

from archive.reading import Unreadable, read
from tests.archive.reading.files import TODAY

pytestmark = pytest.mark.usefixtures("both_ways")

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


REFUSED = [
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
]


@pytest.mark.parametrize(("name", "raw", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_a_sentence(name: str, raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, name, today=TODAY))
