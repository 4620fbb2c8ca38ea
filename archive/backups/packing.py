"""One file of several parts, which stands under its name when all of it is written, and never before."""

import errno
import fcntl
import hashlib
import os
import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from archive.backups.manifest import NAME, Manifest, Part
from archive.errors import Refused

AT_ONCE = 2**20  # bytes
PREFIX, HELD = ".on-record-", "held"
LONGEST_MANIFEST = 2**20  # bytes
IS_PACKED = ".dump"  # ends a part that is compressed already


@contextmanager
def workplace(beside: Path) -> Iterator[Path]:
    """A folder for what is half made, on the disk of what it is made for, that nobody else may read."""
    if not beside.parent.is_dir():
        raise Refused(_("There is no folder {folder}.").format(folder=beside.parent))
    _clear_away(beside.parent)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=beside.parent))
    try:
        with (folder / HELD).open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear_away(place: Path) -> None:
    """What a killed backup or restore left there. One that runs holds its folder."""
    for held in place.glob(f"{PREFIX}*/{HELD}"):
        with held.open("w") as opened, suppress(BlockingIOError):
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(held.parent, ignore_errors=True)


def part_of(file: Path) -> Part:
    with file.open("rb") as opened:
        return Part(file.name, hashlib.file_digest(opened, "sha256").hexdigest(), file.stat().st_size)


def pack(packed: Path, manifest: Manifest, folder: Path) -> None:
    """Write the parts, which lie in the folder, and behind them what they are."""
    with os.fdopen(os.open(packed, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        with zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
            for part in manifest.parts:
                pack.write(folder / part.name, part.name, zipfile.ZIP_STORED if part.name.endswith(IS_PACKED) else None)
            pack.writestr(NAME, manifest.written())
        opened.flush()
        os.fsync(opened.fileno())


def put_in_place(packed: Path, file: Path) -> None:
    """Under its name at once, or not at all; what has that name is left as it is."""
    try:
        os.link(packed, file)
    except FileExistsError as error:
        raise Refused(already_there(file)) from error
    except OSError:  # a disk that knows no second names
        expect_new(file)
        packed.rename(file)
    sync_folder(file.parent)


def expect_new(file: Path) -> None:
    if file.exists() or file.is_symlink():
        raise Refused(already_there(file))


def already_there(file: Path) -> str:
    return _("{file} is there already, and nothing is written over. Give another name.").format(file=file)


def sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


# What the reader of zip files raises where bits are not what they were, in the bytes or in what tells where and how they are packed.
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OverflowError, RuntimeError, ValueError, struct.error)


@contextmanager
def unpacking(file: Path) -> Iterator["Packed"]:
    with _damage_told(file):
        pack = zipfile.ZipFile(file)
    with pack:
        with _damage_told(file):
            _expect_packed_as_ours(pack)
        yield Packed(file, pack)


def _expect_packed_as_ours(pack: zipfile.ZipFile) -> None:
    """Python would unpack other kinds too, and one takes as much memory as the file says."""
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in pack.infolist()):
        raise zipfile.BadZipFile(_("a part is packed otherwise than ours are"))


@contextmanager
def _damage_told(file: Path) -> Iterator[None]:
    try:
        yield
    except (*DAMAGED, OSError) as error:
        if isinstance(error, OSError) and error.errno != errno.EINVAL:  # which is a place before the beginning of the file
            raise
        raise Refused(_("{file} is no backup, or is damaged: {error}.").format(file=file, error=error)) from error


class Packed:
    """A backup that is open to be read."""

    def __init__(self, file: Path, pack: zipfile.ZipFile) -> None:
        self.file, self._pack = file, pack
        if NAME not in pack.namelist():
            raise Refused(_("{file} is no backup of an archive.").format(file=file))
        with _damage_told(file), pack.open(NAME) as opened:
            told = opened.read(LONGEST_MANIFEST)
        self.manifest = Manifest.read(told)

    def unpack(self, part: Part, to: Path) -> None:
        """Write the part out; refused unless it is byte for byte what was packed."""
        if part.name not in self._pack.namelist():
            raise Refused(self._damaged(part))
        with _damage_told(self.file), self._pack.open(part.name) as packed, to.open("xb") as opened:
            digest = _copy(packed, opened, part.size)
        if digest != part.sha256:
            raise Refused(self._damaged(part))

    def _damaged(self, part: Part) -> str:
        return _("{file} is damaged: {part} is not what was written.").format(file=self.file, part=part.name)


def _copy(packed: IO[bytes], opened: IO[bytes], size: int) -> str:
    """No more than one byte of what goes beyond its size: what is packed small may be as large as it likes."""
    digest, left = hashlib.sha256(), size + 1
    while piece := packed.read(min(AT_ONCE, left)):
        digest.update(piece)
        opened.write(piece)
        left -= len(piece)
    opened.flush()
    os.fsync(opened.fileno())
    return digest.hexdigest()
