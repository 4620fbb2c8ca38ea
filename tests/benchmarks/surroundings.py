"""Django as a benchmark needs it: settings as in earnest, in a process of its own for each database."""

import os
import subprocess
import sys
from pathlib import Path

import django
from django.core.management import call_command

KEY = "benchmark-" + "".join(chr(97 + place % 26) for place in range(60))


def run(script: str, **environment: str) -> None:
    """A few lines of Python in a process with this environment; `begin` has been called when they start."""
    lines = f"from tests.benchmarks import surroundings; surroundings.begin(); {script}"
    subprocess.run([sys.executable, "-c", lines], env={**os.environ, **environment}, check=True)


def begin() -> None:
    for name, value in {"DJANGO_SETTINGS_MODULE": "timeline.settings", "DEBUG": "false", "HTTPS": "false", "SECRET_KEY": KEY}.items():
        os.environ.setdefault(name, value)
    django.setup()


def migrate() -> None:
    call_command("migrate", verbosity=0)


def in_file(path: Path) -> dict[str, str]:
    """The environment of an archive in a SQLite file, and beside it whatever else a running archive writes."""
    return {"DATABASE_URL": f"sqlite:///{path.resolve()}", "VAR_DIR": str(path.resolve().with_suffix(".var"))}
