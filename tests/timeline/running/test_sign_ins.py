"""Signing in and out stands in the log, with the number of the user and neither his name nor an address."""

import pytest
from django.test import Client

from tests.factories import PASSWORD, make_user
from timeline.running import lines

pytestmark = pytest.mark.django_db


def told_of(caplog):
    found = [lines.Text().format(record) for record in caplog.records if record.name == "timeline.running.sign_ins"]
    return [line.partition("sign_ins: ")[2].partition(" (")[0] for line in found], "\n".join(found)


def test_signing_in_and_out(client: Client, caplog):
    user = make_user("editor", username="marta")

    client.post("/admin/login/", {"username": "marta", "password": "not-this-one-at-all"}, REMOTE_ADDR="203.0.113.9")
    client.post("/admin/login/", {"username": "marta", "password": PASSWORD}, REMOTE_ADDR="203.0.113.9")
    client.post("/admin/logout/")

    told, whole = told_of(caplog)
    assert told == ["A sign-in was refused", "Signed in", "Signed out"]
    assert whole.count(f"user_id={user.pk}") == 2
    assert not any(secret in whole for secret in ("marta", "203.0.113.9", PASSWORD, "not-this-one"))
