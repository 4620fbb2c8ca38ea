"""Neither family of languages is asked for a sentence of the other, and what both use knows no language. Written imports, calls and
word lists are traced."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from archive.extraction.speech.reader import read_unit
from tests.archive.extraction.speech.sentences import family_of, sentences

ROOT = settings.BASE_DIR
ROOM = "archive/extraction"
OTHER = {"english": "slavic", "slavic": "english"}
# The walk, and what both families take from beside it.
SHARED = ("clauses", "grammar", "loose_quotes", "reports", "stretches", "appositions", "backward", "colons", "opposing")


def imported(file: Path) -> set[str]:
    """Every module that a file imports, or imports from."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def of_family(family: str) -> list[Path]:
    return [file for room in ("speech", "languages") for file in sorted((ROOT / ROOM / room / family).rglob("*.py"))]


def named(file: Path) -> str:
    return str(file.relative_to(ROOT / ROOM))


def test_family_imports_nothing_of_the_other():
    files = [(file, other) for family, other in OTHER.items() for file in of_family(family)]
    taken = {named(file): {name for name in imported(file) if other in name.split(".")} for file, other in files}

    assert {file: names for file, names in taken.items() if names} == {}


@pytest.mark.parametrize("name", SHARED)
def test_what_both_families_use_imports_neither(name):
    parts = {part for module in imported(ROOT / ROOM / "speech" / f"{name}.py") for part in module.split(".")}

    assert parts & set(OTHER) == set()


@pytest.mark.parametrize("family", OTHER)
def test_sentence_runs_no_function_of_the_other_family(family):
    read = [(text, unit) for text, unit in sentences() if family_of(unit) == family]
    called = set()

    def note(frame, event, argument):
        if event == "call":
            called.add(frame.f_globals.get("__name__", ""))

    sys.setprofile(note)
    try:
        for text, unit in read:
            read_unit(text, unit)
    finally:
        sys.setprofile(None)

    speech = {name for name in called if name.startswith("archive.extraction.speech.")}
    assert {name for name in speech if family in name.split(".")} != set()
    assert {name for name in speech if OTHER[family] in name.split(".")} == set()


def test_sentence_asks_no_word_list_of_the_other_family():
    """In an interpreter of its own, whose lists tell who asks them."""
    command = [sys.executable, "-m", "tests.archive.extraction.speech.asked_lists"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    asked = {tuple(line.split()) for line in printed.splitlines()}

    assert {family for family, _ in asked} == set(OTHER)
    assert {(family, name) for family, name in asked if name.split(".")[0] != family} == set()
