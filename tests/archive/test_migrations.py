"""Migrations keep what they do: what a data migration computes is a copy of its own, and the copies stay as they are."""

import ast
import hashlib
from pathlib import Path

import pytest

from archive.migrations.frozen.addresses import address_key
from archive.migrations.frozen.names import key_of
from archive.migrations.frozen.roles import ROLES
from archive.migrations.frozen.sketches import sketch_of

MIGRATIONS = Path(__file__).parents[2] / "archive" / "migrations"
FIELD_CLASSES = {"archive.models.fields", "archive.models.outlet"}  # what a migration has to name
TEXT = (
    "The bridge over the Veyra will be opened to trains in the spring, the minister told reporters. " * 2 + "Nobody asked her about tolls."
)


@pytest.mark.parametrize("file", sorted(MIGRATIONS.rglob("*.py")), ids=lambda file: file.stem)
def test_migration_calls_nothing_that_may_change(file):
    nodes = list(ast.walk(ast.parse(file.read_text())))
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}

    ours = {name for name in named if name.split(".")[0] in ("archive", "timeline")}
    assert {name for name in ours - FIELD_CLASSES if not name.startswith("archive.migrations.frozen")} == set()


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("HTTP://www.paper.example/Bridge/?utm_source=x&id=7#top", "paper.example/Bridge/?id=7#"),
        ("https://m.paper.example:8080/a/../bridge/amp?outputType=amp", "paper.example:8080/bridge?#"),
        ("https://paper.example/%d0%bc%D0%BE%d1%81%D1%82", "paper.example/%D0%BC%D0%BE%D1%81%D1%82?#"),
        ("https://[not-an-address", "https://[not-an-address"),
    ],
)
def test_key_of_an_address_stays(url, written):
    assert address_key(url) == hashlib.sha256(written.encode()).hexdigest()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Сяргей Петровіч Каваленка", "kvlnk srh"),
        ("Sergei Kowalenko", "kvlnk srh"),
        ("Kovaleva", ""),
        ("王 小明", ""),
    ],
)
def test_key_of_a_name_stays(name, key):
    assert key_of(name) == key


def test_sketch_of_a_text_stays():
    assert sketch_of(TEXT)[:3] == [53469632447866848, 173559792025127617, 212066530152898722]
    assert sketch_of(TEXT)[-1] == 335258920731140735
    assert sketch_of("Too short.") == []


def test_roles_stay():
    content = ",".join(sorted(f"{role}:{codename}" for role, codenames in ROLES.items() for codename in codenames))

    assert hashlib.sha256(content.encode()).hexdigest() == "dfd4a54bbab0a85842d9004babbae2624eb5d50d4e627a2d6a2a2c3109202841"
