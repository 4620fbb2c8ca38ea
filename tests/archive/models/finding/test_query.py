"""Phrases in any quotation marks, and what a minus leaves out."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from archive.models.finding.query import Piece, pieces_of
from archive.models.search import left_out, query_phrases

PAIRS = ['""', "“”", "„“", "„”", "””", "«»", "»«", "‹›", "''", "‘’", "‚‘", "’’", "「」", "＂＂", '“"']
WORD = some.text(some.characters(categories=["Ll"]), min_size=1, max_size=6)


@given(some.sampled_from(PAIRS), some.lists(WORD, min_size=1, max_size=3), some.booleans())
def test_phrase_is_one_in_any_marks_and_left_out_behind_a_minus(marks, words, is_out):
    phrase, minus = " ".join(words), "-" * is_out

    found = pieces_of(f"before {minus}{marks[0]}{phrase}{marks[1]} behind")

    assert [piece._replace(text=piece.text.strip()) for piece in found] == [
        Piece("before"), Piece(phrase, is_phrase=True, is_out=is_out), Piece("behind")
    ]  # fmt: skip


@given(some.text(alphabet="ab '’‘“”„\"«»-−(", max_size=30))
def test_no_letter_of_a_query_is_lost(query):
    letters = [letter for letter in query if letter.isalpha()]

    assert [letter for piece in pieces_of(query) for letter in piece.text if letter.isalpha()] == letters


@pytest.mark.parametrize("query", ["O'Neil don’t 'tis", "the owners' boats", "short- and long-term", "2019-05-12 – 3", "pier -", "a (b-c)"])
def test_apostrophe_and_hyphen_of_a_word_open_nothing(query):
    assert pieces_of(query) == [Piece(query)]


def test_what_is_opened_goes_on_to_the_end():
    assert query_phrases("peace „open border") == query_phrases('peace "open border"') == [[["peac"]], [["open", "border"]]]


def test_words_with_a_minus_are_left_out():
    assert query_phrases("peace -toll −fleet-owners") == [[["peac"]]]
    assert left_out("-toll peace -fleet-owners") == [[["toll"]], [["fleet", "owner"], ["fleetown"]]]
