"""No word stands twice in one list of words."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
ROOMS = ("archive/extraction", "archive/matching")
FILES = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]
LISTS = ("words", "inflected")


def lists_of(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Lists written as one string or as a tuple of words, with the line in which each begins."""
    for node in ast.walk(tree):
        written = None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LISTS and node.args:
            written = node.args[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split" and not node.args:
            written = node.func.value
        if isinstance(written, ast.Constant) and isinstance(written.value, str):
            yield node.lineno, written.value.split()


def test_no_word_stands_twice_in_a_list() -> None:
    lists = [(file, line, words) for file in FILES for line, words in lists_of(ast.parse(file.read_text("utf-8")))]
    twice = [(file, line, word) for file, line, words in lists for word, times in Counter(words).items() if times > 1]

    assert twice == []
