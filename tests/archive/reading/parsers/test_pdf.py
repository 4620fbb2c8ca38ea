"""A PDF is read page by page."""

import io

import pypdf
import pytest

from archive.reading import Unreadable, read
from archive.reading.parsers import pdf
from tests.archive.reading.files import TODAY, WORDS, pdf_of, places, read_one

pytestmark = pytest.mark.usefixtures("both_ways")


def test_pdf_is_read_page_by_page() -> None:
    found = read_one(pdf_of(["Joint statement", "17 May 2023"], [], [WORDS]), "a.pdf")

    assert found.text == f"Joint statement\n17 May 2023\n\n\n\n{WORDS}\n\n"
    assert places(found) == [("p. 1", "Joint statement\n17 May 2023"), ("p. 3", WORDS)]


def locked(raw: bytes) -> bytes:
    written, file = io.BytesIO(), pypdf.PdfWriter(clone_from=io.BytesIO(raw))
    file.encrypt("a password", algorithm="RC4-128")
    file.write(written)
    return written.getvalue()


REFUSED = [
    ("a.pdf", b"%PDF-1.4\nnothing", "The PDF is damaged"),
    ("a.pdf", pdf_of([]), "The PDF holds no text"),
    ("a.pdf", locked(pdf_of([WORDS])), "The PDF is locked with a password"),
    ("a.pdf", pdf_of(*[[]] * (pdf.MOST_PAGES + 1)), "The PDF has 201 pages; at most 200 are read"),
    ("a.pdf", pdf_of(["word " * 430_000]), "The PDF's text is longer than the 2 MB"),
]


@pytest.mark.parametrize(("name", "raw", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_a_sentence(name: str, raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, name, today=TODAY))


def test_piece_begins_where_the_one_before_ended() -> None:
    raw = pdf_of(["One"], ["Two"], ["Three"])

    found, begin = pdf.read_pdf(raw, begin=2)

    assert (found[0].text, found[0].locators[0].words, begin) == ("Three\n\n", "p. 3", 0)


def test_pages_of_which_too_few_are_read_in_the_time_of_a_piece_are_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "A_PIECE", 0.0)

    with pytest.raises(Unreadable, match="The PDF's pages are too heavy to be read"):
        pdf.read_pdf(pdf_of(["One"], ["Two"]))
