"""Who finds the file locked looks again and again until it is free, or until the time that the settings give is over."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from copy import deepcopy
from pathlib import Path

import pytest
from django.db import OperationalError, connection

from timeline.serving.sqlite.base import A_LOOK, LOCKED, STAYS_OPEN, DatabaseWrapper, held

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db]
WRITE = "INSERT INTO words VALUES ('said')"


@pytest.fixture
def archive(tmp_path) -> Path:
    place = tmp_path / "archive.sqlite3"
    with opened(place) as one:
        one.cursor().execute("CREATE TABLE words (word TEXT)")
    return place


@contextmanager
def opened(place: Path, **options: object) -> Iterator[DatabaseWrapper]:
    settings = deepcopy(connection.settings_dict) | {"NAME": place}
    settings["OPTIONS"] |= options
    one = DatabaseWrapper(settings, alias="other")
    one.inc_thread_sharing()
    with closing(one):
        yield one


def begin_and_write(one: DatabaseWrapper) -> None:
    one.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    one.cursor().execute(WRITE)
    one.commit()


@pytest.mark.parametrize("write", [begin_and_write, lambda one: one.cursor().execute(WRITE)], ids=["transaction", "lone statement"])
def test_a_writer_waits_for_the_one_before_it(archive, write: Callable[[DatabaseWrapper], object]):
    with opened(archive) as first, opened(archive) as second:
        first.cursor().execute("BEGIN IMMEDIATE")
        waiting = threading.Thread(target=write, args=[second])
        waiting.start()
        waiting.join(0.1)  # SQLite has given up by itself meanwhile
        is_waiting = waiting.is_alive()
        first.cursor().execute("COMMIT")
        waiting.join()

        assert is_waiting
        assert second.cursor().execute("SELECT COUNT(*) FROM words").fetchone() == (1,)


def test_a_writer_waits_no_longer_than_the_settings_say(archive):
    with opened(archive) as first, opened(archive, timeout=0) as second:
        first.cursor().execute("BEGIN IMMEDIATE")

        with pytest.raises(OperationalError, match=LOCKED):
            second.cursor().execute(WRITE)


def test_a_transaction_that_has_begun_is_not_continued_at_a_lock(archive):
    """What it read may be another by then."""
    with opened(archive, transaction_mode="DEFERRED") as first, opened(archive) as second:
        first.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        first.in_atomic_block = True
        first.cursor().execute("SELECT COUNT(*) FROM words").fetchone()
        second.cursor().execute("BEGIN IMMEDIATE")

        with pytest.raises(OperationalError, match=LOCKED):
            first.cursor().execute(WRITE)
        first.in_atomic_block = False


def test_another_error_is_told_at_once(archive):
    with opened(archive) as one, pytest.raises(OperationalError, match="no such table"):
        one.cursor().execute("INSERT INTO sentences VALUES (1)")


@pytest.mark.parametrize(("mode", "waits"), [("WAL", A_LOOK), ("DELETE", 45_000)])
def test_where_there_is_no_write_ahead_log_sqlite_waits_itself(archive, mode, waits):
    with opened(archive, init_command=f"PRAGMA journal_mode={mode}") as one:
        assert one.cursor().execute("PRAGMA busy_timeout").fetchone() == (waits,)


@pytest.mark.parametrize("stays", [True, False])
def test_what_lies_beside_the_file_stays_while_a_server_runs(archive, stays: bool):
    """On a full disk it could not be made again."""
    with opened(archive) as one:
        one.settings_dict[STAYS_OPEN] = stays
        one.cursor().execute("SELECT * FROM words")

    beside = archive.with_name(f"{archive.name}-shm").exists()
    for key in [key for key in held if key[1] == str(archive)]:
        held.pop(key).close()

    assert (beside, archive.with_name(f"{archive.name}-shm").exists()) == (stays, False)
