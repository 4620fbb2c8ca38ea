"""Where the records of the public log stand."""

import pytest

from archive.models import Revision
from tests.factories import make_public_statement, make_statement
from timeline.api.corrections import addresses

pytestmark = pytest.mark.django_db


def test_public_record_has_its_address_and_a_draft_has_none(settings):
    settings.SITE_URL = "https://record.example"
    public, draft = make_public_statement(), make_statement()
    revisions = [Revision(object_type="statement", object_id=one.pk) for one in (public, draft)]

    assert addresses(revisions) == {
        ("statement", public.pk): (public.public_id, f"https://record.example{public.get_absolute_url()}"),
    }


def test_article_is_where_its_newest_public_document_is(settings):
    settings.SITE_URL = ""
    statement = make_public_statement()
    article = statement.document.article

    found = addresses([Revision(object_type="article", object_id=article.pk)])

    assert found == {("article", article.pk): (statement.document.public_id, statement.document.get_absolute_url())}
