"""Reports of errors wait on the desk, with what they are about; an answer is kept, and taken back with a press."""

import pytest
from django.test import Client

from archive.models import ErrorReport
from archive.models.readers.kinds import ErrorKind
from archive.readers import reports as readers_reports
from tests.factories import make_public_statement, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    client = Client()
    client.force_login(make_user("reviewer"))
    return client


def test_reports_wait_and_are_answered(reviewer):
    statement = make_public_statement()
    reports = [
        readers_reports.take(readers_reports.about(address), ErrorKind.DATE, f"Wrong <{number}>.", name="Ada", email="ada@mail.example")
        for number, address in enumerate([statement.get_absolute_url(), *[""] * 20])
    ]
    assert "Errors that readers reported" in reviewer.get("/desk/").content.decode()

    page = reviewer.get("/desk/reported/").content.decode()
    assert statement.text[:60] in page
    assert "Wrong &lt;0&gt;." in page
    assert "ada@mail.example" in page
    assert "More reports wait" in page

    refused = reviewer.post(f"/desk/reported/{reports[0].pk}/", {"answer": "nothing"}, follow=True).content.decode()
    assert "Say why there is nothing to mend." in refused
    assert reviewer.post(f"/desk/reported/{reports[0].pk}/", {"answer": "whatever"}).status_code == 404
    kept = reviewer.post(f"/desk/reported/{reports[0].pk}/", {"answer": "mended", "reason": "Put right."}, follow=True).content.decode()
    assert "Kept: mended." in kept
    assert "Put right." in kept
    assert f"/desk/reported/{reports[0].pk}/reopen/" in kept
    assert "It waits again." in reviewer.post(f"/desk/reported/{reports[0].pk}/reopen/", follow=True).content.decode()
    assert ErrorReport.objects.waiting().count() == 21


def test_only_who_reviews_sees_them():
    client = Client()
    client.force_login(make_user())

    assert client.get("/desk/reported/").status_code == 403
    assert "sign-in" in Client().get("/desk/reported/").headers["Location"]
