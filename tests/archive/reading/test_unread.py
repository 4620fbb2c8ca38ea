"""Files that are no texts are refused with what to do instead."""

import gzip

import pytest

from archive.reading import Unreadable, read
from tests.archive.reading.files import TODAY, WORDS, mail_of, read_one, word_of

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FILES = [
    (b"\x89PNG\r\n\x1a\n", "a picture. Run text recognition"),
    (b"\xff\xd8\xff\xe0", "a picture"),
    (b"\0\0\0\x18ftypheic", "a picture"),
    (b"\0\0\0\x18ftypisom", "a recording. Capture its subtitles"),
    (b"ID3\x03", "a recording"),
    (gzip.compress(b"A text"), "packed. Unpack it"),
    (b"%!PS-Adobe", "PostScript. Make a PDF"),
    (b"From a@v.example Wed May 17 15:44:00 2023\nFrom: A\n\nWords.", "a folder of mails"),
    (b"\x7fELF", "a program"),
    (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text. Save it as .docx"),
    (b"PK\x03\x04[Content_Types].xml xl/workbook.xml", "a table of Excel"),
    (OLD + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
    (OLD + "WordDocument".encode("utf-16-le"), "an old Word program ..doc.. Save it as .docx"),
    (OLD + "__substg1.0_1000".encode("utf-16-le"), "a mail of Outlook"),
    (OLD, "an old Office program"),
]


@pytest.mark.parametrize(("raw", "sentence"), FILES, ids=range(len(FILES)))
def test_file_is_refused_with_what_to_do(raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, "a", today=TODAY))


NAMED = [
    ("a.docx", OLD + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
    ("a.docx", OLD + "WordDocument".encode("utf-16-le"), "an old Word program"),
    ("a.docx", b"\xff\xd8\xff\xe0", "a picture"),
    ("a.pdf", b"\x89PNG\r\n\x1a\n", "a picture"),
    ("a.eml", b"GIF89a", "a picture"),
    ("a.eml", OLD + "__substg1.0_1000".encode("utf-16-le"), "a mail of Outlook"),
    ("a.rtf", OLD + "WordDocument".encode("utf-16-le"), "an old Word program"),
    ("a.html", gzip.compress(b"<p>A page"), "packed. Unpack it"),
]


@pytest.mark.parametrize(("name", "raw", "sentence"), NAMED, ids=range(len(NAMED)))
def test_file_with_a_wrong_name_is_told_by_its_bytes(name: str, raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        list(read(raw, name, today=TODAY))


def test_files_of_their_form_are_read_whatever_they_hold() -> None:
    table = word_of(WORDS, beside={"word/embeddings/table.xlsx": "xl/workbook.xml"})
    mail = b"From a@v.example Wed May 17 15:44:00 2023\n" + mail_of("The mill stays.", "")

    assert [read_one(table, "a.docx").text, read_one(mail, "a.eml").text] == [WORDS, "The mill stays."]
