"""The whole way at the desk in a browser that runs no script: by plain forms, from a pasted text to a claim in public."""

import pytest
from playwright.sync_api import Locator, Page, expect

from archive.models import Claim, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

EARLIER = """Minister promises free ferries
17 May 2023, 15:40

The ferries between the islands will be free from next summer, Transport Minister Vera Lind said at a press conference in Valmere.

“The pier will be rebuilt by the spring. The harbour will be dredged in the autumn,” said Mayor Olga Brandt.

“We have asked for this for years,” said Ivo Kask of the islanders’ union.

The crossing costs nine crowns today. Tickets will be sold at the quay until then, as the timetable tells.
"""
LATER = """Islanders still wait
24 June 2024, 09:05

Transport Minister Vera Lind repeated the promise on Monday. “The ferries between the islands will be free from next summer,” she said.
"""


def sign_in(page: Page, *roles: str) -> None:
    person = make.make_user(*roles)
    page.goto("/desk/")
    page.get_by_label("Username").fill(person.username)
    page.get_by_label("Password").fill(make.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_have_text("What waits for you")


def bring(page: Page, text: str) -> None:
    page.get_by_role("link", name="Add", exact=True).click()
    page.get_by_label("Text", exact=False).first.fill(text)
    page.get_by_role("button", name="Read it").click()
    page.get_by_label("Outlet", exact=True).fill("Valmere Post")
    page.get_by_role("button", name="Keep it and review").click()
    expect(page.locator("#sheet")).to_be_visible()


def card(page: Page, words: str) -> Locator:
    return page.locator(".card").filter(has=page.locator(".words", has_text=words))


def press(page: Page, words: str, name: str) -> None:
    """A button of the card that has these words."""
    card(page, words).get_by_role("button", name=name).click()


def expect_told(page: Page, words: str) -> None:
    expect(page.locator("#told")).to_contain_text(words)


def paste_words(where: Locator, summary: str, words: str, name: str) -> None:
    """What a mouse would select on the left, typed or pasted."""
    where.get_by_text(summary, exact=True).click()
    where.locator("textarea[name=text]:not([required])").first.fill(words)
    where.get_by_role("button", name=name).click()


def test_a_pasted_text_becomes_a_claim_in_public(new_page):
    make.make_outlet("Valmere Post", time_zone="Europe/Vilnius")
    make.make_speaker("Vera Lind")
    desk, publisher = new_page(java_script_enabled=False), new_page(java_script_enabled=False)
    desk.set_default_timeout(60_000)  # the first comparison loads the model
    sign_in(desk, "editor", "reviewer")

    bring(desk, EARLIER)
    _cut_and_join(desk)
    press(desk, "We have asked", "Reject")
    expect_told(desk, "Rejected: “We have asked for this for years”.")
    _enter_and_put_right(desk)
    _accept_with_a_doubt(desk)
    press(desk, "The ferries", "Accept")
    expect_told(desk, "Accepted: “The ferries")
    _link_to_a_new_claim(desk)

    bring(desk, LATER)
    press(desk, "The ferries", "Accept")
    _answer_the_pair(desk)
    _publish(publisher)

    publisher.goto(Claim.objects.get().get_absolute_url())
    expect(publisher.locator(".trail > li")).to_have_count(2)
    expect(publisher.locator("main")).to_contain_text("404 days")


def _cut_and_join(desk: Page) -> None:
    paste_words(card(desk, "The pier"), "Paste other words", "The harbour will be dredged", "Split before these words")
    expect(desk.locator(".card.draft")).to_have_count(4)
    press(desk, "The pier", "Join")
    expect(desk.locator(".card.draft")).to_have_count(3)
    desk.get_by_role("button", name="Undo").click()
    expect(desk.locator(".card.draft")).to_have_count(4)


def _accept_with_a_doubt(desk: Page) -> None:
    """Nobody knows its speaker: that is told, the person is brought there, and confirms it."""
    press(desk, "The pier", "Accept")
    expect(card(desk, "The pier")).to_be_focused()
    press(desk, "The pier", "I looked: accept")
    expect_told(desk, "Accepted: “The pier")


def _enter_and_put_right(desk: Page) -> None:
    """Words that were not found get a statement, a speaker whom nobody knew and a day."""
    paste_words(desk.locator(".entering"), "Paste words", "Tickets will be sold at the quay until then", "Make a statement of them")
    expect_told(desk, "A new statement: “Tickets will be sold at the quay until then”.")
    tickets = card(desk, "Tickets")
    tickets.get_by_label("Speaker").first.fill("Maria Holt")
    tickets.get_by_label("somebody new").first.check()
    tickets.get_by_label("Said on").fill("17 May 2023")
    press(desk, "Tickets", "Accept")
    expect_told(desk, "Accepted: “Tickets")
    accepted = Statement.objects.get(text__startswith="Tickets")
    assert (accepted.said_on, [str(one.speaker) for one in accepted.attributions.all()]) == ("2023-05-17", ["Maria Holt"])


def _link_to_a_new_claim(desk: Page) -> None:
    card(desk, "The ferries").get_by_role("link", name="Link it to a claim").click()
    desk.locator("#claim").fill("The ferries between the islands will be free.")
    desk.get_by_role("button", name="Make this claim and link").click()
    expect_told(desk, "is linked to “The ferries between the islands will be free.”")
    assert Claim.objects.get().text == "The ferries between the islands will be free."


def _answer_the_pair(desk: Page) -> None:
    card(desk, "The ferries").get_by_role("link", name="Link it to a claim").click()
    desk.get_by_role("button", name="Look for more").click()
    expect(desk.locator("#links .choices li")).to_have_count(1)
    desk.get_by_role("link", name="Said again?").click()
    expect(desk.locator("h1")).to_have_text("Is it said again?")
    desk.locator(".answers button").first.click()
    expect_told(desk, "Kept: ")


def _publish(publisher: Page) -> None:
    sign_in(publisher, "publisher")
    publisher.get_by_role("link", name="Publish", exact=True).click()
    publisher.get_by_role("link", name="Minister promises free ferries").click()
    tickets = card(publisher, "Tickets")
    tickets.get_by_label("Why it goes back").fill("Nobody says that in the text.")
    tickets.get_by_role("button", name="Return with this reason").click()
    expect_told(publisher, "Returned, with your reason.")
    press(publisher, "The ferries", "Publish")
    expect_told(publisher, "Public now: “The ferries")
    publisher.get_by_role("link", name="Publish", exact=True).click()
    publisher.get_by_role("link", name="Islanders still wait").click()
    publisher.locator(".card").first.get_by_role("button", name="Publish").click()
    expect(publisher.locator("#cards")).to_contain_text("Nothing of this document waits any more.")
