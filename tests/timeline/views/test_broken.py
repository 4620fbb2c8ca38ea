"""A disk or a database that fails: readers are answered as long as it can be read, who writes is told, and keeps what he typed."""

import json

import psycopg
import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from archive import publication
from archive.models import ArchiveState, Revision, Statement
from tests import factories as make
from tests.archive.admin.forms import shown_fields
from tests.archive.errors import failing_disks
from timeline.keeping.files import Forgiving

FROM_HERE = {"HTTP_REFERER": "http://testserver/"}


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


def sent(client: Client, **more: str):
    typed = {"words": "The page number is wrong: it is 17.", "kind": "words", "password": "secret"} | more
    return client.post(reverse("report"), typed, **FROM_HERE)


def test_pages_and_api_are_read_on_a_disk_that_can_only_be_read(db, client):
    statement = make.make_public_statement()
    with failing_disks.read_only():
        found = [client.get(path).status_code for path in (statement.get_absolute_url(), "/", "/chronology/", "/api/v1/statements/")]

    assert found == [200] * 4


def test_writing_on_a_disk_that_can_only_be_read_is_told_with_what_was_typed(db, client):
    with failing_disks.read_only():
        answer = sent(client)

    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "30", "no-store")
    assert "This could not be saved just now." in page
    assert "The disk can only be read at the moment." in page
    assert "The page number is wrong: it is 17." in page
    assert "secret" not in page


def test_form_of_the_tables_comes_back_filled_and_can_be_sent_again(db, client):
    client.force_login(make.make_user("editor"))
    address = reverse("admin:archive_outlet_add")
    typed = shown_fields(client.get(address)) | {"name": "The Gazette of Valmere"}
    with failing_disks.read_only():
        answer = client.post(address, typed, **FROM_HERE)

    page = answer.content.decode()
    assert answer.status_code == 503
    assert "The Gazette of Valmere" in page
    assert f'action="{address}"' in page
    assert client.post(address, typed).status_code == 302


def test_words_of_another_site_are_not_shown_as_typed_here(db, client):
    with failing_disks.read_only():
        page = client.post(reverse("report"), {"words": "Send me your password.", "kind": "words"}, HTTP_ORIGIN="https://other.example")

    assert page.status_code == 503
    assert "Send me your password." not in page.content.decode()


def test_signing_in_on_a_disk_that_can_only_be_read_is_told_and_no_password_is_shown(db, client):
    person = make.make_user()
    person.set_password("a-gate-over-the-veyra")
    person.save()
    with failing_disks.read_only():
        answer = client.post(reverse("desk:sign-in"), {"username": person.username, "password": "a-gate-over-the-veyra"}, **FROM_HERE)

    assert answer.status_code == 503
    assert "a-gate-over-the-veyra" not in answer.content.decode()


def test_open_page_of_the_desk_is_given_a_line(db, client):
    with failing_disks.read_only():
        answer = client.post(reverse("report"), {"words": "Much.", "kind": "words"}, HTTP_HX_REQUEST="true", **FROM_HERE)

    assert answer.status_code == 503
    assert "What you typed still stands here" in answer.content.decode()
    assert "<html" not in answer.content.decode()


@pytest.mark.sqlite
def test_full_disk_at_publish_is_told_and_nothing_is_half_done(transactional_db, django_db_serialized_rollback, client):
    statement = make.make_accepted_statement(said_on="2023-05-17", speakers=[make.make_speaker()])
    chief, reason = make.the_chief(), "Seen by two people. " * 2000
    client.force_login(chief)
    with failing_disks.full():
        with pytest.raises(OperationalError, match="database or disk is full"):
            publication.publish(statement, by=chief, reason=reason)
        read = [client.get(path).status_code for path in ("/chronology/", reverse("desk:publish"))]
        answer = sent(client, words="The page number is wrong. " * 190)

    assert (answer.status_code, read) == (503, [200, 200])
    assert "The disk is full." in answer.content.decode()
    assert (Statement.objects.get().status, Revision.objects.count()) == ("accepted", 0)
    assert publication.publish(statement, by=chief, reason=reason).status == "public"


def failing(*_: object, **__: object) -> None:
    raise OperationalError("server closed the connection unexpectedly") from psycopg.OperationalError()


def test_database_that_is_gone_is_told_in_the_api_too(db, client, monkeypatch):
    monkeypatch.setattr(ArchiveState, "current", failing)

    page, answer = client.get("/"), client.get("/api/v1/statements/")

    assert (page.status_code, answer.status_code) == (503, 503)
    assert "The database does not answer." in page.content.decode()
    assert (answer["Content-Type"], answer["Retry-After"]) == ("application/problem+json", "30")
    assert json.loads(answer.content)["detail"] == "The database does not answer. Please try again later."


def test_mistake_of_ours_stays_a_mistake(db, client, monkeypatch):
    monkeypatch.setattr(ArchiveState, "current", lambda: 1 / 0)

    answer = client.get("/")

    assert (answer.status_code, answer.has_header("Retry-After")) == (500, False)
    assert "Something broke here" in answer.content.decode()


def test_cache_that_can_not_be_written_keeps_nobody_from_being_answered(tmp_path, caplog):
    (tmp_path / "cache").write_text("no folder")
    cache = Forgiving(str(tmp_path / "cache"), {})

    cache.set("asked", 1)

    assert (cache.get("asked", 0), cache.has_key("asked"), cache.touch("asked"), cache.delete("asked")) == (0, False, False, False)
    assert "The cache could not keep or find asked" in caplog.text
