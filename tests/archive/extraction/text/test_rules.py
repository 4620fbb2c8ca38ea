"""Tables of rules: the first that speaks decides, each is heard by its name, and each example makes its own rule speak."""

import importlib
import pkgutil

import pytest

from archive import extraction
from archive.extraction import extract
from archive.extraction.text.rules import TABLES, Rules, heard

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"

for module in pkgutil.walk_packages(extraction.__path__, "archive.extraction."):
    importlib.import_module(module.name)
ROWS = [(question, row.name, row.example) for question, table in TABLES.items() for row in table.rows]


@pytest.fixture
def sizes():
    table = Rules[[int], str]("how large is the number in this test", otherwise="middling")

    @table.rule("none", "0")
    def _none(number: int) -> str | None:
        return "none" if number == 0 else None

    @table.when("large", "large", "11")
    def _large(number: int) -> bool:
        return 100 / number < 10

    yield table
    del TABLES[table.question]


def test_first_rule_that_speaks_decides_and_is_heard(sizes):
    with heard() as counts:
        answers = [sizes.decided(number) for number in (0, 50, 5)]

    assert answers == [("none", "none"), ("large", "large"), ("middling", "otherwise")]
    assert counts == {(sizes.question, "none"): 1, (sizes.question, "large"): 1}


def test_error_carries_the_name_of_its_rule(sizes):
    with pytest.raises(TypeError) as caught:
        sizes("five")

    assert caught.value.__notes__ == ["how large is the number in this test: large"]


def test_two_rules_of_one_name_are_refused(sizes):
    with pytest.raises(ValueError, match="are called “none”"):
        sizes.rule("none", "0")(lambda number: None)


def test_two_tables_of_one_question_are_refused(sizes):
    with pytest.raises(ValueError, match="two tables of rules ask"):
        Rules[[int], str](sizes.question, otherwise="")


@pytest.mark.parametrize(("question", "name", "example"), ROWS, ids=lambda value: value[:40])
def test_example_makes_its_rule_speak(question, name, example):
    with heard() as counts:
        extract(HEAD + example)

    assert counts[question, name] > 0
