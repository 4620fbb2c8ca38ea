"""An error inside a rule costs what it was reading, and the log names the rule; texts that once crashed the reading are read."""

import datetime
import re

import pytest

from archive.extraction import extract, read_head
from archive.extraction.dates.core import DateGrammar, Setting, cores_of, matches_of, single
from archive.extraction.speakers import paragraphs
from archive.extraction.text.faults import attempt
from archive.extraction.text.rules import TABLES, Row

ONCE_CRASHED = [
    ("Rescuers searching for a woman in Looe said they had found a body.", 1),
    ("Shareholders have sued the group, claiming it hid its losses.", 1),
    ("Firefighters tackling the blaze in Ardo said the harbour was closed.", 1),
    ("Собор построен в X веке. «Мы его восстановим», — сказал министр Иван Корзун.", 1),
    ("Анна Руис сказала, что в XXII веке города опустеют.", 1),
    ("Так вийшло. «Ми відкриємо міст навесні, – каже Дудко. – Роботи майже завершено, і гроші є, але ніхто не приїхав.", 2),
    ("The lock has opened.\nHanna Shaw, HIS", 0),
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
    grammar = DateGrammar()

    @grammar.rule("year that raises", r"19\d\d")
    def _raises(match: re.Match[str], setting: Setting):
        raise ZeroDivisionError

    @grammar.rule("year", r"20\d\d")
    def _year(match: re.Match[str], setting: Setting):
        return single("year", match[0])

    text = "In 1999 and 2003"
    cores = cores_of(matches_of(grammar.rules, text), Setting(text, datetime.date(2010, 1, 1), lambda *_: 0))

    assert [core.value.edtf for core in cores] == [("2003",)]
    (told,) = reading_faults
    assert told.startswith("A date could not be read: the rule “year that raises” failed, ZeroDivisionError at ")
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
    (told,) = reading_faults
    assert told.startswith("The sentence at 0 could not be read: the rule “marks.mask_of” failed, TypeError at text/marks.py:")
    reading_faults.clear()


def test_log_tells_the_place_of_an_error_and_no_words_of_the_text(reading_faults):
    attempt("A date", lambda: int("Ковалёв сказал"), None)

    (told,) = reading_faults
    assert "Ковалёв" not in told
    assert "ValueError" in told
    reading_faults.clear()


DOCUMENT = """Harbour wall to be repaired

By Ann Orr
17 May 2023, 15:44

VALMERE, 16 May (Ardpress) - The council of Ardo agreed on Tuesday to repair the wall, which broke in May 2019.

“We have waited long,” Mayor Lena Brandt said after the vote. Anna Hill, the head of the Port Union, said that it would cost 3 million.

Министр Иван Корзун сообщил в среду, что мост откроют летом. «Мы готовы», — сказал он на встрече в Мерроу.

She told reporters at a press conference on 12 May that the gate would close, but Tom Vale disagreed. The ministry said so, too.

According to the Harbour Board, ships will wait. «Дорогу починят, — заявила Анна Руис. — Деньги есть».
"""
TRANSCRIPT = """Sitting of Wednesday, 17 May 2023

BRANDT: We have waited long for this wall.

THE CHAIR: Who is against? Nobody is, it seems.

Mr. VALE: I am against it, and the union says that it will strike.
"""
MOST_LOST = 2  # statements: what one sentence says


class RaisesOnce:
    """A rule that raises when it is asked for the nth time, and has nothing to say otherwise."""

    def __init__(self, call: int) -> None:
        self.call, self.asked = call, 0

    def __call__(self, *_args: object) -> None:
        self.asked += 1
        if self.asked == self.call:
            raise ZeroDivisionError


@pytest.mark.parametrize("question", TABLES)
def test_rule_that_raises_costs_no_more_than_a_sentence(question, reading_faults):
    rows = TABLES[question].rows
    for text in (DOCUMENT, TRANSCRIPT):
        whole = len(extract(text).statements)
        for call in (1, 2, 5):
            reading_faults.clear()
            rule = RaisesOnce(call)
            rows.insert(0, Row("raises", rule, text))
            try:
                found = extract(text)
                head = read_head(text)
            finally:
                del rows[0]

            assert head.chars == len(text)
            assert len(found.statements) >= whole - MOST_LOST
            assert rule.asked < call or any(f"{question}: raises" in told for told in reading_faults)
    reading_faults.clear()
