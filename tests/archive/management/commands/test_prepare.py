"""A start makes what is missing or another now, and nothing else."""

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from archive.management.commands import prepare
from tests.factories import make_outlet

pytestmark = pytest.mark.django_db


@pytest.fixture
def styles(tmp_path, settings) -> Path:
    """A folder with the only static file."""
    settings.VAR_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "styles"]
    file = tmp_path / "styles" / "site.css"
    file.parent.mkdir()
    file.write_text("p {}")
    return file


@pytest.fixture
def called(monkeypatch) -> list[str]:
    """The commands that it gave, in order."""
    told: list[str] = []
    give = prepare.call_command

    def note(name: str, **how: object) -> None:
        told.append(name)
        if name != "migrate":  # which SQLite does not do within a test's transaction
            give(name, **how)

    monkeypatch.setattr(prepare, "call_command", note)
    return told


def prepared(*options: str) -> str:
    said = StringIO()
    call_command("prepare", *options, stdout=said)
    return said.getvalue()


def test_a_second_start_makes_nothing_again(styles, called):
    make_outlet("Ours")
    first, second = prepared(), prepared()

    assert called == ["migrate", "collectstatic", "load_demo", "load_demo"]
    assert first == second == "The archive is not empty; the demo is loaded into an empty one alone.\n"
    assert (styles.parent.parent / "static" / "site.css").read_text() == "p {}"


def test_files_that_are_others_now_are_collected_again(styles, called):
    prepared("--no-demo")
    styles.write_text("p { margin: 0 }")
    os.utime(styles, (styles.stat().st_mtime + 2,) * 2)  # collectstatic goes by whole seconds
    prepared("--no-demo")
    (styles.parent.parent / "static" / "staticfiles.json").unlink()
    prepared("--no-demo")

    assert called == ["migrate", *["collectstatic"] * 3]
    assert (styles.parent.parent / "static" / "site.css").read_text() == "p { margin: 0 }"


def test_a_static_file_that_was_half_written_is_made_whole(styles, called):
    prepared("--no-demo")
    collected = next((styles.parent.parent / "static").glob("site.*.css"))
    collected.write_text("p")
    (styles.parent.parent / prepare.COLLECTED).unlink()
    prepared("--no-demo")

    assert collected.read_text() == "p {}"


@pytest.mark.usefixtures("styles")
def test_a_database_that_lacks_a_migration_is_brought_up_to_date(called):
    prepared("--no-demo")
    MigrationRecorder(connection).record_unapplied("archive", "0001_the_record")
    prepared("--no-demo")

    assert called == ["migrate", "collectstatic", "migrate"]


def test_what_follows_the_migrations_is_done_where_it_was_cut_off(styles, called):
    prepared("--no-demo")
    (styles.parent.parent / prepare.MIGRATED).unlink()
    prepared("--no-demo")

    assert called == ["migrate", "collectstatic", "migrate"]


def test_migrations_are_told_by_their_files():
    assert set(prepare.migrations()) == set(MigrationRecorder(connection).applied_migrations())


def test_disk_that_takes_no_key_keeps_nobody_from_a_start(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.VAR_DIR, said = tmp_path / "file" / "var", StringIO()

    prepare.Command(stderr=said).sign_log()

    assert "Not a directory" in said.getvalue()
