"""The whole way at the desk, by two people with keys alone: two pasted texts become a claim in public. No mouse is touched."""

import pytest
from playwright.sync_api import Page, expect

from archive.models import Claim, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

EARLIER = """Minister promises free ferries
17 May 2023, 15:40

The ferries between the islands will be free from next summer, Transport Minister Vera Lind said at a press conference in Valmere.
"""
LATER = """Islanders still wait
24 June 2024, 09:05

Transport Minister Vera Lind repeated the promise on Monday. “The ferries between the islands will be free from next summer,” she said.
"""
# The person is at another card, or nothing is left.
WENT_ON = "(card) => document.querySelector('.card[data-current]')?.id !== card || !document.querySelector('.card.draft')"


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def press_when_there(page: Page, selector: str, key: str) -> None:
    """And is ready: what came a moment ago is pressed as a plain form."""
    page.wait_for_selector(f"{selector}:not(.htmx-added *)")
    press(page, key)


def type_into(page: Page, key: str, words: str) -> None:
    """The field of this key, emptied, typed into and left."""
    press(page, key, "ControlOrMeta+a")
    page.keyboard.insert_text(words)
    press(page, "Escape")


def tab_to(page: Page, name: str) -> None:
    """As somebody without a mouse gets to what has no key of its own."""
    for _step in range(80):
        press(page, "Tab")
        if name in page.evaluate("(here => [here.innerText, here.name])(document.activeElement)"):
            return
    raise AssertionError(f"no Tab leads to {name}")


def sign_in(page: Page, *roles: str) -> None:
    person = make.make_user(*roles)
    page.goto("/desk/")
    page.keyboard.insert_text(person.username)
    press(page, "Tab")
    page.keyboard.insert_text(make.PASSWORD)
    press(page, "Enter")
    expect(page.locator("h1")).to_have_text("What waits for you")


def bring(page: Page, text: str) -> None:
    """Paste it, look at what was read, say whose it is, and keep it."""
    tab_to(page, "Add")
    press(page, "Enter")
    expect(page.locator("h1")).to_have_text("Add a source")
    type_into(page, "t", text)
    press(page, "r")
    page.wait_for_selector("#look")
    tab_to(page, "outlet")
    page.keyboard.insert_text("Valmere Post")
    press(page, "Escape", "k")
    page.wait_for_selector("#sheet")


def accept_all(page: Page) -> None:
    """What is right is accepted; a name that nobody has yet is somebody new."""
    while page.locator(".card.draft[data-current]").count():
        card = page.locator(".card.draft[data-current]").get_attribute("id")
        press(page, "a")
        page.wait_for_selector(f"#{card}:is(.accepted, [data-asked])")
        if page.locator(f"#{card}[data-asked]").count():
            press(page, "a")
            page.wait_for_selector(f"#{card}.accepted")
        page.wait_for_function(
            "id => document.querySelector('.card[data-current]')?.id !== id || !document.querySelector('.draft')", arg=card
        )


def test_two_pasted_texts_become_a_claim_in_public(new_page):
    make.make_outlet("Valmere Post", time_zone="Europe/Vilnius")
    make.make_speaker("Vera Lind")
    desk, publisher = new_page(), new_page()

    sign_in(desk, "editor", "reviewer")
    for text in (EARLIER, LATER):
        bring(desk, text)
        accept_all(desk)
    assert Statement.objects.filter(status="accepted").count() == 2
    press_when_there(desk, "#links [data-key='1']", "1")
    expect(desk.locator("#links")).to_contain_text("is linked to")

    sign_in(publisher, "publisher")
    press(publisher, "1")
    press_when_there(publisher, "#cards [data-key=p]", "p")
    expect(publisher.locator("#cards")).to_contain_text("Nothing of this document waits any more.")
    press_when_there(publisher, "#cards [data-key=n]", "n")
    expect(publisher.locator("h1")).to_have_text("Islanders still wait")
    press_when_there(publisher, "#cards [data-key=p]", "p")
    expect(publisher.locator("#cards")).to_contain_text("Nothing of this document waits any more.")

    publisher.goto(Claim.objects.get().get_absolute_url())
    expect(publisher.locator(".trail > li")).to_have_count(2)
    expect(publisher.locator("main")).to_contain_text("404 days")
