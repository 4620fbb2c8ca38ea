"""The house stays as it was laid out: what stands where, and who may import whom. Reads the imports of every file, imports none."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.utils.module_loading import import_string

from timeline import settings as written_settings

ROOT = settings.BASE_DIR
TOP = {"archive", "timeline", "templates", "tests", "manage.py", "requirements.txt", "README.md", "LICENSE", "pyproject.toml", "run.py"}
MADE = {"var", "__pycache__"}  # by running it

# Each storey of archive/ may import from its own and from those before it.
STOREYS = [
    (
        "leaves",
        {"enums", "edtf", "errors", "processes", "roles", "romanised", "fetching", "reading", "extraction", "matching", "evaluation"},
    ),
    ("models", {"models"}),
    ("stages", {"acts", "capture", "drafting", "review", "linking", "publication", "identity"}),
    ("doors", {"admin", "admin_site", "apps", "demo", "desk", "management", "tasks"}),
]
WITHOUT_DJANGO = {"edtf", "romanised", "fetching", "reading", "extraction", "matching", "evaluation"}
# What timeline may import of archive: what only reads, and the rooms that it mounts.
TIMELINE_READS = (
    "archive.models",
    "archive.enums",
    "archive.edtf",
    "archive.extraction",
    "archive.matching",
    "archive.linking.candidates",
    "archive.desk.urls",
)
READ_MODEL = {"chronology", "filter_fields", "filters"}  # of timeline: pages, feeds, exports and API import these, never the reverse
SHOWS = {"views", "feeds", "sitemaps", "exports", "embeds", "charts", "api", "urls"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "service", "services", "misc", "data"}


def files(*folders: str) -> list[Path]:
    found = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    return sorted(file for file in found if "migrations" not in file.parts)


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(file: Path) -> frozenset[str]:
    """The modules that a file imports, wherever in it: `from archive import acts` is archive.acts."""
    return frozenset(name for node in ast.walk(ast.parse(file.read_text())) for name in names_in(node, file))


def names_in(node: ast.AST, file: Path) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = module_of(file).split(".") if file.name == "__init__.py" else module_of(file).split(".")[:-1]
        inside = package[: len(package) - node.level + 1] if node.level else []
        base = ".".join([*inside, *filter(None, [node.module])])
        yield from (f"{base}.{alias.name}" if is_module(f"{base}.{alias.name}") else base for alias in node.names)


def is_module(name: str) -> bool:
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").exists() or place.is_dir()


def room(module: str) -> str:
    """archive.models.claim -> models"""
    return [*module.split("."), ""][1]


def is_in(module: str, place: str) -> bool:
    return module == place or module.startswith(f"{place}.")


def test_top_level_is_the_designed_one():
    found = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}

    assert found - MADE == TOP


def test_every_room_of_the_archive_has_its_storey():
    rooms = {room(module_of(file)) for file in files("archive")} - {""}

    assert rooms <= set().union(*(names for _, names in STOREYS))


@pytest.mark.parametrize("file", files("archive"), ids=module_of)
def test_archive_imports_downwards(file):
    storey = next((place for place, (_, names) in enumerate(STOREYS) if room(module_of(file)) in names), 0)
    allowed = set().union(*(names for _, names in STOREYS[: storey + 1]))

    assert {name for name in imports(file) if is_in(name, "archive") and room(name) not in allowed | {""}} == set()
    assert {name for name in imports(file) if is_in(name, "timeline")} == set()


@pytest.mark.parametrize("file", [file for file in files("archive") if room(module_of(file)) in WITHOUT_DJANGO], ids=module_of)
def test_text_goes_in_and_values_come_out_without_django(file):
    rooms = {room(name) for name in imports(file) if is_in(name, "archive")}

    assert rooms <= WITHOUT_DJANGO
    assert {name for name in imports(file) if is_in(name, "django")} == set()


@pytest.mark.parametrize("file", files("timeline"), ids=module_of)
def test_timeline_imports_nothing_that_writes(file):
    taken = {name for name in imports(file) if is_in(name, "archive")}

    assert {name for name in taken if not any(is_in(name, place) for place in TIMELINE_READS)} == set()


@pytest.mark.parametrize("file", [file for file in files("timeline") if room(module_of(file)) in READ_MODEL], ids=module_of)
def test_read_model_imports_no_page(file):
    assert {name for name in imports(file) if is_in(name, "timeline") and room(name) in SHOWS} == set()


def test_rest_framework_lives_in_the_api_alone():
    users = {module_of(file) for file in files("archive", "timeline") for name in imports(file) if name.split(".")[0] == "rest_framework"}

    assert {name for name in users if not is_in(name, "timeline.api")} == set()


def test_timeline_has_no_tables():
    assert [model for model in apps.get_models() if model._meta.app_label == "timeline"] == []
    assert not (ROOT / "timeline" / "migrations").exists()


def test_no_signals_between_our_own_modules():
    signals = ("django.dispatch", "django.db.models.signals", "django.core.signals")

    assert {module_of(file) for file in files("archive", "timeline") for name in imports(file) if name.startswith(signals)} == set()


def test_every_module_says_what_it_is():
    assert {module_of(file) for file in files("archive", "timeline", "tests") if file.stem in VAGUE or file.parent.name in VAGUE} == set()


def test_every_folder_of_tests_is_a_package():
    folders = {file.parent for file in files("tests")}

    assert {folder for folder in folders if not (folder / "__init__.py").exists()} == set()


def addressed_models() -> list[type]:
    return [model for model in apps.get_app_config("archive").get_models() if hasattr(model, "get_absolute_url")]


@pytest.mark.parametrize("model", addressed_models(), ids=lambda model: model.__name__)
def test_address_of_a_row_resolves(model):
    """The archive names a route of the site, which it never imports."""
    name = "slug" if hasattr(model, "slug") else "public_id"

    assert "a1b2c3d4e5" in model(**{name: "a1b2c3d4e5"}).get_absolute_url()


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from strings(key)
            yield from strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield value


def dotted_names() -> list[str]:
    """What settings name by a dotted path that begins with a package of ours or of those installed."""
    values = [value for name, value in vars(written_settings).items() if name.isupper() and name != "AUTH_USER_MODEL"]
    parted = [text for text in strings(values) if all(part.isidentifier() for part in text.split(".")) and "." in text]
    return sorted({text for text in parted if find_spec(text.split(".")[0])})


@pytest.mark.parametrize("name", dotted_names())
def test_name_in_the_settings_resolves(name):
    try:
        import_module(name)
    except ModuleNotFoundError:
        import_string(name)
