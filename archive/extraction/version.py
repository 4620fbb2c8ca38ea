"""Which version of the rules reads: another as soon as a line of this package is, so that nobody has to remember to raise a number."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

ENDINGS = (".py", ".txt", ".json")


@cache
def version() -> str:
    """The same on every machine that has the same files."""
    package = Path(__file__).parent
    files = sorted(file for file in package.rglob("*") if file.suffix in ENDINGS)
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.relative_to(package).as_posix()}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
