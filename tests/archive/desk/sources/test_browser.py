"""In a browser: a text is pasted, looked at and kept by keys; every page of the way looks right, wide, narrow and dark."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from archive.capture import capture
from archive.capture.provenance import Provenance
from archive.models import CopySuggestion, Document
from tests import factories as make
from tests.archive.matching.test_sketches import EDITED, TEXT
from tests.browser import faults_of_looks

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def desk(page: Page) -> Page:
    """Signed in, on the page on which a text is pasted."""
    make.make_user("editor", username="anna")
    page.goto(reverse("desk:add"))
    page.fill("[name=username]", "anna")
    page.fill("[name=password]", make.PASSWORD)
    page.click("main button")
    expect(page.get_by_role("heading", name="Add a source")).to_be_visible()
    return page


def test_text_is_pasted_looked_at_and_kept_by_keys(desk):
    capture(TEXT.encode(), Provenance(outlet=make.make_outlet("Coastal News"), title="The bridge", published="2023-05-17"))
    make.make_outlet("Gazette")
    assert faults_of_looks(desk) == []

    desk.keyboard.press("t")
    desk.keyboard.insert_text(EDITED)
    desk.keyboard.press("Tab")
    desk.get_by_role("button", name="Read it").focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("button", name="Keep it and review")).to_be_focused()
    desk.fill("[name=outlet]", "Gazette")
    desk.get_by_role("button", name="Read again with this").click()
    expect(desk.get_by_label("the same text, from an agency or another outlet")).to_be_visible()
    assert faults_of_looks(desk) == []

    desk.keyboard.press("1")
    desk.keyboard.press("k")
    desk.wait_for_url("**/desk/documents/*/")
    assert Document.objects.latest("pk").public_id in desk.url
    assert CopySuggestion.objects.get().answer == "copy"


@pytest.mark.parametrize("name", ["desk:documents", "desk:copies", "desk:notices", "desk:brought-list", "desk:source"])
def test_pages_look_right(desk, name):
    notice = make.make_notice_suggestion()
    CopySuggestion.objects.create(document=notice.document, other=make.make_document(), likeness=0.9)
    desk.fill("[name=pasted]", TEXT)
    desk.get_by_role("button", name="Read it").click()
    expect(desk.get_by_role("button", name="Keep it and review")).to_be_visible()

    desk.goto(reverse(name, args=[notice.document.public_id] if name == "desk:source" else []))

    assert faults_of_looks(desk) == []
