"""Pages inside other people's pages."""

import pytest

from archive import publication
from archive.enums import RevisionClass
from tests.factories import the_chief
from tests.timeline.pages import make_record

pytestmark = pytest.mark.django_db


def test_only_what_is_made_for_it_may_be_framed(client):
    record = make_record()
    for path in (f"/embed/statements/{record.statement.public_id}/", f"/embed/claims/{record.claim.slug}/"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer
        assert 'target="_blank"' in answer.content.decode()
        unchanged = client.get(path, HTTP_IF_NONE_MATCH=answer["ETag"])
        assert unchanged.status_code == 304
        assert "frame-ancestors *" in unchanged["Content-Security-Policy"]
        assert "X-Frame-Options" not in unchanged
        page = client.get(path.removeprefix("/embed"))
        assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
        assert page["X-Frame-Options"] == "DENY"
        assert "&lt;iframe src=" in page.content.decode()
        assert "<iframe" not in page.content.decode()  # markup to copy, and no frame


def test_a_frame_shows_corrections_and_nothing_of_what_was_withdrawn(client):
    record = make_record()
    path = f"/embed/statements/{record.statement.public_id}/"
    publication.correct(
        record.statement, by=the_chief(), changes={"locator": "p. 4"}, revision_class=RevisionClass.TYPO, reason="The page was missing."
    )
    assert "what was changed, and why" in client.get(path).content.decode()

    publication.withdraw(record.statement, by=the_chief(), revision_class=RevisionClass.RETRACTION, reason="Not his words.")
    answer = client.get(path)

    assert answer.status_code == 410
    assert "Not his words." in answer.content.decode()
    assert "The toll stays" not in answer.content.decode()
    assert "frame-ancestors *" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/embed/statements/none/", "/embed/claims/none/"])
def test_what_is_not_public_has_no_frame(client, path):
    assert client.get(path).status_code == 404
