"""A sheet of any form, to headings and rows; or a sentence on what to do."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from archive.desk.lists.bringing import files
from archive.desk.lists.bringing.columns import are_enough, are_plain, recognised
from archive.desk.lists.bringing.files import Read, read_file
from archive.desk.lists.cells import headings
from archive.errors import Refused

CSV = "words,speaker\n“Мост”,Olga\n"
ROWS = (["words", "speaker"], {2: ["“Мост”", "Olga"]})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_letters_that_a_file_says_or_shows(encoding):
    assert read_file(CSV.encode(encoding)) == Read(*ROWS)


def test_other_letters_are_guessed_and_told():
    cyrillic, western = "words,who\nМост открыт весной,Ольга\n", "words,who\nLe café a fermé à midi,Zoë\n"

    assert read_file(cyrillic.encode("cp1251")) == Read(["words", "who"], {2: ["Мост открыт весной", "Ольга"]}, "windows-1251")
    assert read_file(western.encode("cp1252")) == Read(["words", "who"], {2: ["Le café a fermé à midi", "Zoë"]}, "windows-1252")
    assert read_file(western.encode("cp1252"), "windows-1251").encoding == "windows-1251"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators(separator):
    text = f'words{separator}speaker\n"a, b; c\nd"{separator}Olga\n\n'

    assert read_file(text.encode()).rows == {2: ["a, b; c\nd", "Olga"]}


def test_short_rows_are_filled_and_long_ones_cut():
    assert read_file(b"words,speaker\na\nb,c,d\n").rows == {2: ["a", ""], 3: ["b", "c"]}


def workbook(*rows) -> bytes:
    book, kept = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(kept)
    return kept.getvalue()


def test_workbook():
    rows = ["Mост", date(2023, 5, 17), datetime(2023, 5, 17, 9, 30), 7.0, 2.5], [None, datetime(2023, 5, 18), "", 3, True]

    assert read_file(workbook(["a", "b", "c", "d", "e"], *rows)) == Read(
        ["a", "b", "c", "d", "e"], {2: ["Mост", "2023-05-17", "2023-05-17T09:30", "7", "2.5"], 3: ["", "2023-05-18", "", "3", "True"]}
    )


def test_a_workbook_is_read_to_its_end_whatever_size_it_tells():
    raw, kept = workbook(["words", "id"], ["a", "b"], ["c", "d"]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as book, zipfile.ZipFile(kept, "w") as other:
        for name in book.namelist():
            other.writestr(name, book.read(name).replace(b'ref="A1:B3"', b'ref="A1"'))

    assert read_file(kept.getvalue()).rows == {2: ["a", "b"], 3: ["c", "d"]}


def test_rows_keep_their_numbers_beside_empty_ones(monkeypatch):
    monkeypatch.setattr(files, "MOST_ROWS", 2)

    assert read_file(workbook([None], ["words", "id"], [None], [None], ["a", "b"], [None], ["c", "d"])).rows == {
        5: ["a", "b"],
        7: ["c", "d"],
    }
    assert read_file(b"\nwords,id\n\n\na,b\n\nc,d\n").rows == {5: ["a", "b"], 7: ["c", "d"]}


def packed(size: int) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"0" * size)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "no row below the headings"),
        (b"words,speaker\n", "no row below the headings"),
        (b"a\0b\nc\n", "no sheet"),
        (b'words\n"' + b"x" * 1_000_001 + b'"\n', "can't be read"),
        (b'"' + b"x" * 1_000_001 + b'"\n', "can't be read"),
        (workbook(["words", "id"], *[["x" * 32_000, "y"]] * 330), "sheet is too large"),
        (b"\xd0\xcf\x11\xe0rest", "an old kind"),
        (b"PK\x03\x04broken", "workbook can't be read"),
        (packed(10), "workbook can't be read"),
        (packed(files.LARGEST_UNPACKED + 1), "too large when it is unpacked"),
        (b"," * 70 + b"a\n" + b"," * 70 + b"b\n", "more than 60 columns"),
        (b"a\n" + b"b\n" * 10_001, "more than 10,000 rows"),
        (b"x" * (files.LARGEST + 1), "more than 10 MB"),
    ],
)
def test_what_is_no_sheet_is_refused_with_what_to_do(raw, told):
    with pytest.raises(Refused, match=told):
        read_file(raw)


def test_columns_are_known_by_everyday_headings():
    assert recognised(["Quote", " WHO ", "Date", "URL", "said_on", "Weather", "name"]) == [
        "words",
        "speakers",
        "said_on",
        "address",
        "",
        "",
        "",
    ]


def test_own_sheet_is_plain():
    own = headings()

    assert are_plain(own, recognised(own))
    assert not are_plain([*own, "weather"], recognised([*own, "weather"]))
    assert [are_enough(one) for one in (["words"], ["id"], ["words", "title", "outlet"])] == [False, True, True]
