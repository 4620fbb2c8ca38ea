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


GULL = "A gull watches the last ferry leave the pier in the rain. " * 5
BESIDE = f"""<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><itunes:title>Harbour radio</itunes:title><title>Valmere News</title><atom:link rel="self" href="https://v.example/feed"/>
<item><media:group><media:title>Two gulls</media:title><media:description>{GULL}</media:description></media:group>
<itunes:title>Part 4</itunes:title><media:title>A gull</media:title><title>The fee stays</title><dc:title>Record 12</dc:title>
<itunes:author>Studio</itunes:author><media:description>{GULL}</media:description><itunes:summary>{GULL}</itunes:summary>
<description>Anna Holt said that it stays.</description><dc:creator>Peter Marsh</dc:creator>
<media:content url="x"><media:title>Three gulls</media:title></media:content></item></channel></rss>"""


def test_elements_of_other_vocabularies_tell_of_what_stands_beside_the_entry() -> None:
    (found,) = read(BESIDE.encode(), "a.rss", today=TODAY)

    assert (found.text, found.title) == ("The fee stays\n\nAnna Holt said that it stays.", "The fee stays")
    assert (found.site, found.author) == ("Valmere News", "Peter Marsh")


OLD_RSS = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Valmere News</title></channel>
<item><title>The fee stays</title><link>https://v.example/1</link><dc:date>2023-05-18</dc:date></item></rdf:RDF>"""


def test_feed_of_a_vocabulary_of_its_own_is_read() -> None:
    (found,) = read(OLD_RSS, "a.rdf", today=TODAY)

    assert (found.text, found.site) == ("The fee stays", "Valmere News")
    assert (found.address, found.published) == ("https://v.example/1", "2023-05-18")


BASES = [
    (
        '<feed xml:base="https://v.example/news/"><entry><title>A</title><link href="1.html"/></entry></feed>',
        "https://v.example/news/1.html",
    ),
    (
        '<feed xml:base="/news/"><entry xml:base="old/"><title>A</title><link href="1.html"/></entry></feed>',
        "https://f.example/news/old/1.html",
    ),
    ('<feed><entry xml:base="https://v.example/a/"><title>A</title></entry><entry><title>A</title><link href="1"/></entry></feed>', ""),
    ('<rss xml:base="https://v.example/news/"><item><title>A</title><link>1.html</link></item></rss>', "https://v.example/news/1.html"),
    ('<rss><item><title>A</title><link xml:base="https://v.example/b/"> 1.html </link></item></rss>', "https://v.example/b/1.html"),
    ('<rss><item xml:base="mailto:x"><title>A</title><link>/1.html</link></item></rss>', "https://f.example/1.html"),
]


@pytest.mark.parametrize(("feed", "address"), BASES, ids=range(len(BASES)))
def test_link_is_taken_from_where_its_element_says(feed: str, address: str) -> None:
    found = next(iter(read(feed.encode(), "a.atom", today=TODAY, address="https://f.example/all.atom")))

    assert found.address == address


def test_link_in_a_file_is_taken_from_the_address_of_the_site() -> None:
    feed = b"<rss><channel><link>https://v.example/</link><item><title>A</title><link>news/1</link></item></channel></rss>"

    assert [one.address for one in read(feed, "a.rss", today=TODAY)] == ["https://v.example/news/1"]


UNSURE = "<rss><channel><language>en-us</language>{}</channel></rss>"
DATED = "<item><title>A</title><pubDate>{}</pubDate></item>"
SEVERAL_DATES = [
    (["04/05/2019 08:57 AM"], [("", ["2019-05-04T08:57:00", "2019-04-05T08:57:00"])]),
    (["03-04-19"], [("", ["2019-04-03", "2019-03-04"])]),
    (["04/05/2019", "25/05/2019"], [("2019-05-04", []), ("2019-05-25", [])]),
    (["04/05/2019", "05/25/2019"], [("2019-04-05", []), ("2019-05-25", [])]),
    (["04/05/2019", "05/25/2019", "25/05/2019"], [("", ["2019-05-04", "2019-04-05"]), ("2019-05-25", []), ("2019-05-25", [])]),
    (["04/05/2019</pubDate><created>2019-04-05</created><pubDate>"], [("2019-04-05", [])]),
    (["05/05/2019", "04.05.2019"], [("2019-05-05", []), ("2019-05-04", [])]),
]


@pytest.mark.parametrize(("dates", "told"), SEVERAL_DATES, ids=range(len(SEVERAL_DATES)))
def test_date_that_can_be_two_days_is_taken_as_the_others_are_written_or_not_at_all(dates: list[str], told: list[object]) -> None:
    found = list(read(UNSURE.format("".join(map(DATED.format, dates))).encode(), "a.rss", today=TODAY))

    assert [(one.published, [reading.edtf for reading in one.published_readings]) for one in found] == told


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
