"""The pages of a web archive become documents."""

import gzip
import io
import zipfile

import pytest

from archive.reading import Locator, Refusal, Unreadable, read
from archive.reading.parsers.webarchive import MOST_MEMBERS, read_warc
from archive.reading.types import LARGEST, LARGEST_ARCHIVE, LARGEST_PDF
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


def test_large_web_archive_is_unpacked_in_pieces() -> None:
    """Each goes on where the one before ended, and nothing is left out."""
    large = b"%PDF-1.4\n".ljust(LARGEST_PDF)
    addresses = [f"https://v.example/{number}.pdf" for number in range(4)]
    raw, found, begin = warc_of(*((address, "application/pdf", large) for address in addresses)), [], 0

    for _ in addresses:
        pages, begin = read_warc(raw, begin=begin)
        found.append([page.address for page in pages])
        if not begin:
            break

    assert begin == 0
    assert len(found) > 1
    assert [address for piece in found for address in piece] == addresses


def zip_of(**files: int) -> bytes:
    """Files of zeros, by their sizes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, size in files.items():
            packed.writestr(name, bytes(size))
    return file.getvalue()


REFUSED = [
    ("a.warc", b"WARC/1.0\r\nbroken", "The web archive"),
    ("a.warc.gz", gzip.compress(b"WARC/1.0\r\n\r\n"), "The web archive"),
    ("a.warc", warc_of((PAGE, "image/png", b"x")), "The web archive holds no pages"),
    ("a.warc", warc_of((PAGE, "text/html", page_of()), status="404 Not Found"), "The web archive holds no pages"),
    ("a.wacz", b"PK\x03\x04broken", "The web archive is damaged"),
    ("a.wacz", wacz_of(b"")[:60], "The web archive is damaged"),
    ("a.wacz", zip_of(**{"datapackage.json": 2, "archive/notes.txt": 2}), "The ZIP file holds no web archive"),
    ("a.wacz", zip_of(**{f"archive/{number}.warc": 1 for number in range(MOST_MEMBERS + 1)}), "The WACZ holds 1001 files"),
    ("a.wacz", zip_of(**dict.fromkeys(("archive/a.warc", "archive/b.warc"), LARGEST_ARCHIVE // 2 + 1)), "larger than 50 MB together"),
    (
        "a.wacz",
        zip_of(**{"archive/a.warc": 2, "pages/pages.jsonl": LARGEST + 1}),
        "The file pages/pages.jsonl in the WACZ is larger than 2 MB",
    ),
]


@pytest.mark.parametrize(("name", "raw", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_a_sentence(name: str, raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, name, today=TODAY))
