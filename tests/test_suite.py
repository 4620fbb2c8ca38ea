"""The suite itself: no test waits on a clock for its verdict, and none patches a module by the string of its path."""

import ast
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from archive.log import last_note
from tests.conftest import ALWAYS_ON_POSTGRESQL, EACH_CASE_ON_POSTGRESQL, between_first_and_last

HERE = Path(__file__).parent
CLOCKS = {"time", "monotonic", "perf_counter", "perf_counter_ns", "monotonic_ns"}
APART = {"benchmarks", "campaigns"}


@cache
def nodes() -> list[tuple[Path, ast.AST]]:
    files = [file for file in HERE.rglob("test_*.py") if not APART.intersection(file.relative_to(HERE).parts)]
    return [(file, node) for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))]


def is_clock(node: ast.AST) -> bool:
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "time" and called.attr in CLOCKS


def test_places_that_are_named_are_there():
    assert [place for place in (*ALWAYS_ON_POSTGRESQL, *EACH_CASE_ON_POSTGRESQL) if not (HERE.parent / place).exists()] == []


def test_the_first_and_the_last_case_of_a_table_are_asked():
    items = [SimpleNamespace(nodeid=name) for name in ("one[a]", "one[b]", "alone", "one[c [d]]", "two[x]", "two[y]", "one[e]")]

    assert [item.nodeid for item in between_first_and_last(items)] == ["one[b]", "one[c [d]]"]


def test_none_asserts_wall_time():
    # Waiting for another process is bounded by a deadline: "while … : assert time.monotonic() < deadline".
    waits = {id(inner) for _, node in nodes() if isinstance(node, ast.While) for inner in ast.walk(node)}
    asserts = [(file, node) for file, node in nodes() if isinstance(node, ast.Assert) and any(map(is_clock, ast.walk(node)))]

    assert [f"{file.name}:{node.lineno}" for file, node in asserts if (id(node) not in waits) and "deadline" not in ast.unparse(node)] == []


def test_each_that_has_transactions_of_its_own_puts_back_what_migrations_made():
    """Or Django makes some of it anew behind the test, and no later one of this kind can begin."""
    marks = [(file, ast.unparse(node)) for file, node in nodes() if isinstance(node, ast.Call)]

    with_their_own = [(file.name, told) for file, told in marks if told.startswith("pytest.mark.django_db(") and "transaction=True" in told]
    assert [one for one in with_their_own if "serialized_rollback=True" not in one[1]] == []


def test_none_patches_a_module_by_a_string():
    calls = [(file, node) for file, node in nodes() if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    patches = [(file, node) for file, node in calls if node.func.attr in ("setattr", "patch") and node.args]

    assert [f"{file.name}:{node.lineno}" for file, node in patches if isinstance(node.args[0], ast.Constant)] == []


def test_each_worker_keeps_what_is_signed_in_a_place_of_its_own(worker_id):
    assert (last_note.place().parent.name == worker_id) == (worker_id != "master")
