"""Texts of old programs are read where the bytes leave no doubt how."""

import pytest

from archive.reading import Unreadable, read
from archive.reading.letters import guess
from tests.archive.reading.files import TODAY
from tests.growth import grows_in_proportion

TEXTS = [
    "Анна Ковалёва сказала: «Мельница останется в руках города», и ушла. Её никто не слушал — вот так.",
    "МЕЛЬНИЦА ОСТАЁТСЯ В РУКАХ ГОРОДА, ЗАЯВИЛА МЭР",
    "Млин залишиться в руках міста, сказала Ганна Їжак, і ніхто його не продасть.",
    "Млын застанецца ў руках горада, сказала Ганна Холт, і ніхто яго не прадасць.",
    "“The mill will stay,” Anna Holt said – and nobody answered her.",
    "Die Mühle bleibt, sagte Anna Groß. „Sie wird nicht verkauft“, fügte sie hinzu.",
    "Le moulin reste à la ville, a déclaré la maire, où personne ne l’a écoutée.",
    "Młyn zostanie, powiedziała Anna Żak. „Nikt go nie sprzeda”, dodała, choć słuchało ją niewielu.",
]
ENCODINGS = ["cp1251", "koi8-r", "koi8-u", "cp866", "mac-cyrillic", "cp1252", "cp1250", "utf-16-le", "utf-16-be"]
WRITTEN = [(text, encoding) for text in TEXTS for encoding in ENCODINGS if text == text.encode(encoding, "replace").decode(encoding)]


@pytest.mark.parametrize(("text", "encoding"), WRITTEN, ids=range(len(WRITTEN)))
def test_text_is_read_or_asked_for_and_never_read_wrongly(text: str, encoding: str) -> None:
    found = guess(text.encode(encoding))

    assert found.text in (text, None)


SURE = [
    (0, "cp1251"), (1, "koi8-r"),
    (2, "cp1251"), (2, "koi8-u"), (3, "cp1251"), (0, "mac-cyrillic"), (4, "cp1252"), (5, "cp1252"),
    (6, "cp1252"), (1, "cp866"), (7, "cp1250"), (0, "utf-16-le"), (5, "utf-16-be"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "encoding"), SURE)
def test_text_that_leaves_no_doubt_is_read(number: int, encoding: str) -> None:
    text = TEXTS[number]
    (found,) = read(text.encode(encoding), "a.txt", today=TODAY)

    assert (found.text, found.encoding_source) == (text, "guessed")


UNSURE = [
    ("Нет.".encode("cp1251"), "", "byte 0 can't be read. Choose the encoding"),
    ("Mari\xe9 and Hol\xe8k wrote it under the law of the town".encode("latin-1"), "", "It may be Windows-1252 or Windows-1250. Choose"),
    ("The clerk wrote the word Нет under the law of the town, and went.".encode("cp1251"), "", "byte 25 can't be read. Choose"),
    (b"\x00\x01\x02 of the mill", "", "NUL character at position 0; it is not a text"),
    (bytes(range(128, 256)) * 9, "", "byte 0 can't be read. Choose"),
]


@pytest.mark.parametrize(("raw", "charset", "sentence"), UNSURE, ids=range(len(UNSURE)))
def test_text_that_may_be_written_in_several_ways_is_asked_for(raw: bytes, charset: str, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, "a.txt", today=TODAY, charset=charset))


@pytest.mark.parametrize(
    ("raw", "charset", "text", "source"),
    [
        ("Нет.".encode("cp1251"), "cp1251", "Нет.", "header"),
        ("Нет.".encode("cp1251"), "windows-1251", "Нет.", "header"),
        ("Нет.".encode(), "cp1251", "Нет.", "content"),
        ("文字".encode("utf-16-le"), "utf-16-le", "文字", "header"),
        ("Нет, мельница останется в руках города.".encode("cp1251"), "rot13", "Нет, мельница останется в руках города.", "guessed"),
    ],
)
def test_who_brings_it_may_say_how_it_is_written(raw: bytes, charset: str, text: str, source: str) -> None:
    (found,) = read(raw, "a.txt", today=TODAY, charset=charset)

    assert (found.text, found.encoding_source) == (text, source)


@pytest.mark.parametrize("piece", ["\xe0", "a\xe0 ", "\xbb", "\xe0\xbb", "\x00a"])
def test_encodings_are_told_in_linear_time(piece: str) -> None:
    assert grows_in_proportion(lambda size: guess(piece.encode("latin-1") * (size // len(piece))), 30_000)
