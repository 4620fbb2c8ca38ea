"""Writes the hashes of every file of every package into the three lists of requirements: python -m tests.checks.lock

A package is pinned by a line `name==version  # what it is for`, in the list that needs it, what it brings along too. This asks the index
for the hashes of its files, for all platforms and Pythons, and writes them below; the comment comes to stand above. A second run changes
nothing. pip then installs these files and no others, so that it refuses a package that is brought along and not pinned: it is named.
"""

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LISTS = [ROOT / "requirements.txt", ROOT / "tests" / "requirements.txt", ROOT / "archive" / "dask-requirements.txt"]
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?P<extras>\[[^]]*\])?==(?P<version>[^\s#\\]+)\s*\\?\s*(?:#\s*(?P<why>.*))?$")
HASH = re.compile(r"^\s+--hash=(sha256:[0-9a-f]{64})", re.MULTILINE)
COMPILE = "-m uv pip compile --quiet --universal --no-header --no-annotate --no-config --python-version 3.12"
ELSEWHERE = ("win32", "emscripten")  # systems on which the site does not run


def main() -> int:
    for file in LISTS:
        text = file.read_text("utf-8")
        file.write_text(rewritten(text, hashes_of(pins_in(text))), "utf-8")
    missing = unpinned(ask(str(ROOT / "tests" / "requirements.txt")), "".join(file.read_text("utf-8") for file in LISTS))
    for line in missing:
        print(f"{line} is brought along by another package: write a line for it into one of the lists.")
    return 1 if missing else 0


def pins_in(text: str) -> list[str]:
    """name==version of each; extras are packages of their own."""
    return [f"{found['name']}=={found['version']}" for line in text.splitlines() if (found := PIN.match(line))]


def hashes_of(pins: Sequence[str]) -> dict[str, list[str]]:
    return hashes_in(ask("--generate-hashes", "--no-deps", "-", given="\n".join(pins)))


def ask(*arguments: str, given: str = "") -> str:
    told = subprocess.run([sys.executable, *COMPILE.split(), *arguments], input=given, capture_output=True, text=True, check=False)
    if told.returncode:
        sys.exit(told.stderr)
    return told.stdout


def hashes_in(text: str) -> dict[str, list[str]]:
    """By the name as the index spells it."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if pin := PIN.match(line):
            under = found.setdefault(spelled(pin["name"]), [])
        elif given := HASH.match(line):
            under.append(given[1])
    return found


def rewritten(text: str, hashes: Mapping[str, Sequence[str]]) -> str:
    lines: list[str] = []
    for line in text.splitlines():
        if HASH.match(line):
            continue
        if pin := PIN.match(line):
            lines += [f"# {pin['why']}"] if pin["why"] else []
            whole = f"{pin['name']}{pin['extras'] or ''}=={pin['version']}"
            lines.append(" \\\n".join([whole, *(f"    --hash={one}" for one in sorted(hashes[spelled(pin["name"])]))]))
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def unpinned(needed: str, text: str) -> list[str]:
    """Of the lines name==version that are needed, those whose package no line of the text pins."""
    pinned = {spelled(pin.partition("==")[0]) for pin in pins_in(text)}
    lines = [line.strip() for line in needed.splitlines() if "==" in line and not line.rstrip(" '").endswith(ELSEWHERE)]
    return [line for line in lines if spelled(re.split(r"\[|==", line)[0]) not in pinned]


def spelled(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
