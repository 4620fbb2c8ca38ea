"""Small files of every form, made for the tests."""

import datetime
import gzip
import io
import zipfile
import zlib

from archive.reading import ReadText, read

TODAY = datetime.date(2024, 7, 1)

OOXML = "http://schemas.openxmlformats.org"
WORDS = "The border will be open for everybody who wants to cross it, Anna Kovaleva told reporters in Valmere."


def pdf_of(*pages: list[str]) -> bytes:
    """A PDF with these lines of Western letters on its pages."""
    return pdf_drawn(*([(50.0, 780.0 - 14 * number, line) for number, line in enumerate(lines)] for lines in pages))


def pdf_drawn(*pages: list[tuple[float, float, str]], between: str = " ") -> bytes:
    """A PDF with these words on its pages, each at its place, in the order in which they are drawn."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        drawn = "BT /F1 11 Tf " + between.join(f"1 0 0 1 {x} {y} Tm ({words}) Tj" for x, y, words in lines) + " ET"
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects += [page.encode(), pdf_stream(zlib.compress(drawn.encode("cp1252")))]
    return pdf_file(objects)


def pdf_stream(packed: bytes) -> bytes:
    return f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"


def pdf_file(objects: list[bytes]) -> bytes:
    written, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table + trailer.encode()


def page_of(title: str = "Border talks go on", body: str = f"<p>{WORDS}</p>" * 3, head: str = "") -> bytes:
    return f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>".encode()


def warc_of(*answers: tuple[str, str, bytes], status: str = "200 OK", day: str = "2020-03-04", packed: bool = True) -> bytes:
    """A web archive with these answers: address, content type, body."""
    records = [
        record_of(address, f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body, day) for address, kind, body in answers
    ]
    return b"".join(gzip.compress(record, 1, mtime=0) if packed else record for record in records)


def record_of(address: str, answer: bytes, day: str) -> bytes:
    named = {
        "WARC-Type": "response", "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{zlib.crc32(answer):012}>",
        "WARC-Target-URI": address, "WARC-Date": f"{day}T10:00:00Z", "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(answer)),
    }  # fmt: skip
    head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return head.encode() + b"\r\n" + answer + b"\r\n\r\n"


def wacz_of(warc: bytes, pages: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, held in (("archive/data.warc.gz", warc), ("datapackage.json", "{}"), ("pages/pages.jsonl", pages)):
            if held or name != "pages/pages.jsonl":
                packed.writestr(zipfile.ZipInfo(name), held)  # its day is always the same
    return file.getvalue()


def read_one(raw: bytes, name: str) -> ReadText:
    (found,) = read(raw, name, today=TODAY)
    assert isinstance(found, ReadText)
    return found


def places(found: ReadText) -> list[tuple[str, str]]:
    return [(one.words, found.text[one.start : one.end]) for one in found.locators]


def word_of(*paragraphs: str, body: str = "", beside: dict[str, str] | None = None) -> bytes:
    """A Word document with these paragraphs, or with this markup for its body."""
    written = body or "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    spaces = f'xmlns:w="{OOXML}/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Type="{OOXML}/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {spaces}><w:body>{written}</w:body></w:document>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in (parts | (beside or {})).items():
            packed.writestr(zipfile.ZipInfo(name), part)
    return file.getvalue()


def mail_of(words: str = WORDS, subject: str = "Border talks go on", kind: str = "text/plain; charset=utf-8", more: str = "") -> bytes:
    head = f"From: Anna Kovaleva <a@v.example>\nSubject: {subject}\nDate: Wed, 17 May 2023 15:44:00 +0300\nMIME-Version: 1.0\n{more}"
    return f"{head}Content-Type: {kind}\nContent-Transfer-Encoding: 8bit\n\n{words}\n".encode()
