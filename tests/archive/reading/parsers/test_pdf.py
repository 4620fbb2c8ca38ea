"""A PDF is read page by page."""

import io
import re
from itertools import zip_longest

import pypdf
import pytest

from archive.reading import Unreadable, read
from archive.reading.parsers import pdf
from tests.archive.reading.files import TODAY, WORDS, pdf_drawn, pdf_of, places, read_one

pytestmark = pytest.mark.usefixtures("both_ways")


def test_pdf_is_read_page_by_page() -> None:
    found = read_one(pdf_of(["Joint statement", "17 May 2023"], [], [WORDS]), "a.pdf")

    assert found.text == f"Joint statement\n17 May 2023\n\n{WORDS}"
    assert places(found) == [("p. 1", "Joint statement\n17 May 2023"), ("p. 3", WORDS)]


def under_each_other(x: float, top: float, *lines: str) -> list[tuple[float, float, str]]:
    return [(x, top - 14 * number, line) for number, line in enumerate(lines)]


LEFT = (
    "The mayor spoke first and told the", "council that the mill would stay in", "the hands of the town, whatever the",
    "owners of the river had offered.", "Nobody had asked for it, she said,", "and nobody would be asked again",
    "before the winter was over.",
)  # fmt: skip
RIGHT = (
    "Anna Holt answered that nobody had", "asked the people who live by it and", "that a vote would be held in May.",
    "The clerk wrote it down, and then", "read it out to the whole council", "before they all went home.",
)  # fmt: skip
ACROSS = [
    (50.0, 800.0, "The mill by the river stays in the hands of the town, and a vote is to be held"),
    *(line for row in zip_longest(under_each_other(50, 770, *LEFT), under_each_other(310, 770, *RIGHT)) for line in row if line),
    (50.0, 650.0, "From the minutes of the council of the town, as they were read in the old hall"),
]
OF_ONE_LETTER = 6.5  # points: no word of this font is wider


def word_by_word(lines: list[tuple[float, float, str]]) -> list[tuple[float, float, str]]:
    places = ((x, y, words, words[: at.start()]) for x, y, words in lines for at in re.finditer(r"\S+", words))
    return [(x + OF_ONE_LETTER * len(before), y, words[len(before) :].split()[0]) for x, y, words, before in places]


@pytest.mark.parametrize(
    ("drawn", "between"), [(ACROSS, " "), (ACROSS, " ET BT /F1 11 Tf "), (word_by_word(ACROSS), " ")], ids=["lines", "anew", "words"]
)
def test_columns_that_are_drawn_across_are_read_one_after_another(drawn: list[tuple[float, float, str]], between: str) -> None:
    assert read_one(pdf_drawn(drawn, between=between), "a.pdf").text.split("\n") == [
        ACROSS[0][2], "", *LEFT, "", *RIGHT, "", ACROSS[-1][2],
    ]  # fmt: skip


TABLE = [
    ("Valmere", "12,400 voters of the town"),
    ("Osterholm", "9,100 voters"),
    ("Kestrel Bay", "4,700 voters"),
    ("Mill End", "900 voters"),
]


def test_rows_of_a_table_stay_rows() -> None:
    drawn = [cell for number, row in enumerate(TABLE) for cell in zip((50, 300), (700 - 14 * number,) * 2, row, strict=True)]

    assert read_one(pdf_drawn(drawn), "a.pdf").text.split("\n") == [" ".join(row) for row in TABLE]


def test_paragraph_that_stands_apart_begins_behind_an_empty_line() -> None:
    drawn = [
        *under_each_other(50, 780, "The mayor spoke first,", "and then the others."),
        *under_each_other(50, 730, "Nobody had asked", "them before."),
    ]

    assert read_one(pdf_drawn(drawn), "a.pdf").text == "The mayor spoke first,\nand then the others.\n\nNobody had asked\nthem before."


def test_sentence_goes_on_over_the_foot_of_a_page() -> None:
    first = [*under_each_other(50, 780, "Minutes", "Anna Holt said: \x93The mill will stay, and the"), (290.0, 40.0, "- 1 -")]
    second = [*under_each_other(50, 780, "money for it is there.\x94"), (290.0, 40.0, "- 2 -")]
    found = read_one(
        pdf_drawn(*([(x, y, words.encode("latin-1").decode("cp1252")) for x, y, words in page] for page in (first, second))), "a.pdf"
    )

    assert found.text == "Minutes\nAnna Holt said: “The mill will stay, and the\nmoney for it is there.”"
    assert places(found) == [("p. 1", "Minutes\nAnna Holt said: “The mill will stay, and the"), ("p. 2", "money for it is there.”")]


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
