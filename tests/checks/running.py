"""What `python3 run.py check` and `python3 run.py test` do. Standard library alone: it starts before any package is there."""

import contextlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import run
from tests import postgres

REQUIREMENTS = run.ROOT / "tests" / "requirements.txt"
DECIDED_HERE = run.DECIDED_HERE + "|DATABASE_URL|FETCHING|PG.*"  # names of the caller's environment that tests must not follow
CHECKS = {
    "the linter": ["-m", "ruff", "check", "--quiet", "--output-format", "concise"],
    "the format": ["-m", "ruff", "format", "--check", "--quiet"],
    "the types": ["-m", "mypy", "--no-error-summary"],
    "the gauge of decisions": ["-m", "tests.checks.gauge"],
    "missing migrations": ["manage.py", "makemigrations", "--check", "--dry-run", "--verbosity", "1"],
}


def check(arguments: list[str]) -> int:
    """Everything that is told without running the site: in seconds, once mypy has read the packages."""
    if arguments:
        sys.exit("run.py check takes no arguments.")
    run.ensure_packages(REQUIREMENTS)
    with _surroundings() as environment:
        _check(environment)
    return 0


def test(arguments: list[str]) -> int:
    """The checks, if they were not made just now (--checked), then the tests on SQLite and on PostgreSQL. Stops at the first that fails,
    so that its words stand last."""
    checked, arguments = "--checked" in arguments, [one for one in arguments if one != "--checked"]
    full = "--full" in arguments
    missing = missing_programs({"Chromium": run.find_chromium(), "PostgreSQL": postgres.find_programs()}, full=full)
    run.ensure_packages(REQUIREMENTS)
    began = time.monotonic()
    with _surroundings() as environment:
        if not checked:
            _check(environment)
        counted = _counting(environment) if arguments == ["--full"] else {}
        marking = ["-p", "tests.checks.counting"] if counted else []
        code = _test("SQLite", [*arguments, *marking], environment | counted)
        if code == 0 and counted:
            run.step(["-m", "tests.checks.branches", *counted.values()], environment)
        if code == 0 and "PostgreSQL" not in missing:
            with postgres.private_cluster() as url:
                code = _test("PostgreSQL", arguments, environment | {"DATABASE_URL": url})
    print(f"All of it took {time.monotonic() - began:.0f} s.", flush=True)
    return code


def missing_programs(found: dict[str, object], *, full: bool) -> list[str]:
    """The names of what was not found, told in a line each; with --full the first of them ends the run."""
    missing = [name for name, place in found.items() if not place]
    for name in missing:
        if full:
            sys.exit(f"run.py test --full needs {name}: install it (on Debian: apt install {name.lower()}), or test without --full.")
        print(f"{name} is missing: the tests that need it are skipped.", flush=True)
    return missing


@contextlib.contextmanager
def _surroundings() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory(prefix="on-record-") as folder:
        yield run.surroundings(DECIDED_HERE, VAR_DIR=folder, TMPDIR=folder)


def _check(environment: dict[str, str]) -> None:
    """All at once: the types alone take as long as the others together, on one core."""
    with _timed(", ".join(CHECKS)), contextlib.ExitStack() as begun:
        checks = {what: begun.enter_context(_begin(command, environment)) for what, command in CHECKS.items()}
        said = {what: check.communicate()[0] for what, check in checks.items()}
    wrong = [what for what, check in checks.items() if check.returncode]
    if wrong:
        sys.exit("\n".join([*(said[what].strip() for what in wrong), f"Stopped at {' and '.join(wrong)}: what was said stands above."]))


@contextlib.contextmanager
def _begin(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    whole, ours = [run.PYTHON, *command], {"env": environment, "cwd": run.ROOT}
    with subprocess.Popen(whole, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **ours) as check:
        try:
            yield check
        finally:
            check.kill()  # nothing where it has ended


def _test(database: str, arguments: list[str], environment: dict[str, str]) -> int:
    # Handed out in order, for what empties the tables comes last; and by ten, so that none is left with all that is dear.
    shared_out = ["--numprocesses", "auto", "--maxprocesses", "8", "--dist", "load", "--maxschedchunk", "10"]
    command = [run.PYTHON, "-m", "pytest", "-q", "-rs", *shared_out, *arguments]
    with _timed(f"tests on {database}"):
        return subprocess.run(command, env=environment, cwd=run.ROOT, check=False).returncode


@contextlib.contextmanager
def _timed(what: str) -> Iterator[None]:
    began = time.monotonic()
    print(f"Now {what}", flush=True)
    yield
    print(f"Took {time.monotonic() - began:.0f} s: {what}", flush=True)


def _counting(environment: dict[str, str]) -> dict[str, str]:
    """What has the tests leave which branches they took, for all of them together (see `taken.py`)."""
    folder = Path(environment["TMPDIR"]) / "branches"
    folder.mkdir()
    return {"BRANCHES_TAKEN": str(folder)}
