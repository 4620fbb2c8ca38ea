"""The pages of a web archive become documents."""

import gzip

import pytest

from archive.reading import Locator, Refusal, Unreadable, read
from tests.archive.reading.files import TODAY, WORDS, page_of, pdf_of, wacz_of, warc_of

pytestmark = pytest.mark.usefixtures("both_ways")

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


REFUSED = [
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
