"""Plain text is read unchanged or refused with a sentence."""

import pytest

from archive.reading import LARGEST, ReadText, Unreadable, normalise_pasted, read_plain
from archive.reading.plain import CHOOSE


def test_text_is_kept_with_its_line_ends() -> None:
    assert read_plain(b" A\r\nB\xc2\xa0C\r") == ReadText(" A\r\nB\xa0C\r", "utf-8")


def test_byte_order_mark_is_recorded() -> None:
    assert read_plain(b"\xef\xbb\xbfText") == ReadText("Text", "utf-8-sig", "bom")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark_is_read(encoding: str) -> None:
    assert read_plain("\ufeffТекст\r\n".encode(encoding)) == ReadText("Текст\r\n", "utf-16", "bom")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n\xc2\xa0\t", "The file holds nothing but white space."),
        (b"ab\xffc", f"The file is not UTF-8 text: byte 2 can't be read. {CHOOSE}"),
        (b"\xef\xbb\xbfa\xff", "The file is not UTF-8 text: byte 4 can't be read. Save it as UTF-8 and try again."),
        (b"\xff\xfea", "The file is not UTF-16 text: byte 2 can't be read. Save it as UTF-8 and try again."),
        (b"ab\x00c", "The file has a NUL character at position 2; it is not a text."),
        (b"a" * (LARGEST + 1), "The file has 2.1 MB; a document has at most 2 MB."),
    ],
)
def test_unreadable_bytes_are_refused_with_a_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_plain(raw)

    assert str(refused.value) == sentence


def test_pasted_line_ends_become_lf() -> None:
    assert normalise_pasted(" a\r\nb\rc\n") == " a\nb\nc\n"
