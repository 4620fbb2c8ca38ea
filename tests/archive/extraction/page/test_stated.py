"""What a page states of itself comes before what is read off its text."""

from archive.extraction import Stated, read_head
from archive.extraction.types import NameFound, TextFound

TEXT = "The bridge opens\n\nVALMERE, 17 May (Coastal News) - Anna Kovaleva said the bridge would be opened.\n\n20 May 2023\n"


def test_stated_names_come_first() -> None:
    found = read_head(TEXT, stated=Stated("The bridge opens", "Gazette", "Peter Marsh"))

    assert (found.title, found.outlet, found.author) == (
        TextFound("The bridge opens", 0, 16), NameFound("Gazette", None, None), NameFound("Peter Marsh", None, None),
    )  # fmt: skip
    assert read_head(TEXT, stated=Stated("Another title")).title == TextFound("Another title", None, None)


def test_without_a_statement_the_text_is_read() -> None:
    found = read_head(TEXT)

    assert (found.title, found.published and found.published.edtf) == (TextFound("The bridge opens", 0, 16), "2023-05-20")
