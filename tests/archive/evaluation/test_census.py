"""How often a rule speaks, which none needs, and which one sentence alone needs."""

from pathlib import Path

import pytest

from archive.evaluation.census import HOW, PATTERNS, Census, Place, Sample, pieces_of, rules, told_in, without
from archive.extraction import Stated, extract

pytestmark = pytest.mark.once

DOCUMENTS = Path(__file__).parents[3] / "archive" / "demo" / "documents"
HEAD = "A note from the region\n17 May 2023\n\nThe mill stood by the river.\n\n"
DECADE = ("which date is it, in English", "decade")
YEAR = ("which date is it, in English", "year")


def census_of(*texts: str) -> Census:
    counted = Census()
    for number, text in enumerate(texts):
        counted.read(Sample(f"text {number}", HEAD + text, len(HEAD)))
    return counted


def test_rules_are_counted_by_times_and_texts():
    counted = census_of("Rents rose in 1999 and in 2001.", "The bridge fell in 1987.", "The mill stood by the river.")

    assert (counted.texts, counted.heard_in[YEAR], counted.languages[YEAR].keys()) == (3, 2, {"en"})
    assert counted.times[YEAR] >= 3  # the lines of a head are read more than once
    assert YEAR not in counted.unneeded()
    assert DECADE in counted.unneeded()


def test_rule_that_languages_share_is_one_row():
    counted = census_of("Мост построили 9 мая 2014 года.", "Міст збудували 9 травня 2014 року.")
    row = ("which date is it, in Slavic", "day, month and year")

    assert (counted.heard_in[row], counted.languages[row].keys()) == (2, {"ru", "uk"})


def test_one_sentence_that_a_rule_needs_is_told_with_its_place():
    words = "Rents fell in the 1990s."
    counted = census_of("Rents rose in 1999.", f"The mill stood by the river. {words} The bridge fell in 2001.")

    assert dict(counted.needed_once(counted.in_one_text()))[DECADE] == Place("text 1", 29, 29 + len(words), words)


def test_rule_that_two_sentences_need_is_none_of_them():
    counted = census_of("Rents fell in the 1990s. The mill stood by the river. Wages fell in the 1980s.")

    assert DECADE in counted.in_one_text()
    assert DECADE not in dict(counted.needed_once(counted.in_one_text()))


def test_rule_that_speaks_of_what_the_page_states_needs_no_sentence():
    rule, counted = ("the day of a document", "publication"), Census()
    counted.read(Sample("page", "Rents rose on Monday.", stated=Stated(published="2023-05-17")))

    assert rule in counted.in_one_text()
    assert rule not in dict(counted.needed_once(counted.in_one_text()))


def test_pattern_of_a_report_is_a_rule():
    counted = census_of("Anna Hill said that the bridge will open.")

    assert counted.times[HOW, "clause after that"] == 1


def test_pieces_are_the_sentences_and_the_lines_of_none():
    text = "A head\n\nOne. Two.\nA foot"

    pieces = pieces_of(text, [(8, 12), (13, 17)])

    assert [text[start:end] for start, end in pieces] == ["A head", "One.", "Two.", "A foot"]
    assert without(text, pieces[1:3]) == "A head\n\n         \nA foot"


def test_every_pattern_that_is_heard_is_known():
    """A new pattern of reports needs a line in PATTERNS."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(DOCUMENTS.glob("*.txt"))]

    assert {one.evidence[0] for text in texts for one in extract(text).statements} <= set(PATTERNS)


def test_every_rule_that_is_heard_is_known():
    counted = census_of("Anna Hill said on Monday that rents rose in 1999.", "«Мост откроют в мае», — сказал Иван Петров 9 мая 2014 года.")

    assert set(counted.times) <= set(rules())


def test_text_is_read_with_what_its_page_states():
    found, told = told_in(Sample("page", "Rents rose on Monday.", stated=Stated(published="2023-05-17")))

    assert [date.edtf for date in found.dates] == ["2023-05-15"]
    assert sum(told.values()) > 0
