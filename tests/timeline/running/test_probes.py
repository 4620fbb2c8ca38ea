"""A site says whether it answers and whether it is ready, to whoever asks, and to strangers no more than that."""

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from archive.management.migrated import applied

READY = {"ready": True, "database": "works", "migrations": "works", "disk": "works"}


@pytest.fixture
def asked() -> Client:
    """A site that was just started, asked by a machine that knows it by its number."""
    return Client(HTTP_HOST="10.1.2.3:8000")


@pytest.mark.once
def test_process_answers_without_a_database(asked):
    answer = asked.get("/healthz")  # a query would fail: this test has no database

    assert (answer.status_code, answer.content) == (200, b"answers\n")
    assert (answer.headers["Cache-Control"], answer.headers["X-Content-Type-Options"]) == ("no-store", "nosniff")


@pytest.mark.django_db
def test_ready(asked):
    answer = asked.get("/readyz")

    assert (answer.status_code, answer.json()) == (200, READY)


@pytest.mark.django_db
def test_not_ready_with_a_migration_to_apply(asked, caplog):
    MigrationRecorder(connection).record_unapplied(*min(applied()))

    answer = asked.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, READY | {"ready": False, "migrations": "fails"})
    assert "1 migrations are not applied: manage.py migrate" in caplog.text


@pytest.mark.django_db
def test_not_ready_with_a_folder_that_is_gone(asked, caplog, monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "VAR_DIR", tmp_path / "gone")

    answer = asked.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, READY | {"ready": False, "disk": "fails"})
    assert str(tmp_path) in caplog.text
    assert str(tmp_path) not in answer.content.decode()


def refused(*_):
    raise OperationalError("connection to server at on-this-host failed")


@pytest.mark.django_db
def test_not_ready_without_a_database(asked, caplog, monkeypatch):
    monkeypatch.setattr(connection, "cursor", refused)

    answer = asked.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == READY | {"ready": False, "database": "fails", "migrations": "fails"}
    assert "on-this-host" in caplog.text
    assert "on-this-host" not in answer.content.decode()


@pytest.mark.django_db
def test_readiness_is_found_out_once_however_often_it_is_asked_for(asked, django_assert_num_queries):
    asked.get("/readyz")

    with django_assert_num_queries(0):
        answers = {asked.get("/readyz").status_code for _ in range(20)}

    assert answers == {200}


@pytest.mark.once
def test_probes_are_answered_over_plain_http(asked, monkeypatch):
    monkeypatch.setattr(settings, "SECURE_SSL_REDIRECT", True)

    assert asked.get("/healthz").status_code == 200
