"""Files of a folder that somebody else may have filled: no link leads out of it, and nothing is read that is no file.

A file that is named itself may be a link: whoever names it has chosen it.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from archive.errors import Refused
from archive.reading import LARGEST_FILE

NO_FILE = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))


class Brought(NamedTuple):
    """A file as a person named it, or as it was found in a folder."""

    path: Path
    is_named: bool = True


def files_in(path: Path, endings: tuple[str, ...]) -> list[Brought]:
    """The file itself; of a folder all files that can be captured, in the order of their names, so that a run cut short can be followed."""
    found = sorted(_names_in(path, endings)) if path.is_dir() else []
    return [Brought(one, is_named=False) for one in found] or [Brought(path)]


def _names_in(folder: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    """Those that end so and are not hidden, and links that lead out, to be told of. What a link within leads to is met by itself."""
    real = folder.resolve()
    for place, folders, files in os.walk(folder):
        links = [name for name in folders if Path(place, name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in [*links, *(name for name in files if name.lower().endswith(endings))]:
            path = Path(place, name)
            if not name.startswith(".") and not (path.is_symlink() and Path(os.path.realpath(path)).is_relative_to(real)):
                yield path


def contents(file: Brought) -> bytes:
    if file.is_named and file.path.is_dir():
        raise Refused("There is no file in this folder that can be captured.")
    try:
        with os.fdopen(_opened(file), "rb") as opened:
            raw = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Refused(f"The file can't be read: {error.strerror}.") from error
    if len(raw) > LARGEST_FILE:
        raise Refused(f"The file is larger than the {LARGEST_FILE // 2**20} MB that the largest of its kind may have.")
    return raw


def _opened(file: Brought) -> int:
    """Asked before it is opened, for a device may act on that; and behind it, for it may be another by then. Nothing waits for a pipe."""
    _expect_file(file.path.stat(follow_symlinks=file.is_named))
    found = os.open(file.path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | (0 if file.is_named else os.O_NOFOLLOW))
    try:
        _expect_file(os.fstat(found))
    except Refused:
        os.close(found)
        raise
    return found


def _expect_file(found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise Refused("It is a link that leads out of the folder. Name the file itself if you want it.")
    what = next((words for is_one, words in NO_FILE if is_one(found.st_mode)), "")
    if what:
        raise Refused(f"It is no file but {what}, which is not read.")
