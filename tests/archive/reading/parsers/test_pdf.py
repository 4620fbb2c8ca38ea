"""A PDF is read page by page."""

import pytest

from archive.reading import Unreadable, read
from tests.archive.reading.files import TODAY, WORDS, pdf_of, places, read_one

pytestmark = pytest.mark.usefixtures("both_ways")


def test_pdf_is_read_page_by_page() -> None:
    found = read_one(pdf_of(["Joint statement", "17 May 2023"], [], [WORDS]), "a.pdf")

    assert found.text == f"Joint statement\n17 May 2023\n\n\n\n{WORDS}\n\n"
    assert places(found) == [("p. 1", "Joint statement\n17 May 2023"), ("p. 3", WORDS)]


REFUSED = [
    ("a.pdf", b"%PDF-1.4\nnothing", "The PDF is damaged"),
    ("a.pdf", pdf_of([]), "The PDF holds no text"),
]


@pytest.mark.parametrize(("name", "raw", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_a_sentence(name: str, raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, name, today=TODAY))
