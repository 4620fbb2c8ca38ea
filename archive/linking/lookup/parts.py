"""The index in parts: files that stand by themselves, so that a machine which can't reach the database finds candidates in any of them.

A part holds the passages of some blocks: in which of them each stem stands, and the signs of all. `parts.json` names the files with their
checksums and says of which index they are; it goes first and is written last, so a folder without it is not whole.
"""

import hashlib
import json
import re
import socket
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from django.db.models import Count, Max
from django.utils.translation import gettext_lazy

from archive import matching
from archive.errors import Refused
from archive.linking.lookup.database import gathered
from archive.linking.lookup.questions import AT_ONCE, IN_A_BLOCK
from archive.models import Passage, Posting, Term, VectorBlock

if TYPE_CHECKING:
    import numpy as np

MADE_AS = "parts 1"
TOLD = "parts.json"
NAME = re.compile(r"[0-9a-f]{8}-\d{1,4}\.sqlite3")
TABLES = """
CREATE TABLE standing (term INTEGER PRIMARY KEY, keys BLOB NOT NULL);
CREATE TABLE block (number INTEGER PRIMARY KEY, signs BLOB NOT NULL);
"""
CHANGED = gettext_lazy("Statements were accepted or returned while the index was exported: export it again.")
NO_FOLDER = gettext_lazy("{folder} can't be written ({error}).")
NOT_WHOLE = gettext_lazy("{folder} holds no whole index in parts: write one with manage.py suggest --export {folder}")
OTHER_INDEX = gettext_lazy(
    "{folder} holds the index of another archive, of another version of this program, or as it was before statements were accepted or "
    "returned: write it anew with manage.py suggest --export {folder}"
)
OTHER_FILE = gettext_lazy("{path} is missing on {host}, or is not the file that was exported: copy the folder there anew.")


class Parts(NamedTuple):
    """Of the index with this mark, by name with the checksum of each."""

    folder: Path
    mark: str
    files: dict[str, str]


def export(folder: Path, count: int, progress: Callable[[], object] = lambda: None) -> Parts:
    """Write the index into the folder, in about so many parts, and take away those that an earlier export left there."""
    index = index_mark()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / TOLD).unlink(missing_ok=True)
        files = {}
        for number, (first, end) in enumerate(pairwise(_bounds(count))):
            name = f"{index[:8]}-{number}.sqlite3"
            files[name] = _write(folder / name, first, end)
            progress()
        if index_mark() != index:
            raise Refused(CHANGED)
        return _put_in_place(Parts(folder, index, files))
    except (OSError, sqlite3.Error) as error:
        raise Refused(NO_FOLDER.format(folder=folder, error=error)) from None


def read(folder: Path) -> Parts:
    """What was exported, if it is the index as the database holds it now."""
    parts = _told(folder)
    if parts is None:
        raise Refused(NOT_WHOLE.format(folder=folder))
    if parts.mark != index_mark():
        raise Refused(OTHER_INDEX.format(folder=folder))
    return parts


def index_mark() -> str:
    """Another one for another index: which stems it has and how often each, how many passages, and what they are about."""
    digest = hashlib.sha256(f"{MADE_AS}, {matching.ENGINE_VERSION}".encode())
    digest.update(repr(Passage.objects.aggregate(Count("pk"), Max("pk"))).encode())
    for row in Term.objects.order_by("pk").values_list("pk", "stem", "passages").iterator():
        digest.update(repr(row).encode())
    for number, signs in VectorBlock.objects.order_by("pk").values_list("number", "signs").iterator():
        digest.update(b"%d %s" % (number, signs))
    return digest.hexdigest()


def _bounds(count: int) -> list[int]:
    """Keys at which the parts begin, with what follows the last; each where a block begins."""
    keys = list(Passage.objects.order_by("pk").values_list("pk", flat=True)) or [0]
    starts = {keys[len(keys) * number // count] // IN_A_BLOCK * IN_A_BLOCK for number in range(count)}
    return sorted({*starts, (keys[-1] // IN_A_BLOCK + 1) * IN_A_BLOCK})


def _write(path: Path, first: int, end: int) -> str:
    """The passages from one key to before another, into a file of their own. Returns its checksum."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript(TABLES)
        standing = gathered(Posting.objects.filter(passage__gte=first, passage__lt=end))
        file.executemany("INSERT INTO standing VALUES (?, ?)", ((term, keys.astype("<i8").tobytes()) for term, keys in standing))
        blocks = VectorBlock.objects.filter(number__gte=first // IN_A_BLOCK, number__lt=end // IN_A_BLOCK).values_list("number", "signs")
        file.executemany("INSERT INTO block VALUES (?, ?)", ((number, bytes(signs)) for number, signs in blocks.iterator()))
    return _checksum(path)


def _put_in_place(parts: Parts) -> Parts:
    unfinished = parts.folder / f"{TOLD}.unfinished"
    unfinished.write_text(json.dumps({"index": parts.mark, "files": parts.files}, indent=1), encoding="utf-8")
    unfinished.replace(parts.folder / TOLD)
    for path in parts.folder.iterdir():
        if NAME.fullmatch(path.name) and path.name not in parts.files:
            path.unlink()
    return parts


def _told(folder: Path) -> Parts | None:
    try:
        told = json.loads((folder / TOLD).read_text(encoding="utf-8"))
        return Parts(folder, str(told["index"]), {Path(name).name: str(checksum) for name, checksum in told["files"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=10_000)
def _is_as_written(path: Path, checksum: str, state: tuple[int, int]) -> bool:
    """Read through once in a process, and again where the file was replaced."""
    return _checksum(path) == checksum


class Part:
    """A part of the index, as `Database` is the whole of it."""

    def __init__(self, path: Path, checksum: str) -> None:
        try:
            state = path.stat()
            is_whole = _is_as_written(path, checksum, (state.st_mtime_ns, state.st_size))
        except OSError:
            is_whole = False
        if not is_whole:
            raise Refused(OTHER_FILE.format(path=path, host=socket.gethostname()))
        self.file = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)

    def close(self) -> None:
        self.file.close()

    def standing(self, terms: Iterable[int]) -> dict[int, "np.ndarray"]:
        import numpy as np  # noqa: PLC0415 - a fifth of a second, for who needs it

        written = ",".join(str(int(term)) for term in terms)
        rows = self.file.execute(f"SELECT term, keys FROM standing WHERE term IN ({written})")  # noqa: S608 - whole numbers
        return {term: np.frombuffer(keys, dtype="<i8") for term, keys in rows}

    def blocks(self, since: int) -> Iterator[list[tuple[int, bytes]]]:
        rows = self.file.execute("SELECT number, signs FROM block WHERE number >= ? ORDER BY number", [since])
        while some := rows.fetchmany(AT_ONCE):
            yield some
