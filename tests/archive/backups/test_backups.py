"""What was backed up is what is put back; whatever is wrong with the file or the place is told, and the archive that stands there stays."""

import io
import json
import os
import signal
import time
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from archive.backups import back_up, manifest, packing, restore, sqlite
from archive.backups.kinds import kind
from archive.errors import Refused
from archive.log import checkpoints, kept_histories, last_note
from archive.management.commands.restore import Command
from archive.models import Document, Session, Statement
from tests import factories as make
from tests.forking import forked

pytestmark = pytest.mark.usefixtures("own_archive")
PART = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}[connection.vendor]


def told(command: str, *words: object) -> str:
    """What the command says, or how it refuses."""
    out = io.StringIO()
    try:
        call_command(command, *map(str, words), stdout=out)
    except CommandError as error:
        return f"refused: {error}"
    return out.getvalue().strip()


def words() -> list[str]:
    return list(Statement.objects.order_by("pk").values_list("text", flat=True))


@pytest.fixture
def file(tmp_path) -> Path:
    """A backup of an archive with one public statement, which has another one since."""
    make.make_public_statement(words="The bridge will be opened in spring.")
    back_up(tmp_path / "a.backup")
    make.make_public_statement(words="The tolls will rise.")
    return tmp_path / "a.backup"


def changed(file: Path, **given: object) -> Path:
    """The backup with something else in its manifest."""
    other = file.with_name("changed.backup")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(other, "w") as new:
        new.writestr(PART, old.read(PART))
        new.writestr("manifest.json", json.dumps(json.loads(old.read("manifest.json")) | given))
    return other


# What is written


def test_of_a_backup_that_is_older_than_what_was_signed_is_said_what_to_do(file, capsys):
    make.make_public_statement(words="The ferry goes on Sundays.")
    checkpoints.make()

    kept_histories.keep(settled=0)

    call_command("restore", file, "--replace")

    assert "Nothing was signed" in capsys.readouterr().err
    with pytest.raises(Refused):
        checkpoints.make()

    last_note.place().unlink()
    Command().tell_of_the_log()

    assert "The log is signed as before" in (said := capsys.readouterr().err)
    assert "sign_anew" in said
    assert checkpoints.make().size


def test_backup_is_put_back_over_what_stands_there_only_when_told_so(file, tmp_path):
    both = words()

    assert (
        told("restore", file) == "refused: The archive here holds something. Nothing was done. With --replace the backup takes its place."
    )
    assert words() == both
    assert "was put back:" in told("restore", file, "--replace")
    assert words() == both[:1]
    assert sorted(path.name for path in tmp_path.iterdir() if "own.sqlite3" not in path.name) == ["a.backup"]  # nothing is left behind


def test_backup_tells_what_is_in_it(file):
    with zipfile.ZipFile(file) as pack:
        found = json.loads(pack.read("manifest.json"))
        names = pack.namelist()

    assert names == [PART, "manifest.json"]
    assert found["counts"]["archive_statement"] == 1
    assert found["migrations"]["archive"] == manifest.known()["archive"]
    assert file.stat().st_mode & 0o077 == 0


def test_file_that_is_there_is_not_written_over(file):
    before = file.read_bytes()

    assert told("backup", file) == f"refused: {file} is there already, and nothing is written over. Give another name."
    assert file.read_bytes() == before
    assert told("backup", file.parent / "no" / "a.backup") == f"refused: There is no folder {file.parent}/no."


def test_archive_without_triggers_is_backed_up_with_a_warning_and_put_back_only_when_told_so(tmp_path, capsys):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER archive_event_kept" + (" ON archive_event" if connection.vendor == "postgresql" else ""))
    warned, wrong = told("backup", tmp_path / "a.backup"), "its triggers are not those of this release (archive_event_kept)"

    assert warned.startswith(f"refused: {tmp_path}/a.backup was written, but the archive is tampered with: {wrong}.")
    assert told("restore", "--replace", tmp_path / "a.backup").startswith(f"refused: The copy was tampered with: {wrong}.")
    assert "was put back" in told("restore", "--replace", "--tampered", tmp_path / "a.backup")
    assert wrong[4:] in capsys.readouterr().err


@pytest.mark.full
def test_drill_puts_an_archive_back_and_leaves_the_one_that_is_here(file, tmp_path):
    both = words()
    checkpoints.make()  # of a log that the backup has the beginning of

    assert "could be put back, and was whole" in told("restore", "--drill", file)
    assert "was put back from it, elsewhere, and was whole" in told("backup", "--drill", tmp_path / "b.backup")
    assert words() == both


@pytest.mark.sqlite
def test_what_was_deleted_is_not_in_a_backup(tmp_path):
    outlet = make.make_outlet("Words that the law took out. " * 6)
    outlet.delete()
    back_up(tmp_path / "a.backup")
    with zipfile.ZipFile(tmp_path / "a.backup") as pack:
        assert b"Words that the law took out" not in pack.read(PART)


def test_nobody_is_signed_in_by_a_backup_and_second_steps_are_put_back(tmp_path):
    anna, key = make.make_user("editor"), "key-that-lets-its-reader-in"
    today = timezone.now().date()
    Session.objects.create(session_key=key, session_data="x", expire_date=timezone.now(), user=anna, began_on=today, seen_on=today)
    device = TOTPDevice.objects.create(user=anna, confirmed=True, name="telephone")
    found = back_up(tmp_path / "a.backup")

    with zipfile.ZipFile(tmp_path / "a.backup") as pack:
        assert key.encode() not in pack.read(PART)
    assert found.counts["archive_session"] == 0
    assert Session.objects.get().session_key == key  # of the archive that goes on
    restore(tmp_path / "a.backup", replace=True)
    assert not Session.objects.exists()
    assert TOTPDevice.objects.get().key == device.key


def test_nobody_is_signed_in_by_a_backup_of_an_earlier_program(tmp_path, monkeypatch):
    Session.objects.create(session_key="a", session_data="x", expire_date=timezone.now(), began_on="2026-11-30", seen_on="2026-11-30")
    with monkeypatch.context() as earlier:
        earlier.setattr(kind(), "SESSIONS", ())
        assert back_up(tmp_path / "a.backup").counts["archive_session"] == 1

    restore(tmp_path / "a.backup", replace=True)

    assert not Session.objects.exists()


def test_backup_beside_a_transaction_that_is_under_way_holds_what_was_done_before(tmp_path):
    statement = make.make_public_statement()
    process = forked(write_on)
    try:
        for number in range(3):
            back_up(tmp_path / f"{number}.backup")
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    for number in range(3):
        restore(tmp_path / f"{number}.backup", replace=True)
        assert statement.text in words()


def write_on() -> None:
    while True:
        make.make_statement()


# What is refused


@pytest.mark.parametrize("cut", [1, 2])
def test_backup_that_is_damaged_is_refused(file, cut):
    whole = bytearray(file.read_bytes())
    half = len(whole) // 2
    file.write_bytes(whole[:half] if cut == 1 else whole[:half] + b"damaged" + whole[half + 7 :])
    both = words()

    assert "damaged" in told("restore", file, "--replace")
    assert words() == both


WRONG = [
    {"parts": []},
    {"parts": 5},
    {"parts": [{"name": "a", "sha256": "b", "size": "c"}]},
    {"parts": [{"name": "a", "sha256": "b", "size": -2}]},
    {"parts": [{"name": ["a"], "sha256": "b", "size": 1}]},
    {"counts": 5},
    {"counts": {"archive_event": "many"}},
    {"migrations": []},
    {"migrations": {"archive": 5}},
    {"migrations": {"archive": [["a"]]}},
    {"made_at": 5},
    {"database": []},
    {"more": 5},
]


def test_what_a_backup_says_of_itself_is_no_failure_whatever_it_is(file):
    said = {told("restore", changed(file, **wrong), "--replace") for wrong in WRONG}

    assert said == {"refused: What this backup says of itself can't be read: it is damaged."}


def test_part_that_is_larger_than_it_says_is_not_written_out(file):
    (part,) = manifest.Manifest.read(zipfile.ZipFile(file).read("manifest.json")).parts
    small = changed(file, parts=[{"name": part.name, "sha256": part.sha256, "size": 100}])

    assert "is damaged" in told("restore", small, "--replace")
    with packing.unpacking(small) as packed, pytest.raises(Refused):
        packed.unpack(packed.manifest.parts[0], file.with_name("part"))
    assert file.with_name("part").stat().st_size == 101


def test_rows_that_are_missing_are_told(file):
    counts = manifest.Manifest.read(zipfile.ZipFile(file).read("manifest.json")).counts

    said = told("restore", changed(file, counts=counts | {"archive_event": 99}), "--replace")

    assert said == "refused: The copy is not what it should be: archive_event."
    assert len(words()) == 2


def test_backup_of_another_database_or_a_newer_program_is_refused(file):
    newer = {"archive": [*manifest.known()["archive"], "9999_later"]}
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]

    assert "Set DATABASE_URL to a database of that kind." in told("restore", changed(file, database=other), "--replace")
    assert "newer version of the program (archive 9999_later)" in told("restore", changed(file, migrations=newer), "--replace")
    assert "newer version of the program" in told("restore", changed(file, format="On Record backup, 2"), "--replace")
    assert len(words()) == 2


def test_file_that_is_no_backup_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("The bridge.")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as pack:
        pack.writestr("a.txt", "The bridge.")

    assert "is no backup, or is damaged" in told("restore", tmp_path / "a.txt", "--replace")
    assert told("restore", tmp_path / "a.zip", "--replace").endswith("a.zip is no backup of an archive.")
    assert told("restore", tmp_path / "b.zip", "--replace").endswith("There is no file " + f"{tmp_path}/b.zip.")


def test_archive_that_is_used_is_not_replaced(file):
    process = forked(stay_connected)
    try:
        time.sleep(1)
        said = told("restore", file, "--replace")
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)

    assert said == "refused: The archive is in use. Stop the site and the worker, and run this again."
    assert len(words()) == 2


def stay_connected() -> None:
    Document.objects.exists()
    time.sleep(60)


def test_program_that_is_missing_is_told(file, monkeypatch):
    if connection.vendor == "sqlite":
        pytest.skip("needs no program")
    monkeypatch.setenv("PATH", "")

    assert "pg_dump is missing, PostgreSQL's own program for this." in told("backup", file.with_name("b.backup"))


# What is put back


@pytest.mark.sqlite
def test_archive_that_is_damaged_is_replaced(file):
    connection.close()
    place = sqlite.place()
    place.write_bytes(b"damaged" * 1000)

    assert told("restore", file).startswith("refused: The archive here holds something.")
    assert "was put back" in told("restore", file, "--replace")
    assert len(words()) == 1
    assert sorted(path.name for path in place.parent.glob("own*")) == ["own.sqlite3", "own.sqlite3-shm", "own.sqlite3-wal"]


@pytest.mark.full
def test_older_archive_is_renewed(file):
    older = manifest.Manifest.read(zipfile.ZipFile(file).read("manifest.json")).migrations
    call_command("migrate", "sessions", "zero", verbosity=0)
    old = file.with_name("old.backup")
    back_up(old)
    call_command("migrate", verbosity=0)

    assert "was put back" in told("restore", old, "--replace")
    assert manifest.applied() == older
