"""Counts the decisions of every function as a reader meets them, and names those that ask too much: python3 -m tests.checks.gauge

One to begin with, and one for each branch, loop and handler, each further operand of `and` and `or`, each conditional expression and each
`for` of a comprehension; what a nested function decides counts for the one around it too. None may have more than twelve but those
that `gauge.txt` beside this file lists, a line each: the number, the place and the reason. That list may only shrink: a line that
states more than is there, or a function that is gone, is an error too.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LISTED = Path(__file__).with_name("gauge.txt")
MOST = 12
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.IfExp, ast.ExceptHandler, ast.match_case, ast.comprehension)


def decisions(function: ast.AST) -> int:
    inside = list(ast.walk(function))
    joined = sum(len(node.values) - 1 for node in inside if isinstance(node, ast.BoolOp))
    return 1 + joined + sum(isinstance(node, BRANCHES) for node in inside)


def functions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, ast.AST]]:
    for node in ast.iter_child_nodes(tree):
        named = isinstance(node, (*FUNCTIONS, ast.ClassDef))
        place = f"{within}.{node.name}".lstrip(".") if named else within
        if isinstance(node, FUNCTIONS):
            yield place, node
        yield from functions(node, place)


def counted() -> dict[str, int]:
    """The most decisions of the functions at each place, such as `archive/review.py:accept`."""
    found: dict[str, int] = {}
    for file in sorted(
        [*ROOT.glob("*.py"), *(file for folder in ("archive", "timeline", "tests") for file in (ROOT / folder).rglob("*.py"))]
    ):
        if "migrations" in file.parts:
            continue
        for name, function in functions(ast.parse(file.read_text("utf-8"))):
            place = f"{file.relative_to(ROOT).as_posix()}:{name}"
            found[place] = max(found.get(place, 0), decisions(function))
    return found


def listed() -> dict[str, int]:
    lines = [line.split(maxsplit=2) for line in LISTED.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {place: int(number) for number, place, _reason in lines}


def complaints(found: dict[str, int], allowed: dict[str, int]) -> list[str]:
    over = [
        f"{place} has {number} decisions; at most {max(MOST, allowed.get(place, 0))} are allowed"
        for place, number in found.items()
        if number > max(MOST, allowed.get(place, 0))
    ]
    loose = [
        f"gauge.txt allows {place} {number} decisions, and it has {found.get(place, 0)}: take the line away or lower it"
        for place, number in allowed.items()
        if found.get(place, 0) < number
    ]
    return [*over, *loose]


if __name__ == "__main__":
    said = complaints(counted(), listed())
    sys.exit("\n".join(said) if said else 0)
