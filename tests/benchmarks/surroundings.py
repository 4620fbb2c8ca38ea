"""Django as a benchmark needs it: settings as in earnest, in a process of its own for each database."""

import os
import subprocess
import sys
from pathlib import Path

import django
from django.core.management import call_command

AS_IN_EARNEST = {
    "DJANGO_SETTINGS_MODULE": "timeline.settings",
    "DEBUG": "false",
    "HTTPS": "false",
    "SECRET_KEY": "benchmark-" + "".join(chr(97 + place % 26) for place in range(60)),
    "LOG_LEVEL": "ERROR",  # a statement that was withdrawn is asked for on purpose
}


def command(script: str) -> list[str]:
    """A few lines of Python as a process of their own; `begin` has been called when they start."""
    return [sys.executable, "-c", f"from tests.benchmarks import surroundings; surroundings.begin(); {script}"]


def run(script: str, **environment: str) -> None:
    subprocess.run(command(script), env={**os.environ, **environment}, check=True)


def begin() -> None:
    for name, value in AS_IN_EARNEST.items():
        os.environ.setdefault(name, value)
    django.setup()


def migrate() -> None:
    call_command("migrate", verbosity=0)


def in_file(path: Path) -> dict[str, str]:
    """The environment of an archive in a SQLite file, and beside it whatever else a running archive writes."""
    return {"DATABASE_URL": f"sqlite:///{path.resolve()}", "VAR_DIR": str(path.resolve().with_suffix(".var"))}
