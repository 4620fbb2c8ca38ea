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


@pytest.mark.parametrize(
    ("address", "sent", "told"),
    [
        ("/admin/archive/outlet/add/", None, "django.request: Forbidden (Permission denied): /admin/archive/outlet/add/"),
        ("/desk/add/", None, "django.request: Forbidden (Permission denied): /desk/add/"),
        ("/desk/keys/", {"keys": "on"}, "django.security.csrf: Forbidden (CSRF cookie not set.): /desk/keys/"),
    ],
)
def test_what_is_refused_leaves_a_line_with_the_number_of_a_person_and_no_name(caplog, address, sent, told):
    user = make_user("viewer", username="marta")
    client = Client(enforce_csrf_checks=True, headers={"x-forwarded-for": "203.0.113.9"})
    client.force_login(user)

    client.post(address, sent) if sent else client.get(address)

    found = [lines.Text().format(record) for record in caplog.records]
    assert any(told in line and f"user={user.pk}" in line for line in found), found
    assert not any(secret in "".join(found) for secret in ("marta", "203.0.113.9", client.session.session_key))
