"""What the same stack of twenty proposals costs in Django's admin, printed beside what the review screen takes."""

import pytest
from playwright.sync_api import Page, expect

from archive.models import Statement
from tests.archive.desk.review.test_by_keys import SAYINGS, signed_in
from tests.factories import make_document, make_outlet, make_speaker, make_statement

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.full]


class Mouse:
    """Who clicks through the admin; each click there loads a page."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks, self.loads = page, 0, 0
        page.on("load", lambda _page: self.count_a_load())

    def count_a_load(self) -> None:
        self.loads += 1

    def click(self, name: str, role: str = "button") -> None:
        self.clicks += 1
        self.page.get_by_role(role, name=name, exact=True).first.click()
        self.page.wait_for_load_state()

    def open(self, words: str) -> None:
        self.clicks += 1
        self.page.locator("#result_list th a", has_text=words).first.click()
        expect(self.page.locator(".field-context mark")).to_contain_text(words)


def test_the_admin_takes_many_times_as_much(new_page):
    document = make_document("\n".join(f"“{words},” he said." for words in SAYINGS), outlet=make_outlet("North"))
    speaker = make_speaker("Anna Kovaleva")
    for words in SAYINGS:
        make_statement(document, words, speakers=[speaker])
    page = signed_in(new_page, "reviewer")
    mouse = Mouse(page)
    page.goto("/admin/archive/statement/?status__exact=draft")

    for turn, words in enumerate(SAYINGS):
        mouse.open(words)
        if turn in (3, 7, 12):
            mouse.click("Reject")
            mouse.click("Reject")
        else:
            mouse.click("Accept")
        mouse.click("Statements", "link")  # the filter is lost after each act
        mouse.click("draft", "link")

    print(f"20 proposals in the admin: {mouse.clicks} clicks, {mouse.loads} page loads")
    assert Statement.objects.accepted().count() == 17
    assert (mouse.clicks >= 80, mouse.loads >= 80) == (True, True)
