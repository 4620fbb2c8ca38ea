"""Figures of requests and of the archive, for Prometheus on this machine or with a token, and for nobody else."""

import os
import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from archive.models import KeptFigures
from archive.models.readers.kinds import FiguresOf
from archive.tasks import look_round
from tests.factories import make_public_statement, make_statement

pytestmark = pytest.mark.django_db
HERE = {"HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1"}
TOKEN = "a-token-for-tests-0123456789"


def figures(client: Client) -> dict[tuple[str, ...], float]:
    answer = client.get("/metrics", **HERE)
    assert answer.status_code == 200
    families = text_string_to_metric_families(answer.content.decode())
    return {(one.name, *sorted(one.labels.values())): one.value for family in families for one in family.samples}


@pytest.mark.parametrize(
    "asked",
    [
        {"REMOTE_ADDR": "203.0.113.9", "HTTP_HOST": "127.0.0.1"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "testserver"},
        HERE | {"HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        HERE | {"HTTP_X_FORWARDED_PROTO": "https"},
        HERE | {"HTTP_FORWARDED": "for=203.0.113.9"},
        {"REMOTE_ADDR": "203.0.113.9", "HTTP_HOST": "testserver", "HTTP_AUTHORIZATION": "Bearer "},
        {"REMOTE_ADDR": "203.0.113.9", "HTTP_HOST": "testserver", "HTTP_AUTHORIZATION": f"Bearer {TOKEN}é"},
    ],
)
@pytest.mark.parametrize("token", ["", TOKEN])
def test_strangers_find_nothing_there(client: Client, monkeypatch, asked, token):
    monkeypatch.setattr(settings, "METRICS_TOKEN", token)

    assert client.get("/metrics", **asked).status_code == 404


def test_token_opens_it_from_elsewhere(client: Client, monkeypatch):
    monkeypatch.setattr(settings, "METRICS_TOKEN", TOKEN)

    answer = client.get("/metrics", REMOTE_ADDR="203.0.113.9", headers={"Authorization": f"Bearer {TOKEN}"})

    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")


def test_requests_are_counted_by_view_and_status(client: Client):
    before = figures(client)
    client.get("/robots.txt")
    client.get("/nowhere/")
    after = figures(client)

    def more(*key: str) -> float:
        return after.get(key, 0) - before.get(key, 0)

    by_view = "django_http_responses_total_by_status_view_method_total"
    assert more(by_view, "200", "GET", "robots") == 1
    assert more(by_view, "404", "GET", "none") == 1
    assert more("django_http_requests_latency_seconds_by_view_method_count", "GET", "robots") == 1
    assert more("django_http_requests_before_middlewares_total") == 3  # these two, and the look before them


def test_what_waits_is_told(client: Client):
    make_statement()
    make_public_statement()
    look_round.enqueue()
    look_round.using(run_after=timezone.now() + timedelta(hours=1)).enqueue()

    found = figures(client)

    assert (found["on_record_drafts",], found["on_record_tasks_waiting",], found["on_record_tasks_failed",]) == (1, 1, 0)
    assert ("on_record_last_backup_timestamp_seconds",) not in found


def test_last_backup_is_told(client: Client, monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "VAR_DIR", tmp_path)
    (tmp_path / "last_backup").touch()
    os.utime(tmp_path / "last_backup", (0, 1_800_000_000))

    assert figures(client)["on_record_last_backup_timestamp_seconds",] == 1_800_000_000


def test_last_look_at_the_record_is_told(client: Client):
    names = "on_record_last_look_timestamp_seconds", "on_record_faults"
    assert not any((name,) in figures(client) for name in names)

    kept = KeptFigures.objects.create(of=FiguresOf.LOG, at=timezone.now(), told={"faults": ["one", "two"]})

    assert [figures(client)[name,] for name in names] == [kept.at.timestamp(), 2]


def test_without_a_database_requests_are_told_all_the_same(client: Client, monkeypatch):
    monkeypatch.setattr(connection, "cursor", refused)

    names = {name for name, *_ in figures(client)}

    assert "django_http_requests_before_middlewares_total" in names
    assert not any(name.startswith("on_record_drafts") for name in names)


def refused(*_: object) -> None:
    raise OperationalError("gone")


def test_no_label_is_a_reader_s_word(client: Client):
    client.get("/search/?q=harbour", REMOTE_ADDR="203.0.113.9")

    told = client.get("/metrics", **HERE).content.decode()

    assert not re.search("harbour|203.0.113.9", told)
