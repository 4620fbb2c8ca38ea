"""English date expressions: a sentence with each expression in brackets, and what it means. The table is a file, english.txt."""

import datetime
import re
from pathlib import Path

import pytest

from archive.extraction.dates import find_dates

REFERENCE = datetime.date(2023, 5, 17)
MARKED = re.compile(r"\[([^\]]*)\]")

TABLE = Path(__file__).with_name("english.txt")


def tables() -> dict[str, str]:
    """By their headings, the tables of the text file."""
    written = TABLE.read_text("utf-8").split("\n## ")[1:]
    return dict(table.split("\n", maxsplit=1) for table in written)


def rows(table: str) -> list[tuple[str, str]]:
    found = []
    for line in table.strip().splitlines():
        sentence, _, values = line.partition("|")
        found.append((sentence.strip(), values.strip()))
    return found


TABLES = tables()


@pytest.mark.parametrize("table", TABLES)
def test_expressions_are_found_and_read(table: str) -> None:
    faults = {}
    for sentence, values in rows(TABLES[table]):
        found = find_dates(sentence.replace("[", "").replace("]", ""), language="en", reference=REFERENCE)
        read = [(date.text, date.edtf) for date in found]
        if read != list(zip(MARKED.findall(sentence), values.split(), strict=True)):
            faults[sentence] = read

    assert faults == {}
