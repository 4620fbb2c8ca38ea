"""Anybody may report an error, a few times an hour; what is wrong with a report stands beside its field, and nothing typed is lost."""

import pytest
from django.core.cache import cache
from django.test import Client

from archive.models import ErrorReport
from tests.factories import make_public_statement
from tests.timeline.pages import make_record
from timeline.views.report import MOST_REPORTS

pytestmark = pytest.mark.django_db
SENT = {"kind": "date", "words": "It was in May."}


@pytest.fixture(autouse=True)
def _nobody_sent_anything():
    cache.clear()


def test_a_report_of_a_statement_is_kept_and_thanked_for():
    statement, client = make_public_statement(), Client()
    link = f"/report/?about={statement.get_absolute_url()}"
    assert link in client.get(statement.get_absolute_url()).content.decode()

    form = client.get(link)
    assert form.headers["Cache-Control"].startswith("max-age=0")
    assert statement.text[:60] in form.content.decode()
    thanks = client.post("/report/", {**SENT, "about": statement.get_absolute_url(), "email": "ada@mail.example"}, follow=True)
    assert "Thank you." in thanks.content.decode()
    kept = ErrorReport.objects.get()
    assert (kept.object_type, kept.object_id, kept.words, kept.email) == ("statement", statement.pk, "It was in May.", "ada@mail.example")


def test_every_page_of_one_thing_leads_to_the_form():
    record = make_record()
    for row in (record.statement, record.claim, record.speaker, record.outlet, record.document, record.occasion):
        assert f"/report/?about={row.get_absolute_url()}" in Client().get(row.get_absolute_url()).content.decode()


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost():
    page = Client().post("/report/", {"words": "It <b>was</b> May.", "email": "no address", "name": "Ada"})

    told = page.content.decode()
    assert page.status_code == 200
    assert "It &lt;b&gt;was&lt;/b&gt; May." in told
    assert 'value="no address"' in told
    assert told.count('class="error"') == 2
    assert not ErrorReport.objects.exists()


def test_a_program_that_fills_all_fields_is_thanked_and_not_kept():
    assert Client().post("/report/", {**SENT, "website": "https://spam.example/"}).status_code == 302
    assert not ErrorReport.objects.exists()


def test_more_than_a_few_an_hour_are_told_to_come_later():
    client, (most,) = Client(), MOST_REPORTS.values()
    for _time in range(most):
        assert client.post("/report/", SENT).status_code == 302
    late = client.post("/report/", {**SENT, "words": "The sixth."})
    assert late.status_code == 429
    assert "The sixth." in late.content.decode()
    assert Client(REMOTE_ADDR="203.0.113.7").post("/report/", SENT).status_code == 302
    assert ErrorReport.objects.count() == most + 1


def test_a_form_from_elsewhere_is_refused():
    assert Client(enforce_csrf_checks=True).post("/report/", SENT).status_code == 403
