"""Every sentence that refuses or asks can be put into another language: it goes through gettext. Read from the sources."""

import ast
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from archive.errors import WRONG_STATE

ARCHIVE = settings.BASE_DIR / "archive"
FOR_WHO_RUNS_IT = {"management", "demo", "migrations", "processes.py", "dask_workers.py"}  # said on a terminal
FILES = [file for file in sorted(ARCHIVE.rglob("*.py")) if not FOR_WHO_RUNS_IT & set(file.parts)]
TRANSLATES = {"gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "_"}


@cache
def trees() -> dict[Path, ast.Module]:
    return {file: ast.parse(file.read_text("utf-8")) for file in FILES}


def refusals() -> set[str]:
    """The names of the errors that are a refusal."""
    classes = [node for tree in trees().values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    bases = {node.name: {name_of(base) for base in node.bases} for node in classes}
    found = {"Refused"}
    while more := {name for name, parents in bases.items() if parents & found} - found:
        found |= more
    return found


def name_of(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


@cache
def says() -> dict[str, int]:
    """Which argument is the sentence."""
    return dict.fromkeys(refusals(), 0) | {"Doubt": 1}


def bare_constants(file: Path) -> set[str]:
    """What a module calls sentences that nothing translates."""
    assigned = [node for node in trees()[file].body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)]
    sentences = [node for node in assigned if isinstance(node.value.value, str) and " " in node.value.value]
    return {name_of(target) for node in sentences for target in node.targets}


def untranslated(tree: ast.AST, constants: Collection[str] = ()) -> Iterator[int]:
    """Lines with a sentence that nothing translates."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and (place := says().get(name_of(call.func))) is not None and len(call.args) > place:
            yield from (call.lineno for part in parts_of(call.args[place]) if is_bare(part, constants))


def parts_of(node: ast.AST) -> Iterator[ast.AST]:
    """The expression and those in it, but for what is handed to gettext or stands for a name in the sentence."""
    if isinstance(node, ast.Call) and name_of(node.func) in TRANSLATES:
        return
    yield node
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        yield from parts_of(node.left)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        yield from parts_of(node.func.value)
    elif isinstance(node, ast.IfExp):
        yield from (*parts_of(node.body), *parts_of(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        for value in node.values:
            yield from parts_of(value)


def is_bare(node: ast.AST, constants: Collection[str]) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and any(one.isalpha() for one in node.value)
    return name_of(node) in constants


def test_every_refusal_and_doubt_is_translated():
    shared = bare_constants(ARCHIVE / "errors" / "__init__.py")
    bare = {file: set(untranslated(tree, bare_constants(file) | shared)) for file, tree in trees().items()}

    assert {file: sorted(lines) for file, lines in bare.items() if lines} == {}


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ('Refused("No.")', True),
        ('Stale(f"{name} is gone.")', True),
        ('Doubt("key", "%s is gone." % name)', True),
        ('Doubt("key", "{} is gone.".format(name))', True),
        ('Refused(_("No.") if name else "Gone.")', True),
        ('Refused(gettext("%(name)s is gone.") % {"name": "x y"})', False),
        ('Doubt("key", _("No."))', False),
        ('Refused(f"{one} {other}")', False),
        ("Refused(str(error))", False),
    ],
)
def test_what_is_bare_is_found(source, is_found):
    assert bool(list(untranslated(ast.parse(source)))) == is_found


def test_every_act_that_needs_a_state_has_its_sentence():
    calls = [node for tree in trees().values() for node in ast.walk(tree) if isinstance(node, ast.Call)]
    acts = {node.args[2].value for node in calls if name_of(node.func) == "expect_state"}

    assert acts == set(WRONG_STATE)
