"""Files that are known and not read: what they are, and what to do instead."""

from __future__ import annotations

import re

from archive.reading.types import Unreadable

# How the first bytes of a file look, and the sentence. The first that fits counts.
OPENINGS = (
    (
        r"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)|AT&TFORM|8BPS|BM....\0{4}",
        "The file is a picture. Run text recognition over it, and capture what comes out.",
    ),
    (
        r"ID3|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF....(?:WAVE|AVI )|....ftyp|\x1aE\xdf\xa3|FLV\x01|\0\0\x01[\xba\xb3]|0&\xb2\x75",
        "The file is a recording. Capture its subtitles (.srt, .vtt) or a transcript of it.",
    ),
    (r"Rar!|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh\d|\xfd7zXZ\0", "The file is packed. Unpack it, and capture the files in it."),
    (r"%!PS", "The file is PostScript. Make a PDF of it, and capture that."),
    (
        r"From \S{1,200} [^\n]{10,60}\d{4}\r?\n[\w-]{1,60}:",
        "The file is a folder of mails. Save each mail as a file (.eml), and capture those.",
    ),
    (r"MZ|\x7fELF", "The file is a program; it is not a text."),
)
# What stands somewhere in files that are folders themselves: packed (PK), or of old Office programs (D0CF).
WITHIN = (
    (b"PK", b"application/vnd.oasis.opendocument.text", "The file is an OpenDocument text. Save it as .docx or PDF, and capture that."),
    (b"PK", b"application/epub+zip", "The file is an e-book. Save its text as .txt or PDF, and capture that."),
    (b"PK", b"xl/workbook", "The file is a table of Excel. Save it as PDF, and capture that."),
    (b"PK", b"ppt/presentation", "The file is a presentation. Save it as PDF, and capture that."),
    (b"PK", b"Index/Document.iwa", "The file is a document of Pages. Save it as .docx or PDF, and capture that."),
    (b"\xd0\xcf\x11\xe0", "EncryptedPackage", "The file is locked with a password. Save it without one and try again."),
    (b"\xd0\xcf\x11\xe0", "__substg1.0_", "The file is a mail of Outlook. Save it as .eml, or copy its text and paste that."),
    (b"\xd0\xcf\x11\xe0", "WordDocument", "The file is of an old Word program (.doc). Save it as .docx, and capture that."),
    (b"\xd0\xcf\x11\xe0", "", "The file is of an old Office program. Save it as .docx or PDF, and capture that."),
)
KNOWN = [(re.compile(pattern.encode("latin-1"), re.DOTALL), sentence) for pattern, sentence in OPENINGS]


def expect_readable(raw: bytes) -> None:
    """Refuses a file that is known to be none of the forms which are read."""
    for opening, within, sentence in WITHIN:
        if raw.startswith(opening) and (within.encode("utf-16-le") if isinstance(within, str) else within) in raw:
            raise Unreadable(sentence)
    for pattern, sentence in KNOWN:
        if pattern.match(raw):
            raise Unreadable(sentence)
