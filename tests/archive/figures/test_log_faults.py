"""Where log and record disagree, those who run the site are told, and nobody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from archive.figures import log_faults
from archive.models import KeptFigures, Revision
from tests import factories as make
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db
PAGES = ("/desk/", "/admin/")
RUNS_IT = ("administrator of people", "editor")  # who administers people alone has no desk
TOLD = "The publication log and the record do not agree"
OVERDUE = "Nobody looks whether the record is as it was"


def pages_for(client, *roles):
    client.force_login(make.make_user(*roles))
    return ["".join(client.get(page).content.decode()) for page in PAGES]


def test_administrators_are_told_of_what_was_changed(client):
    statement = make.make_public_statement()
    log_faults.keep()
    assert not any(TOLD in page for page in pages_for(client, *RUNS_IT))
    with triggers_off():
        Revision.objects.of(statement).update(body=b'{"id":"x"}')

    log_faults.keep()

    assert all(TOLD in page and statement.public_id in page for page in pages_for(client, *RUNS_IT))
    assert not any(TOLD in page for page in pages_for(client, *make.CONTENT_ROLES))


@pytest.mark.parametrize(("days", "is_told"), [(1.9, False), (2.1, True)])
def test_administrators_are_told_when_nobody_looked_for_two_days(client, days, is_told):
    at = timezone.now() - timedelta(days=days)
    log_faults.keep()
    KeptFigures.objects.update(at=at)

    told = f"It was looked through last on {at:%-d %B %Y}"
    assert [OVERDUE in page and told in page for page in pages_for(client, *RUNS_IT)] == [is_told] * 2
    assert not any(OVERDUE in page for page in pages_for(client, *make.CONTENT_ROLES))


@pytest.mark.parametrize(("days", "is_told"), [(1.9, False), (2.1, True)])
def test_archive_that_was_never_looked_through_is_told_after_two_days(client, days, is_told):
    make.make_user(date_joined=timezone.now() - timedelta(days=days))

    assert ["It was never looked through" in page for page in pages_for(client, *RUNS_IT)] == [is_told] * 2
