"""Which grammar a sentence is read with."""

import pytest

from archive.extraction.people.unit import unit_of
from archive.extraction.speech.english.grammar import ENGLISH
from archive.extraction.speech.reader import LONGEST, grammar_of, read_unit
from archive.extraction.speech.slavic.grammar import SLAVIC


@pytest.mark.parametrize(
    ("text", "grammar"),
    [
        ("Anna Holt said the road was shut.", ENGLISH),
        ("Анна Новик сказала, что дорога закрыта.", SLAVIC),
        ("Анна Новік сказала, што дарога закрыта.", SLAVIC),
        ("Kronika сообщает: дорога закрыта.", SLAVIC),
        ("The newspaper Новая Волна said the road was shut.", ENGLISH),
        ("«Закрыта!»", SLAVIC),
        ("12 + 7", ENGLISH),
    ],
)
def test_letters_of_half_of_the_words_tell_the_grammar(text, grammar):
    assert grammar_of(unit_of(text, 0, 0, len(text), ())) is grammar


def test_list_without_full_stops_reports_its_quotations_alone():
    text = "Anna Holt said the road was shut " + "and so on " * (LONGEST // 3)

    assert read_unit(text, unit_of(text, 0, 0, len(text), ())).reports == ()
