"""A backup while the archive is used: one state of it, checked as it lies in its file before it has its name."""

from pathlib import Path

from django.db import connection

from archive.backups.kinds import kind
from archive.backups.manifest import Manifest
from archive.backups.packing import expect_new, pack, part_of, put_in_place, unpacking, workplace
from archive.backups.triggers import expect_triggers_behind


def back_up(file: Path) -> Manifest:
    """Write the backup. Killed or refused at any moment, nothing stands under its name; but one of an archive without its triggers, which
    refuses behind it. Where the tables are older than the program, `restore` renews them first, triggers and all."""
    expect_new(file)
    with workplace(file) as folder:
        counts = kind().copy_into(folder)
        copy = folder / kind().PART
        manifest = Manifest.of(counts, (part_of(copy),))
        connection.close()  # what was read of it is read
        pack(folder / "packed", manifest, folder)
        copy.unlink()
        expect_readable(folder / "packed", folder)
        put_in_place(folder / "packed", file)
    if not manifest.is_older:
        expect_triggers_behind(file, connection)
    return manifest


def expect_readable(packed: Path, folder: Path) -> None:
    """Read it as it would be read to put the archive back."""
    with unpacking(packed) as opened:
        (part,) = opened.manifest.parts
        opened.unpack(part, folder / part.name)
        kind().check(folder / part.name, opened.manifest.counts)
