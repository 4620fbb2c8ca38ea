"""The gauge counts decisions as a reader meets them, and its list of exceptions may only shrink."""

import ast

import pytest

from tests.checks.gauge import complaints, decisions, functions, listed


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("return 1", 1),
        ("return a and b and c", 3),
        ("return a if b or c else d", 3),
        ("return [a for a in b for c in a if c]", 3),
        ("if a:\n    return 1\nelif b:\n    return 2", 3),
        ("for a in b:\n    while a:\n        pass", 3),
        ("try:\n    a()\nexcept (B, C):\n    pass", 2),
        ("def inner():\n    return a or b", 2),
    ],
)
def test_decisions_of_a_function(body, number):
    lines = "\n".join(f"    {line}" for line in body.splitlines())

    (_, function), *_ = functions(ast.parse(f"def outer():\n{lines}"))

    assert decisions(function) == number


def test_functions_are_named_by_their_place():
    tree = ast.parse("class A:\n    def b(self):\n        def c(): pass\ndef d(): pass")

    assert [name for name, _ in functions(tree)] == ["A.b", "A.b.c", "d"]


@pytest.mark.parametrize(
    ("found", "allowed", "said"),
    [
        ({"a.py:b": 12}, {}, []),
        ({"a.py:b": 13}, {}, ["a.py:b has 13 decisions; at most 12 are allowed"]),
        ({"a.py:b": 14}, {"a.py:b": 14}, []),
        ({"a.py:b": 15}, {"a.py:b": 14}, ["a.py:b has 15 decisions; at most 14 are allowed"]),
        ({"a.py:b": 13}, {"a.py:b": 14}, ["gauge.txt allows a.py:b 14 decisions, and it has 13: take the line away or lower it"]),
        ({}, {"a.py:b": 14}, ["gauge.txt allows a.py:b 14 decisions, and it has 0: take the line away or lower it"]),
    ],
)
def test_what_the_gauge_says(found, allowed, said):
    assert complaints(found, allowed) == said


def test_list_of_exceptions_gives_numbers_over_twelve():
    assert [place for place, number in listed().items() if number <= 12] == []
