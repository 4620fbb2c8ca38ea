"""Each requirement of ASVS 5.0 at the levels 1 and 2 has one answer, and each file and test that an answer names is there."""

import ast
import re
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.once
ROOT = Path(settings.BASE_DIR)
ANSWERS = (ROOT / "archive" / "SECURITY.md").read_text("utf-8")
REPORTING = (ROOT / ".github" / "SECURITY.md").read_text("utf-8")
MOST_OPEN = 10
# By section, how many of its requirements are of level 1 or 2: those of level 3 follow them. There are 253 in all.
REQUIRED = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5,
    "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4,
    "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
    "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3,
    "11.4": 4, "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4,
    "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4, "17.3": 2,
}  # fmt: skip
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([a-z ]+) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`((?:archive|timeline|templates|\.github)/[\w./-]+|[\w.]+\.(?:py|md|txt|toml))`")
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def test_each_requirement_has_one_answer():
    required = list(chain.from_iterable([f"{section}.{number + 1}" for number in range(last)] for section, last in REQUIRED.items()))

    assert len(required) == 253
    assert Counter(number for number, *_ in ROW.findall(ANSWERS)) == Counter(required)


def test_answers_are_of_three_kinds_and_few_are_open():
    counted = Counter(answer for _, answer, _ in ROW.findall(ANSWERS))

    assert set(counted) == {"held", "not applicable", "open"}
    assert counted["open"] <= MOST_OPEN


@pytest.mark.parametrize("document", [ANSWERS, REPORTING], ids=["answers", "reporting"])
def test_what_is_named_is_there(document):
    assert {name for name in NAMED.findall(document) if not (ROOT / name).exists()} == set()


def test_tests_that_are_named_are_there():
    """As `file::test`: of a file alone nobody knows which of its tests shows an answer."""
    named = {(file, test) for file, test in TEST.findall(ANSWERS) if file != "tests/checks/test_security.py"}

    assert len(named) > 100
    assert {(file, test) for file, test in named if test not in names_of_tests(file)} == set()


@cache
def names_of_tests(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8")) if (ROOT / file).exists() else ast.Module([], [])
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}
