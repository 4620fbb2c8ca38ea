"""The invented sentences of the tables in this room and the next, as they are read."""

import re
from collections.abc import Iterator
from pathlib import Path

from archive.extraction.people.unit import Unit, unit_of
from archive.extraction.speech.grammar import Cued
from archive.extraction.speech.reader import grammar_of, read_unit
from archive.extraction.text.blocks import Block
from archive.extraction.text.quotes import quotes_of
from archive.extraction.text.sentences import units_of

HERE = Path(__file__).parent
TABLES = (HERE / "reported_speech.txt", HERE.parent / "speakers" / "english.txt", HERE.parent / "speakers" / "slavic.txt")
MARKS = str.maketrans("", "", "⟦⟧⟪⟫")
NO_SENTENCE = ("#", ">")


def sentences() -> Iterator[tuple[str, Unit]]:
    """Each text of the tables with each of its sentences."""
    for table in TABLES:
        for line in table.read_text("utf-8").splitlines():
            if line and not line.startswith(NO_SENTENCE):
                text = line.translate(MARKS)
                yield from ((text, unit) for unit in units_in(text))


def units_in(text: str) -> list[Unit]:
    block = Block(0, len(text), text, apart=False)
    quotes = quotes_of(text, [block])
    units = (unit_of(text, 0, start, end, quotes) for start, end in units_of(text, block, quotes))
    return [unit for unit in units if unit.tokens]


def cued(text: str) -> Cued:
    """A sentence with its cues, by the grammar of its letters."""
    (unit,) = units_in(text)
    return grammar_of(unit).cued(text, unit)


def unmarked(line: str) -> tuple[str, list[str]]:
    """The bare sentence, and the words between ⟦ and ⟧."""
    return line.translate(MARKS), [words.translate(MARKS) for words in re.findall("⟦(.*?)⟧", line)]


def reported(text: str) -> list[tuple[str, str]]:
    """What a sentence reports, and how that was found."""
    (unit,) = units_in(text)
    return [(text[one.start : one.end], one.how) for one in read_unit(text, unit).reports]


def family_of(unit: Unit) -> str:
    return grammar_of(unit).cued.__module__.split(".")[-2]
