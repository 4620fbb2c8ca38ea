"""Every refusal and doubt of the stage functions, read from their sources: none can be added that nobody tries."""

import ast
from collections.abc import Iterator
from pathlib import Path

import archive

ROOT = Path(archive.__file__).parent
ROOMS = ("acts.py", "removal.py", "working", "review", "publication", "readers", "linking", "identity", "capture", "doubts")
RAISED = {"Refused", "NotYours", "Stale", "NoName", "MayBeKnown", "NeedsConfirmation"}
MARKING = {"_", "gettext", "ngettext", "gettext_lazy"}


def guards() -> set[str]:
    """Each as `file: sentence`, a doubt as `file: its key`. What is made elsewhere stands as the source has it."""
    files = (file for room in ROOMS for file in ([ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py"))))
    return {f"{file.relative_to(ROOT)}: {told}" for file in files for told in _told_in(ast.parse(file.read_text()))}


def _told_in(tree: ast.Module) -> Iterator[str]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            named = [(ast.unparse(one.targets[0]), one.value) for one in ast.walk(function) if isinstance(one, ast.Assign)]
            for raised in _raised_in(function):
                values = [value for name, value in named if name == ast.unparse(raised)]
                yield from map(_told, values or [raised])


def _raised_in(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func)
            if called in RAISED or (called == "Doubt" and len(node.args) > 1):
                yield node.args[0]


def _told(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Call) and ast.unparse(node.func) in MARKING:
        return _told(node.args[0])
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return _told(node.left)
    return f"`{ast.unparse(node)}`"
