"""Files that are no texts are refused with what to do instead."""

import gzip

import pytest

from archive.reading import Unreadable, read
from tests.archive.reading.files import TODAY

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
