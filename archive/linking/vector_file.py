"""A file beside the database that finds the nearest of many vectors without reading them all; `reindex` builds it above FILE_ABOVE.

It is made of the database and can be thrown away: without it the signs in the database are scanned. Before it is used it is checked
against the database, so that a file of another archive, or one left behind by a restored backup, is not asked.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Q

from archive.matching.meaning.transformer import DIMENSIONS
from archive.matching.meaning.vectors import codes_from
from archive.models import PassageVector

if TYPE_CHECKING:
    import numpy as np

FILE_ABOVE = 200_000
CONNECTIVITY, EXPANSION_ADD, EXPANSION_SEARCH = 16, 128, 64
BATCH = 10_000
# Of so many passages in the file the vector is compared with the database's; 8-bit numbers keep it this near.
CHECKED, ALIKE = 32, 0.98
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class VectorFile:
    """Holds the passages up to the key `highest`; those that went since are found no more in the database."""

    index: Any
    highest: int
    count: int

    def nearest(self, codes: "np.ndarray", count: int) -> list[int]:
        return [int(key) for key in self.index.search(codes, count).keys]


_opened: dict[Path, tuple[tuple[int, int], VectorFile | None]] = {}


def place() -> Path:
    return Path(settings.VAR_DIR) / "vectors.usearch"


def current() -> VectorFile | None:
    """The file, opened once in a process and again when it was replaced. It is mapped and not read: a start costs nothing."""
    path = place()
    try:
        state = path.stat()
    except OSError:
        return None
    mark = (state.st_mtime_ns, state.st_size)
    if path not in _opened or _opened[path][0] != mark:
        _opened[path] = (mark, _open(path))
    return _opened[path][1]


def _open(path: Path) -> VectorFile | None:
    from usearch.index import Index  # noqa: PLC0415 - for archives that are large enough

    try:
        told = json.loads(_told(path).read_text(encoding="utf-8"))
        index = Index.restore(str(path), view=True)
        found = VectorFile(index, int(told["highest"]), int(told["count"]))
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        logger.warning("%s can't be used (%s). Build it anew with: manage.py reindex --file", path, error)
        return None
    if index is None or index.ndim != DIMENSIONS or len(index) != found.count or not _agrees(found):
        logger.warning("%s does not belong to this database, which is scanned instead. Build it anew with: manage.py reindex --file", path)
        return None
    return found


def _agrees(file: VectorFile) -> bool:
    """A sample of the database's passages, from all over it, stands in the file as it stands there."""
    import numpy as np  # noqa: PLC0415 - for archives that are large enough

    for step in range(CHECKED):
        rows = PassageVector.objects.made().filter(pk__gte=file.highest * step // CHECKED, pk__lte=file.highest)
        row = rows.order_by("pk").values_list("pk", "numbers").first()
        if row is None:
            return False
        theirs = file.index.get(row[0])
        ours = codes_from(bytes(row[1]))[0].astype(np.float32)
        if theirs is None or float(ours @ theirs) < ALIKE * float(np.linalg.norm(theirs) * np.linalg.norm(ours)):
            return False
    return True


def build(progress: Callable[[int], object] = lambda done: None) -> int:
    """Write the file anew from the database, and put it in the old one's place when it is whole. Returns how many passages it holds: those
    below the first that waits for its vector, for whatever is above the highest is scanned besides."""
    import numpy as np  # noqa: PLC0415 - for archives that are large enough
    from usearch.index import Index  # noqa: PLC0415 - the same

    index = Index(
        ndim=DIMENSIONS, metric="cos", dtype="i8", connectivity=CONNECTIVITY, expansion_add=EXPANSION_ADD, expansion_search=EXPANSION_SEARCH
    )
    highest, below = (
        0,
        Q(pk__lt=waiting) if (waiting := PassageVector.objects.awaited().order_by("pk").values_list("pk", flat=True).first()) else Q(),
    )
    while rows := list(PassageVector.objects.made().filter(below, pk__gt=highest).order_by("pk").values_list("pk", "numbers")[:BATCH]):
        keys = np.array([key for key, _ in rows], dtype=np.uint64)
        index.add(keys, codes_from(b"".join(numbers for _, numbers in rows)), threads=1)
        highest = rows[-1][0]
        progress(len(rows))
    path, unfinished = place(), place().with_suffix(".unfinished")
    path.parent.mkdir(parents=True, exist_ok=True)
    index.save(str(unfinished))
    _told(path).write_text(json.dumps({"highest": highest, "count": len(index)}), encoding="utf-8")
    unfinished.replace(path)
    return len(index)


def remove() -> None:
    for path in (place(), _told(place())):
        path.unlink(missing_ok=True)


def _told(path: Path) -> Path:
    return path.with_suffix(".json")
