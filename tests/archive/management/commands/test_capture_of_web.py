"""`capture` of addresses, feeds and web archives: a line for each, and only where the settings allow it."""

import pytest

from archive.models import Document, Event
from tests import factories as make
from tests.archive.fetching.serving import answer, serving
from tests.archive.management.commands.test_capture import run
from tests.archive.pages import feed, pace_to, page
from tests.archive.reading.files import page_of, warc_of

pytestmark = pytest.mark.django_db


def test_page_is_captured_by_its_address_and_each_refusal_is_a_line():
    outlet = make.make_outlet("Coastal News")
    with serving({"/a": answer(page())}) as site:
        lines = run(
            "--url", "http://coastal.example/a?utm_source=x", "--url", "http://10.0.0.1/", "--outlet", outlet.name, pace=pace_to(site)
        )

    document = Document.objects.get()
    assert lines == [
        f"captured {document.public_id}: http://coastal.example/a?utm_source=x, Coastal News",
        "refused http://10.0.0.1/: 10.0.0.1 leads to 10.0.0.1, which is no address of the public internet.",
        "1: 1 of 2 refused; the others are in the archive.",
    ]
    assert document.article.url == "http://coastal.example/a"


def test_feed_is_captured_once():
    listed = feed(("http://coastal.example/a", "A"), ("http://10.0.0.1/", "B"))
    with serving({"/rss": answer(listed, 'ETag: "1"'), "/a": answer(page())}) as site:
        first = run("--feed", "http://coastal.example/rss", "--outlet", "Coastal News", pace=pace_to(site))
        site.pages["/rss"] = answer(b"", status="304 Not Modified")
        again = run("--feed", "http://coastal.example/rss", pace=pace_to(site))

    document = Document.objects.get()
    assert first == [
        f"captured {document.public_id}: http://coastal.example/a",
        "refused http://10.0.0.1/: 10.0.0.1 leads to 10.0.0.1, which is no address of the public internet.",
        "1: 1 of 2 refused; the others are in the archive.",
    ]
    assert again == ["unchanged http://coastal.example/rss"]
    assert document.outlet.name == "Coastal News"


@pytest.mark.parametrize("option", ["--url", "--feed"])
def test_nothing_is_fetched_unless_the_settings_allow_it(option):
    assert run(option, "http://coastal.example/a") == [
        "1: This site does not fetch pages. Save the page in a browser and capture the file, or have FETCHING set to true."
    ]


FEED = """<rss><channel><title>Coastal News</title>
<item><title>The bridge opens</title><link>https://coastal.example/1</link><pubDate>Wed, 17 May 2023 15:44:00 +0300</pubDate></item>
<item><title>The ferry stops</title><link>https://coastal.example/2</link></item>
</channel></rss>"""


def test_feed_gives_a_document_for_each_entry_and_none_twice(tmp_path):
    make.make_outlet("Coastal News")
    file = tmp_path / "news.rss"
    file.write_text(FEED)

    lines, again = run(file), run(file)

    one, two = Document.objects.order_by("pk")
    assert lines == [
        f"captured {one.public_id}: {file}, https://coastal.example/1, Coastal News",
        f"captured {two.public_id}: {file}, https://coastal.example/2, Coastal News",
    ]
    assert [line.split()[0] for line in again] == ["already", "already"]
    assert (one.title, one.published, one.form) == ("The bridge opens", "2023-05-17T15:44:00+03:00", "feed")
    assert bytes(one.raw).startswith(b"<item><title>The bridge opens")


def test_page_of_a_web_archive_that_cannot_be_read_does_not_stop_the_others(tmp_path):
    file = tmp_path / "pages.warc.gz"
    file.write_bytes(
        warc_of(("https://a.example/1", "text/html", b"<p></p>"), ("https://a.example/2", "text/html", page_of("The bridge opens")))
    )

    lines = run(file)

    document = Document.objects.get()
    assert lines[0] == f"refused {file}, https://a.example/1: No article text is found on the page. Open it, copy its text and paste that."
    assert lines[1].startswith(f"captured {document.public_id}: {file}, https://a.example/2, no outlet")
    assert lines[2] == "1: 1 of 2 refused; the others are in the archive."
    assert Event.objects.get(verb="captured").detail["seen"] == "2020-03-04"
