"""An error inside a rule costs what it was reading, and the log names the rule; texts that once crashed the reading are read."""

import datetime
import re

import pytest

from archive.extraction import extract
from archive.extraction.dates.core import Grammar, Setting, cores_of, single
from archive.extraction.speakers import paragraphs
from archive.extraction.text.faults import attempt

ONCE_CRASHED = [
    ("Rescuers searching for a woman in Looe said they had found a body.", 1),
    ("Shareholders have sued the group, claiming it hid its losses.", 0),
    ("Firefighters tackling the blaze in Ardo said the harbour was closed.", 1),
    ("Собор построен в X веке. «Мы его восстановим», — сказал министр Иван Корзун.", 1),
    ("Анна Руис сказала, что в XXII веке города опустеют.", 1),
    ("Так вийшло. «Ми відкриємо міст навесні, – каже Дудко. – Роботи майже завершено, і гроші є, але ніхто не приїхав.", 2),
    ("Later in the summer\n\nFIRST, since last summer -- The council met on 3 May 2008.\n\nMay 16, 2008", 0),
]


@pytest.mark.parametrize(("text", "statements"), ONCE_CRASHED)
def test_text_that_once_crashed_the_reading_is_read(text, statements):
    found = extract(text, published="2008-05-16")

    assert len(found.statements) == statements


@pytest.mark.parametrize(("numeral", "edtf"), [("X", "09XX"), ("XI", "10XX"), ("ХІХ", "18XX"), ("XXII", "21XX"), ("XIIV", None)])
def test_century_is_read_from_its_roman_numeral(numeral, edtf):
    found = extract(f"Собор построен в {numeral} веке, и его открыли для всех.")

    assert [date.edtf for date in found.dates] == ([edtf] if edtf else [])


def test_date_rule_that_raises_costs_its_date_alone(reading_faults):
    grammar = Grammar()

    @grammar.rule("year that raises", r"19\d\d")
    def _raises(match: re.Match[str], setting: Setting):
        raise ZeroDivisionError

    @grammar.rule("year", r"20\d\d")
    def _year(match: re.Match[str], setting: Setting):
        return single("year", match[0])

    cores = cores_of(grammar.rules, Setting("In 1999 and 2003", datetime.date(2010, 1, 1), lambda *_: 0))

    assert [core.value.edtf for core in cores] == [("2003",)]
    assert reading_faults == ["A date could not be read: the rule “year that raises” failed"]
    reading_faults.clear()


def test_sentence_whose_rule_raises_is_lost_alone(monkeypatch, reading_faults):
    read = paragraphs.read_unit

    def raising_at_the_first(text, unit):
        return read(text, unit) if unit.start else 1 // 0

    monkeypatch.setattr(paragraphs, "read_unit", raising_at_the_first)

    found = extract("Anna Hill said the bridge would open. Later Boris Lund said it would close in 2019.")

    assert [statement.text for statement in found.statements] == ["it would close in 2019"]
    assert [date.edtf for date in found.dates] == ["2019"]
    assert len(reading_faults) == 1
    assert reading_faults[0].startswith("The sentence at 0 could not be read")
    reading_faults.clear()


def test_rule_is_named_by_the_function_that_raised(reading_faults):
    found = attempt("The sentence at 0", lambda: extract(None), "nothing")  # type: ignore[arg-type]

    assert found == "nothing"
    assert reading_faults == ["The sentence at 0 could not be read: the rule “marks.mask_of” failed"]
    reading_faults.clear()
