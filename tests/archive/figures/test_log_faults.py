"""Where log and record disagree, those who run the site are told, and nobody else."""

import pytest

from archive.figures import log_faults
from archive.models import Revision
from tests import factories as make
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db
PAGES = ("/desk/", "/admin/")
RUNS_IT = ("administrator of people", "editor")  # who administers people alone has no desk
TOLD = "The publication log and the record do not agree"


def pages_for(client, *roles):
    client.force_login(make.make_user(*roles))
    return ["".join(client.get(page).content.decode()) for page in PAGES]


def test_administrators_are_told_of_what_was_changed(client):
    statement = make.make_public_statement()
    log_faults.keep()
    assert log_faults.last_look() is None
    assert not any(TOLD in page for page in pages_for(client, *RUNS_IT))
    with triggers_off():
        Revision.objects.of(statement).update(body=b'{"id":"x"}')

    log_faults.keep()

    assert all(TOLD in page and statement.public_id in page for page in pages_for(client, *RUNS_IT))
    assert not any(TOLD in page for page in pages_for(client, *make.CONTENT_ROLES))
