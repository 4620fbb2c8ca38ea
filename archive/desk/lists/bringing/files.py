"""A sheet of any common form, to headings and rows of text."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import islice
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from archive.errors import Refused

MOST_ROWS, LARGEST, MOST_COLUMNS = 10_000, 10 * 2**20, 60
LARGEST_UNPACKED = 20 * LARGEST
MOST_LINES = 2**20  # of a workbook, with those that are empty
SEPARATORS = ",;\t"
SINGLE_BYTES = ("windows-1251", "windows-1252")  # letters of files that are not in UTF-8
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
WORKBOOK = b"PK\x03\x04"
csv.field_size_limit(1_000_000)


class Read(NamedTuple):
    """What stands in a file, and in which letters it was read where that is not plain."""

    headings: list[str]
    rows: dict[int, list[str]]  # by the number that a spreadsheet shows
    encoding: str = ""


def read_file(raw: bytes, letters: str = "") -> Read:
    """Refuses what is no sheet, or too large a one, with what to do."""
    if len(raw) > LARGEST:
        raise Refused(_("The file has more than %d MB. Bring it in parts.") % (LARGEST // 2**20))
    if raw.startswith(OLD_EXCEL):
        raise Refused(_("This is a workbook of an old kind. Save it as .xlsx or as CSV, and bring that."))
    if raw.startswith(WORKBOOK):
        return _checked(_rows_of_workbook(raw), "")
    text, encoding = _decoded(raw, letters)
    return _checked(_rows_of_text(text), encoding)


def _checked(rows: Iterable[list[str]], encoding: str) -> Read:
    filled, letters = {}, 0
    for number, row in enumerate(map(_without_empty_end, rows), 1):
        if row:
            filled[number] = row
            letters += sum(map(len, row))
        if len(filled) > MOST_ROWS + 1:
            raise Refused(_("The sheet has more than %(n)s rows. Bring it in parts.") % {"n": f"{MOST_ROWS:,}"})
        if letters > LARGEST:
            raise Refused(_("The sheet is too large. Bring it in parts."))
    if len(filled) < 2:
        raise Refused(_("There is no row below the headings. The first row names the columns, and each further row is a statement."))
    if max(map(len, filled.values())) > MOST_COLUMNS:
        raise Refused(_("The sheet has more than %d columns. Take away those that are not needed.") % MOST_COLUMNS)
    headings = filled.pop(min(filled))
    width = len(headings)
    return Read(headings, {number: (row + [""] * width)[:width] for number, row in filled.items()}, encoding)


def _without_empty_end(row: list[str]) -> list[str]:
    """A workbook may have any number of empty cells behind the last that is filled."""
    last = next((place for place in range(len(row), 0, -1) if row[place - 1].strip()), 0)
    return row[:last]


# Text


def _decoded(raw: bytes, letters: str) -> tuple[str, str]:
    """UTF-8 with a mark or without one; else the letters that were named, or those that make more sense."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace"), ""
    try:
        return raw.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        encoding = letters if letters in SINGLE_BYTES else _likelier(raw)
        return raw.decode(encoding, errors="replace"), encoding


def _likelier(raw: bytes) -> str:
    """In Cyrillic text nearly every letter is beyond ASCII, in Western text few are."""
    letters = sum(1 for byte in raw if byte >= 0xC0)
    plain = sum(1 for byte in raw if chr(byte).isascii() and chr(byte).isalpha())
    return SINGLE_BYTES[0] if letters > plain / 4 else SINGLE_BYTES[1]


def _rows_of_text(text: str) -> Iterator[list[str]]:
    if "\0" in text:
        raise Refused(_("This is no sheet: save it as CSV or .xlsx, and bring that."))
    try:
        separator = max(SEPARATORS, key=lambda one: len(next(csv.reader(io.StringIO(text, newline=""), delimiter=one), [])))
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise Refused(_("The sheet can't be read: %s. Save it anew, and bring that.") % error) from error


# Workbooks


def _rows_of_workbook(raw: bytes) -> Iterator[list[str]]:
    """The first sheet of a workbook. How large it says to be is not believed: some programs write a size that is wrong."""
    try:
        _expect_small(raw)
        sheet = load_workbook(io.BytesIO(raw), read_only=True, data_only=True).worksheets[0]
        sheet.reset_dimensions()
        for row in islice(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True), MOST_LINES):
            yield [_in_text(cell) for cell in row]
    except Refused:
        raise
    except Exception as error:  # whatever a broken workbook makes of its reader
        raise Refused(_("The workbook can't be read. Save it anew as .xlsx or as CSV, and bring that.")) from error


def _expect_small(raw: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        unpacked = sum(one.file_size for one in packed.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise Refused(_("The workbook is too large when it is unpacked. Bring it in parts."))


def _in_text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(timespec="minutes")
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).replace("\0", "")
