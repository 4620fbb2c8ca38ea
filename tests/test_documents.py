"""What the documents say is so: every command, setting, room and path that they name exists, and every one that exists is named."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

ROOT = Path(settings.BASE_DIR)
README, CONTRIBUTING = ROOT / "README.md", ROOT / ".github" / "CONTRIBUTING.md"
MAPS = {"archive": ROOT / "archive" / "README.md", "timeline": ROOT / "timeline" / "README.md"}
BENCHMARK = ROOT / "tests" / "benchmarks" / "claims" / "README.md"
DOCUMENTS = [README, CONTRIBUTING, *MAPS.values(), ROOT / "archive" / "DECISIONS.md", ROOT / "CHANGELOG.md", BENCHMARK]
COMMAND = re.compile(r"(?:manage\.py|run\.py manage) ([a-z_]+)")
MODULE = re.compile(r"python -m (tests\.[\w.]+)")
# A path of ours in backticks: `archive/review.py`, `archive/extraction/`, `tests/checks/gauge.txt`.
PATH = re.compile(r"`((?:archive|timeline|tests|templates|\.github|\.ci)/[\w./{},-]*)`")
VARIABLE = re.compile(r"`([A-Z][A-Z_]{3,})`")
MADE_BY_HAND = {"var/secret_key"}


def words_of(*documents: Path) -> str:
    return "\n".join(document.read_text("utf-8") for document in documents)


def ours() -> set[str]:
    return {name for name, app in get_commands().items() if app == "archive"}


def test_every_command_of_ours_is_named():
    named = words_of(README, CONTRIBUTING)

    assert {name for name in ours() if not re.search(rf"\b{name}\b", named)} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_that_is_named_exists(document):
    assert set(COMMAND.findall(words_of(document))) - set(get_commands()) == set()
    places = {ROOT / module.replace(".", "/") for module in MODULE.findall(words_of(document))}
    assert {place for place in places if not (place.with_suffix(".py").exists() or (place / "__main__.py").exists())} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_path_that_is_named_exists(document):
    named = {path for path in PATH.findall(words_of(document)) if not {"{", "…"} & set(path)}

    assert {path for path in named if not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_told_twice(document):
    lines = [line for line in words_of(document).splitlines() if line.startswith("#") or (len(line) > 60 and not line.startswith("|"))]

    assert sorted({line for line in lines if lines.count(line) > 1}) == []


def test_every_setting_of_the_environment_is_named_and_none_that_is_not_read():
    table = "\n".join(line for line in README.read_text("utf-8").splitlines() if line.startswith("| `"))
    read = set(re.findall(r"env\.?\w*\(\"([A-Z_]+)\"", (ROOT / "timeline" / "settings.py").read_text("utf-8")))

    assert read - set(VARIABLE.findall(table)) == set()
    assert set(VARIABLE.findall(table)) - read == set()


@pytest.mark.parametrize("name", MAPS)
def test_every_room_is_on_its_map(name):
    folder, map_of_it = ROOT / name, words_of(MAPS[name])
    rooms = [path for path in folder.rglob("*") if path.is_dir() and (path / "__init__.py").exists() and path.name != "migrations"]
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]

    assert [room.relative_to(ROOT).as_posix() for room in rooms if f"{room.name}/" not in map_of_it] == []
    assert [module.name for module in modules if module.stem not in map_of_it] == []


def test_stages_of_the_readme_stand_in_the_folder():
    flow = re.search(r"```\n (capture ──►[^\n]*)\n", README.read_text("utf-8"))

    assert flow is not None
    stages = re.findall(r"[a-z]+", flow[1])
    assert [stage for stage in stages if not any((ROOT / place).exists() for place in (
        f"archive/{stage}", f"archive/{stage}.py", f"timeline/{stage}.py"))] == []  # fmt: skip
