"""A text read once, so that it can be compared with many."""

import pytest

from archive.matching import content_of, prepare, taken_apart
from archive.matching.prepared import LONGEST_TEXT
from archive.matching.words import stem

pytestmark = pytest.mark.once


def test_content_is_stems_without_stop_words_and_a_term_for_each_quantity():
    read = prepare("The council spent 300 million dollars on the railway.")

    assert read.content == {stem("council"), stem("spent"), stem("dollars"), stem("railway"), "#3e+08"}
    assert read.content == content_of(read.text)


def test_sign_of_a_currency_is_its_word():
    assert {"dollar", "#5e+06"} <= content_of("It cost $5m.")


def test_places_tell_where_each_stem_stands():
    read = prepare("rain and rain")

    assert (read.sequence, read.places[stem("rain")]) == ((stem("rain"), stem("and"), stem("rain")), [0, 2])


def test_names_and_negations_are_told():
    read = prepare("We met Anna Hill, who did not answer.")

    assert {stem("anna"), stem("hill")} <= read.names
    assert read.negations == ("not",)


def test_vector_that_is_known_already_is_taken_and_other_languages_have_none():
    assert prepare("Мост откроют в мае.").vector is None
    assert taken_apart("The bridge opens in May.", None).vector is None
    assert taken_apart("The bridge opens in May.", "known").vector == "known"


def test_long_text_is_read_at_its_head():
    assert len(prepare("rain " * LONGEST_TEXT).words) == LONGEST_TEXT // len("rain ")
