"""What reading gives, as it travels between the processes, and the limits of a document."""

import pytest

from archive.reading.types import DateRead, Locator, ReadText, Unreadable, absolute_address, expect_size, expect_words


def test_read_text_travels_whole() -> None:
    read = ReadText(
        "Words", "utf-8", "bom", "pdf", locators=(Locator(0, 5, "p. 1"),), published_readings=(DateRead("2019", "meta date"),), raw=b"x"
    )

    assert ReadText.from_json(read.to_json(), b"x") == read


@pytest.mark.parametrize(
    ("written", "base", "address"),
    [
        ("https://v.example/a", "", "https://v.example/a"),
        ("/a", "https://v.example/b", "https://v.example/a"),
        ("/a", "", ""),
        ("https://[v", "", ""),
        ("ftp://v.example/", "", ""),
    ],
)
def test_address_is_absolute_or_none(written: str, base: str, address: str) -> None:
    assert absolute_address(written, base) == address


def test_limits_are_told_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match=r"The file has 3.0 MB; a document has at most 2 MB."):
        expect_size(b"x" * 3 * 2**20, largest=2 * 2**20)
    with pytest.raises(Unreadable, match="nothing but white space"):
        expect_words(" \n")
    with pytest.raises(Unreadable, match="The file is empty"):
        expect_words("")
