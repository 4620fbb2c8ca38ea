"""A backup that is damaged anywhere is told as damaged, and never as a disk that failed or by a failure of the program."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from archive.backups import packing
from archive.backups.manifest import Manifest
from archive.errors import Refused


@pytest.fixture
def packed(tmp_path, monkeypatch):
    """What an archive is packed into, of a few bytes, with its sizes and places in 64 bits as large ones have them."""
    with monkeypatch.context() as patched:
        patched.setattr(zipfile, "ZIP64_LIMIT", 10)
        (tmp_path / "part").write_bytes(b"The bridge will be opened in spring.")
        manifest = Manifest(datetime(2026, 11, 30, tzinfo=UTC), "sqlite", "5", {}, {}, (packing.part_of(tmp_path / "part"),))
        packing.pack(tmp_path / "a.backup", manifest, tmp_path)
    return tmp_path / "a.backup"


def test_backup_with_any_bit_of_its_directory_flipped_is_refused_in_a_sentence_or_not_harmed(packed, monkeypatch):
    """What bears no meaning, such as the time of a part, may be changed. The bytes of the parts are known by their fingerprints."""
    monkeypatch.setattr(packing.os, "fsync", lambda _: None)
    with zipfile.ZipFile(packed) as opened:
        begins = opened.start_dir
    whole, refused = bytearray(packed.read_bytes()), 0
    for place in range(8 * begins, 8 * len(whole)):
        whole[place // 8] ^= 1 << place % 8
        refused += not is_taken(io.BytesIO(whole), packed.with_name("out"))
        whole[place // 8] ^= 1 << place % 8

    assert refused > 3 * (len(whole) - begins)


def is_taken(packed, out) -> bool:
    try:
        with packing.unpacking(packed) as opened:
            (part,) = opened.manifest.parts
            opened.unpack(part, out)
    except Refused:
        return False
    finally:
        out.unlink(missing_ok=True)
    return True


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_part_that_is_packed_as_no_backup_is_read_by_no_other_program(packed, method):
    """LZMA takes as much memory as the file says."""
    with zipfile.ZipFile(packed) as old:
        told = old.read("manifest.json")
    with zipfile.ZipFile(packed, "w", method) as new:
        new.writestr("manifest.json", told)
        new.writestr("part", "The bridge will be opened in spring.")

    with pytest.raises(Refused, match="is no backup, or is damaged"), packing.unpacking(packed):
        pass
