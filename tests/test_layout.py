"""The house stays as it was laid out: what stands where, and who may import whom. Reads the imports of every file, imports none."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest
from django.apps import apps
from django.conf import settings
from django.utils.module_loading import import_string

from timeline import settings as written_settings


class Stage(NamedTuple):
    name: str
    rooms: set[str]
    neighbours: bool = False  # whether a room may import the others of its stage


ROOT = settings.BASE_DIR
DOCUMENTS = {"README.md", "CHANGELOG.md", "LICENSE"}
TOP = {"archive", "timeline", "templates", "tests", "manage.py", "requirements.txt", "pyproject.toml", "run.py"} | DOCUMENTS
MADE = {"var", "__pycache__"}  # by running it

# The rooms of archive/, stage by stage: each may import from the stages before its own, and of its own stage only where that says so.
LEAVES = {
    "enums",
    "edtf",
    "errors",
    "dask_workers",
    "processes",
    "roles",
    "authorities",
    "romanised",
    "slugs",
    "statistics",
    "lookalikes",
    "many_rows",
    "dated_by",
    "printed_names",
    "typed_dates",
    "fetching",
    "reading",
    "extraction",
    "matching",
    "evaluation",
}
STAGES = [
    Stage("leaves", LEAVES, neighbours=True),
    Stage("the tables", {"models"}),
    Stage("the log of what is published", {"log"}),
    Stage("what stands beside a statement", {"entries"}),
    Stage("what every act has in common", {"acts", "doubts", "acceptance"}),
    Stage("who works on what", {"working", "signing_in"}),
    Stage("a text comes in and is proposed", {"capture", "drafting", "linking"}),
    Stage("people decide", {"review", "publication", "removal", "readers"}),
    Stage("what is one and the same", {"identity"}),
    Stage("whether all is as it was", {"verification"}),
    Stage("what is told of the whole", {"figures"}),
    Stage("who is told of it", {"alerts"}),
    Stage("a copy of it all", {"backups"}),
    Stage("doors", {"admin", "admin_site", "apps", "demo", "desk", "management", "tasks"}, neighbours=True),
]
# The rooms of archive/extraction/ in the same way.
READING_STAGES = [
    Stage("letters", {"languages", "text", "types", "version"}, neighbours=True),
    Stage("days", {"dates"}),
    Stage("the page and who is named", {"page", "people"}),
    Stage("what is said", {"speech"}),
    Stage("by whom", {"speakers"}),
    Stage("statements", {"statements"}),
]
WITHOUT_DJANGO = {
    "edtf", "romanised", "lookalikes", "printed_names", "slugs", "fetching", "reading", "extraction", "matching", "evaluation",
}  # fmt: skip
# What timeline may import of archive: what only reads, and the rooms that it mounts.
TIMELINE_READS = (
    "archive.authorities",
    "archive.models",
    "archive.entries.asking",
    "archive.entries.reading",
    "archive.entries.histories",
    "archive.entries.marks",
    "archive.entries.reservations",
    "archive.entries.ways",
    "archive.entries.whens",
    "archive.entries.withdrawn",
    "archive.log.merkle",
    "archive.log.proofs",
    "archive.enums",
    "archive.edtf",
    "archive.extraction",
    "archive.matching",
    "archive.linking.candidates",
    "archive.linking.lookup.pasted",
    "archive.desk.urls",
    "archive.errors",
    "archive.management.migrated",  # names of migrations
    "archive.desk.together.sent_again",  # a form whose words are shown again where they could not be saved
    "archive.readers",  # takes what a reader says is wrong: nothing of the record changes by it
    "archive.alerts",  # of a reader: what he asks for himself, and that it was sent. Nothing of the record
)
READ_MODEL = {"chronology", "field_types", "filters"}  # of timeline: pages, feeds, exports and API import these, never the reverse
SHOWS = {"views", "formats", "sitemaps", "embeds", "charts", "api", "urls"}
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


def room_of_reading(module: str) -> str:
    """archive.extraction.text.tokens -> text"""
    return [*module.split("."), "", ""][2]


def is_in(module: str, place: str) -> bool:
    return module == place or module.startswith(f"{place}.")


def test_top_level_is_the_designed_one():
    found = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}

    assert found - MADE == TOP


def test_every_room_has_its_stage():
    assert {room(module_of(file)) for file in files("archive")} - {""} <= set().union(*(stage.rooms for stage in STAGES))
    assert {room_of_reading(module_of(file)) for file in files("archive/extraction")} - {""} == set().union(
        *(stage.rooms for stage in READING_STAGES)
    )


def allowed_from(place: str, stages: list[Stage]) -> set[str]:
    """The rooms that a room may import; "" is the package itself, which imports them all and so is imported by none of them."""
    allowed = {place}
    for stage in stages:
        if place in stage.rooms:
            return allowed | stage.rooms if stage.neighbours else allowed
        allowed |= stage.rooms
    return allowed


def wrong(found: dict[Path, set[str]]) -> dict[str, set[str]]:
    """Of each module what it imports and may not."""
    return {module_of(file): names for file, names in found.items() if names}


def ours(file: Path, place: str) -> set[str]:
    return {name for name in imports(file) if is_in(name, place)}


def test_archive_imports_downwards():
    def upwards(file: Path) -> set[str]:
        allowed = allowed_from(room(module_of(file)), STAGES) | {""}
        return {name for name in ours(file, "archive") if room(name) not in allowed} | ours(file, "timeline")

    assert wrong({file: upwards(file) for file in files("archive")}) == {}


def test_reading_imports_downwards():
    def upwards(file: Path) -> set[str]:
        taken = {room_of_reading(name) for name in ours(file, "archive.extraction")}
        return taken - allowed_from(room_of_reading(module_of(file)), READING_STAGES)

    assert wrong({file: upwards(file) for file in files("archive/extraction")}) == {}


def test_no_circle_of_imports():
    """Measured over what is imported when a module is, which leaves out what stands under TYPE_CHECKING and in functions."""
    graph = {module_of(file): at_once(file) for file in files("archive", "timeline")}

    assert circles(graph) == []
    assert circles({"a": frozenset("b"), "b": frozenset("ac"), "c": frozenset("d"), "d": frozenset()}) == [{"a", "b"}]


def at_once(file: Path) -> frozenset[str]:
    nodes = list(ast.parse(file.read_text()).body)
    found: set[str] = set()
    while nodes:
        node = nodes.pop()
        found |= set(names_in(node, file))
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            nodes += node.orelse
        elif isinstance(node, ast.If | ast.Try):
            nodes += [*node.body, *node.orelse, *getattr(node, "handlers", []), *getattr(node, "finalbody", [])]
        elif isinstance(node, ast.ExceptHandler):
            nodes += node.body
    return frozenset(found - {module_of(file)})


def circles(graph: dict[str, frozenset[str]]) -> list[set[str]]:
    """What is left when modules that import none of the rest, and those that none of the rest imports, are taken away again and again."""
    left = dict(graph)
    while left:
        imported = set().union(*left.values())
        ends = {module for module, taken in left.items() if not taken & left.keys() or module not in imported}
        if not ends:
            return [set(left)]
        left = {module: taken for module, taken in left.items() if module not in ends}
    return []


def test_text_goes_in_and_values_come_out_without_django():
    without = [file for file in files("archive") if room(module_of(file)) in WITHOUT_DJANGO]

    assert wrong({file: {room(name) for name in ours(file, "archive")} - WITHOUT_DJANGO | ours(file, "django") for file in without}) == {}
    assert {room(module_of(file)) for file in without} == WITHOUT_DJANGO - {""}


def test_timeline_imports_nothing_that_writes():
    def others(file: Path) -> set[str]:
        return {name for name in ours(file, "archive") if not any(is_in(name, place) for place in TIMELINE_READS)}

    assert wrong({file: others(file) for file in files("timeline")}) == {}


def test_read_model_imports_no_page():
    read = [file for file in files("timeline") if room(module_of(file)) in READ_MODEL]

    assert wrong({file: {name for name in ours(file, "timeline") if room(name) in SHOWS} for file in read}) == {}
    assert {room(module_of(file)) for file in read} == READ_MODEL


def test_rest_framework_lives_in_the_api_alone():
    users = {module_of(file) for file in files("archive", "timeline") for name in imports(file) if name.split(".")[0] == "rest_framework"}

    assert {name for name in users if not is_in(name, "timeline.api")} == set()


def test_timeline_has_no_tables():
    assert [model for model in apps.get_models() if model._meta.app_label == "timeline"] == []
    assert not (ROOT / "timeline" / "migrations").exists()


def test_no_signals_between_our_own_modules():
    signals = ("django.dispatch", "django.db.models.signals", "django.core.signals")

    assert {module_of(file) for file in files("archive", "timeline") for name in imports(file) if name.startswith(signals)} == set()


def test_site_takes_nothing_from_its_tests():
    assert {module_of(file) for file in files("archive", "timeline") if ours(file, "tests")} == set()


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


MOST_MODULES, MOST_LINES = 20, 300
IN_ONE_FILE = {"archive.log.verifier": 550}  # readers get it as one: Ed25519, the tree, and each thing that is checked with them
OF_COMMANDS, MOST_COMMANDS = "archive/management/commands", 24  # Django looks for all of them in one folder


def test_no_folder_of_code_holds_more_modules_than_a_reader_can_hold():
    folders = {file.parent for file in files("archive", "timeline", "tests")}
    held = {folder.relative_to(ROOT).as_posix(): len(list(folder.glob("*.py"))) for folder in folders}

    assert held.pop(OF_COMMANDS) <= MOST_COMMANDS
    assert {folder: number for folder, number in held.items() if number > MOST_MODULES} == {}


def test_no_module_is_too_long():
    written = [*files("archive", "timeline"), ROOT / "run.py", ROOT / "manage.py"]

    lines = {module_of(file): len(file.read_text("utf-8").splitlines()) for file in written}
    assert {name for name, number in lines.items() if number > IN_ONE_FILE.get(name, MOST_LINES)} == set()


def test_no_function_takes_more_than_six_parameters():
    wide = {}
    for file in [*files("archive", "timeline", "tests"), ROOT / "run.py"]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                names = [one.arg for one in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
                if len(set(names) - {"self", "cls"}) > 6:
                    wide[f"{module_of(file)}:{node.lineno}"] = names
    assert wide == {}
