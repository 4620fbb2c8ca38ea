"""Who finds the file locked looks again and again until it is free, or until the time that the settings give is over."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection

from timeline.serving.sqlite.base import A_LOOK, LOCKED, STAY_OPEN, DatabaseWrapper, idle

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


@pytest.fixture
def staying(archive) -> Iterator[Callable[[int], Any]]:
    """Opens it as a server does that keeps so many connections."""

    @contextmanager
    def staying(most: int) -> Iterator[DatabaseWrapper]:
        with opened(archive) as one:
            one.settings_dict[STAY_OPEN] = most
            yield one

    first = key_of(archive)
    yield staying
    for key in (first, key_of(archive)):
        for one in idle.pop(key, []):
            one.close()


def key_of(archive: Path) -> tuple[int, ...]:
    return os.getpid(), archive.stat().st_dev, archive.stat().st_ino


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


@pytest.mark.parametrize("most", [0, 1])
def test_what_lies_beside_the_file_stays_while_a_server_runs(archive, staying, most: int):
    """On a full disk it could not be made again."""
    with staying(most) as one:
        one.cursor().execute("SELECT * FROM words")

    assert archive.with_name(f"{archive.name}-shm").exists() == bool(most)


def test_threads_take_a_few_connections_in_turns(archive, staying):
    """Also where more of them ask at once than stay open."""
    together = threading.Barrier(8)

    def asks(_number: int) -> int:
        with staying(2) as one:
            together.wait(60)
            return one.cursor().execute("SELECT COUNT(*) FROM words").fetchone()[0]

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(asks, range(80))) == [0] * 80
    assert len(idle[key_of(archive)]) == 2
    with staying(2) as one, staying(2) as other, staying(2) as third:
        taken = [each.cursor() and each.connection for each in (one, other, third)]
    with staying(2) as again:
        again.cursor()
        assert again.connection in taken[:2]


def test_a_connection_in_which_something_is_under_way_is_given_to_nobody(staying):
    with staying(1) as one:
        one.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        one.cursor().execute(WRITE)

    with staying(1) as other:
        assert other.cursor().execute("SELECT COUNT(*) FROM words").fetchone() == (0,)


def test_what_was_half_read_is_not_read_on_by_the_next(staying):
    """A question that nobody asked to its end would show what stood there then, and keep who has it from writing."""
    with staying(2) as one, staying(2) as other:
        one.cursor().execute("INSERT INTO words VALUES ('a'), ('b'), ('c')")
        left = one.cursor().execute("SELECT * FROM words")
        left.fetchone()
        other.cursor().execute(WRITE)
        one.close()
        begin_and_write(one)

        assert one.cursor().execute("SELECT COUNT(*) FROM words").fetchone() == (5,)
        assert left is not None


def test_a_file_that_was_put_in_the_place_of_another_is_opened(archive, staying, tmp_path):
    """Or a server would go on with what is no more, and all that it writes would be lost."""
    with staying(1) as one, opened(tmp_path / "new.sqlite3") as new:
        one.cursor().execute(WRITE)
        new.cursor().execute("CREATE TABLE words (word TEXT)")
    with staying(1) as busy:
        busy.cursor()
        (tmp_path / "new.sqlite3").replace(archive)
        for end in ("-wal", "-shm"):
            archive.with_name(f"{archive.name}{end}").unlink()
    with staying(1) as again:
        assert again.cursor().execute("SELECT COUNT(*) FROM words").fetchone() == (0,)


def test_a_connection_that_django_goes_on_with_is_given_to_nobody(archive, staying):
    """On a full disk SQLite ends a transaction by itself, and what was begun around it goes on."""
    with staying(1) as one:
        one.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        one.in_atomic_block = True
        one.connection.rollback()
        one.close()
        one.in_atomic_block = False

    assert idle[key_of(archive)] == []


def test_a_process_takes_no_connection_of_another(staying):
    """SQLite's must not be carried into a process that parts from this one."""
    with staying(1) as one:
        one.cursor()
        kept = one.connection

    def takes(told) -> None:
        with staying(1) as own:
            own.cursor()
            told.send(own.connection is not kept)

    mine, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=takes, args=[theirs])
    child.start()
    child.join()
    assert mine.recv()
