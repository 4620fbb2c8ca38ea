"""`suggest --dask` and `--over`: workers of a real cluster, and parts of an exported index, make the rows that one process makes."""

from collections.abc import Callable, Iterator

import pytest
from django.core.management import CommandError

from archive import dask_workers
from archive.linking import in_parallel
from tests import factories as make
from tests.archive.management.commands.test_suggest import compared, everything, forget, run, said
from tests.archive.test_dask_workers import cluster, installed


@pytest.fixture
def two(archive_of_its_own, monkeypatch) -> Iterator:
    monkeypatch.setattr(in_parallel, "BATCH", 2)
    with cluster(2) as running:
        yield running


@installed
@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_make_the_rows_of_one_process(two):
    run("--processes", "1")
    unbroken = everything()
    forget()

    assert run("--dask", two.scheduler_address).startswith("Statements: 30, compared now: 30.")
    assert everything() == unbroken


@pytest.mark.sqlite
@pytest.mark.django_db
def test_an_archive_that_one_machine_alone_can_read_is_compared_there():
    with pytest.raises(CommandError, match="in SQLite, which this machine alone can read"):
        run("--dask", "tcp://127.0.0.1:1")


# Over parts of the index


def test_candidates_of_exported_parts_make_the_rows_of_the_database(db, tmp_path):
    for turn in range(6):
        make.make_accepted_statement(words=f"No state may strengthen its security at the cost of {turn} other states.")
    run("--processes", "1")
    unbroken = everything()
    forget()

    assert run("--export", str(tmp_path)).startswith(f"Passages exported: 6. Parts in {tmp_path}: ")
    assert run("--over", str(tmp_path)).startswith("Statements: 6, compared now: 6.")
    assert everything() == unbroken


@installed
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_workers_that_reach_no_database_make_the_rows_of_one_process(two, tmp_path):
    run("--processes", "1")
    unbroken = everything()
    forget()
    run("--export", str(tmp_path))

    run("--dask", two.scheduler_address, "--over", str(tmp_path))

    assert everything() == unbroken


@pytest.mark.django_db
def test_a_folder_without_an_exported_index_is_told(tmp_path):
    with pytest.raises(CommandError, match="holds no whole index in parts"):
        run("--over", str(tmp_path))


@installed
@pytest.mark.full
@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_without_its_scheduler_it_says_so_and_what_was_compared_stays(two, monkeypatch):
    run("--processes", "1")
    unbroken = everything()
    forget()
    monkeypatch.setattr(dask_workers, "WAIT", 2.0)
    monkeypatch.setattr(dask_workers, "PATIENCE", 1.0)
    monkeypatch.setattr(in_parallel, "keep", closing_after(4, two))

    assert "start the command again" in said("--dask", two.scheduler_address)

    assert 4 <= compared() < 30
    run("--processes", "1")
    assert everything() == unbroken


def closing_after(statements: int, running) -> Callable[..., int]:
    """Keep what was found, and close the cluster as soon as so much is: at that moment not all work is handed out."""
    keep = in_parallel.keep

    def kept(*found) -> int:
        links = keep(*found)
        if compared() == statements:
            running.close()
        return links

    return kept
