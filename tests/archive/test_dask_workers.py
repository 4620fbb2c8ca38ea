"""What a worker of Dask refuses, what it hands back, and what whoever asks for workers is told when there are none."""

import os
import pickle
import socket
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from archive import dask_workers
from archive.dask_workers import Job, perform, pool_at, program
from archive.processes import NobodyWorks

installed = pytest.mark.skipif(not find_spec("distributed"), reason="pip install -r archive/dask-requirements.txt")


def job(work=len, piece=(1, 2), **told) -> Job:
    return Job(**{"program": program(), "archive": "", "settings": "timeline.settings", "work": pickle.dumps((work, piece))} | told)


def unreadable(piece):
    raise OperationalError(f"no route to {piece}")


def unset(piece):
    raise ImproperlyConfigured(f"no key for {piece}")


def test_work_is_done_and_handed_back():
    assert pickle.loads(perform(job())) == 2


REFUSED = [
    (job(program="0" * 16), "runs another version of this program"),
    (job(archive="6 elsewhere"), "reads another archive"),
    (job(unreadable, "the harbour"), r"can't read the archive \(no route to the harbour\)"),
    (job(unset, "the harbour"), r"can't read the archive \(no key for the harbour\)"),
]


@pytest.mark.parametrize(("refused", "sentence"), REFUSED, ids=["program", "archive", "database", "settings"])
def test_what_a_worker_can_not_do_is_told_with_where_it_runs(refused, sentence):
    with pytest.raises(NobodyWorks, match=sentence) as error:
        perform(refused)

    assert socket.gethostname() in str(error.value)


@pytest.mark.postgres
@pytest.mark.django_db
def test_an_archive_is_known_by_its_server_and_its_name():
    server, name = dask_workers.archive_read().split()

    assert server.isdecimal()
    assert name.startswith("test_")


@pytest.mark.sqlite
@pytest.mark.django_db
def test_an_archive_of_one_machine_has_no_name_elsewhere():
    assert dask_workers.archive_read() == ""


def test_without_the_extra_it_is_told_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(NobodyWorks, match=r"pip install -r archive/dask-requirements\.txt"), pool_at("tcp://127.0.0.1:1"):
        pass


@installed
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere://at-all"])
def test_without_a_scheduler_it_is_told_how_to_start_one(address, monkeypatch):
    monkeypatch.setattr(dask_workers, "WAIT", 0.5)

    with pytest.raises(NobodyWorks, match="python -m dask scheduler"), pool_at(address):
        pass


def cluster(workers: int):
    from distributed import LocalCluster  # noqa: PLC0415 - an extra

    return LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0")


@installed
def test_without_workers_it_is_told_how_to_start_some(monkeypatch):
    monkeypatch.setattr(dask_workers, "WAIT", 0.5)

    with cluster(0) as empty, pytest.raises(NobodyWorks, match="No worker has come to tcp"), pool_at(empty.scheduler_address):
        pass


@installed
def test_another_worker_does_what_one_died_of(tmp_path):
    pieces = [tmp_path / name for name in "abcdef"]

    with cluster(2) as two, pool_at(two.scheduler_address) as pool:
        assert pool.size == 2
        assert list(pool.in_order(die_at_first, pieces)) == pieces


def die_at_first(place: Path) -> Path:
    if place.name == "a" and not place.exists():
        place.touch()
        os._exit(1)
    return place


@installed
def test_work_that_every_worker_dies_of_is_told():
    with cluster(1) as one, pytest.raises(NobodyWorks, match="Worker after worker died"), pool_at(one.scheduler_address) as pool:
        pool.submit(os._exit, 1).result()


@installed
def test_workers_that_are_gone_for_good_are_told(monkeypatch):
    monkeypatch.setattr(dask_workers, "WAIT", 1.0)
    monkeypatch.setattr(dask_workers, "PATIENCE", 0.5)

    with pytest.raises(NobodyWorks, match="all workers of Dask are gone"), cluster(1) as one, pool_at(one.scheduler_address) as pool:
        lost(one, pool)


def lost(one, pool) -> None:
    work = pool.submit(time.sleep, 60)
    one.scale(0)
    work.result()
