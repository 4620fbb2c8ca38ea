"""WARC and WACZ: takes the answers that hold pages out of a web archive. Each is then read as a file of its own."""

from __future__ import annotations

import datetime
import io
import json
import time
import zipfile
import zlib
from collections.abc import Iterator
from email.message import Message
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from archive.reading.types import (
    HTML,
    LARGEST,
    LARGEST_ARCHIVE,
    LARGEST_PDF,
    PDF,
    RTF,
    TEXT,
    WARC,
    WORD,
    Held,
    Unreadable,
    absolute_address,
    expect_size,
)

READ = {
    "text/html": HTML, "application/xhtml+xml": HTML, "application/pdf": PDF, "text/plain": TEXT, "application/rtf": RTF, "text/rtf": RTF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": WORD,
}  # fmt: skip
A_PIECE = 0.8  # seconds of work before the rest is left for the next piece
MOST_IN_A_PIECE = 32 * 2**20  # bytes of pages
MOST_MEMBERS = 1000
BROKEN = "The web archive is damaged and can't be read."


def read_warc(raw: bytes, *, begin: int = 0, only: list[str] | None = None, **known: Any) -> tuple[list[Held], int]:
    """The pages of the records from the byte `begin`, and the byte at which to go on, 0 at the end."""
    expect_size(raw, LARGEST_ARCHIVE)
    try:
        return _read(raw, begin, set(only) if only else None)
    except (ArchiveLoadFailed, ValueError, KeyError, TypeError, AttributeError, EOFError, OSError, zlib.error) as error:
        raise Unreadable(BROKEN) from error


def _read(raw: bytes, begin: int, only: set[str] | None) -> tuple[list[Held], int]:
    stream = io.BytesIO(raw)
    stream.seek(begin)
    records = ArchiveIterator(stream)
    began, size, pages = time.process_time(), 0, list[Held]()
    for record in records:
        at = records.offset  # asking for get_record_offset() would skip the record
        if at > begin and (time.process_time() - began > A_PIECE or size > MOST_IN_A_PIECE):
            return pages, at
        page = _page(record, only)
        if page:
            pages.append(page)
            size += len(page.raw)
    return pages, 0


def _page(record: Any, only: set[str] | None) -> Held | None:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in ("response", "resource") or not address.startswith(("http://", "https://")):
        return None
    if only is not None and address not in only:
        return None
    headers = record.http_headers
    if headers and headers.get_statuscode() != "200":
        return None
    kind, charset = _kind((headers or record.rec_headers).get_header("Content-Type") or "")
    if kind is None:
        return None
    largest = LARGEST_PDF if kind in (PDF, RTF, WORD) else LARGEST
    return Held(
        record.content_stream().read(largest + 1),
        kind,
        absolute_address(address),
        charset,
        _day(record.rec_headers.get_header("WARC-Date")),
    )


def _kind(written: str) -> tuple[str | None, str]:
    header = Message()
    header["Content-Type"] = written[:200].replace("\n", " ").replace("\r", " ")
    return READ.get(header.get_content_type()), str(header.get_param("charset") or "")[:40]


def _day(written: str | None) -> str:
    try:
        return datetime.datetime.fromisoformat((written or "").strip()).date().isoformat()
    except ValueError:
        return ""


def read_wacz(raw: bytes, **known: Any) -> tuple[list[Held], int]:
    """The WARC files in a WACZ; of their records, where the archive lists its pages, those pages alone."""
    expect_size(raw, LARGEST_ARCHIVE)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            members = packed.infolist()
            if len(members) > MOST_MEMBERS:
                raise Unreadable(f"The WACZ holds {len(members)} files; at most {MOST_MEMBERS} are read.")
            pages = sorted({page for member in members if _is_list(member) for page in _listed(_unpacked(packed, member, LARGEST))})
            files = [member for member in members if _is_warc(member)]
            if sum(file.file_size for file in files) > LARGEST_ARCHIVE:  # no more than that is unpacked, whatever follows it
                raise Unreadable(f"The web archives in the WACZ are larger than {LARGEST_ARCHIVE // 2**20} MB together. Divide it.")
            found = [Held(_unpacked(packed, file, LARGEST_ARCHIVE), WARC, only=tuple(pages)) for file in files]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, UnicodeError) as error:
        raise Unreadable(BROKEN) from error
    if not found:
        raise Unreadable("The ZIP file holds no web archive: a WACZ has its WARC files in the folder archive/.")
    return found, 0


def _is_warc(member: zipfile.ZipInfo) -> bool:
    return member.filename.startswith("archive/") and member.filename.endswith((".warc", ".warc.gz"))


def _is_list(member: zipfile.ZipInfo) -> bool:
    return member.filename.startswith("pages/") and member.filename.endswith(".jsonl")


def _unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo, largest: int) -> bytes:
    with packed.open(member) as file:
        unpacked = file.read(largest + 1)
    if len(unpacked) > largest:
        raise Unreadable(f"The file {member.filename[:100]} in the WACZ is larger than {largest // 2**20} MB.")
    return unpacked


def _listed(lines: bytes) -> Iterator[str]:
    for line in lines.split(b"\n"):
        try:
            page = json.loads(line) if line.strip() else {}
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            yield page["url"]
