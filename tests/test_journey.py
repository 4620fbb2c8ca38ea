"""The whole way once, by hand: two real reports go in by command, and in the admin in a browser become a claim said again in public."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Locator, Page, expect

from archive.models import Article, Document, Judgement, Speaker, Statement
from tests.factories import CONTENT_ROLES, PASSWORD, make_user

EARLIER, LATER = "promises about indivisibility of security", "equality and indivisibility of security"
REPORTS = {EARLIER: ("004_ed706a98bf7c977b.txt", "BelTA", "Europe/Minsk"), LATER: ("000_c449e1f557348905.txt", "Sputnik", "Europe/Moscow")}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_reports_become_a_claim_said_again(page: Page, shared_dir: Path):
    call_command("capture", *[str(shared_dir / "seeds" / name) for name, _outlet, _zone in REPORTS.values()], verbosity=0)
    call_command("draft", verbosity=0)

    sign_in(page)
    for _file, outlet, zone in REPORTS.values():
        enter_outlet(page, outlet, zone)
        assign_outlet(page, outlet)
    for words in REPORTS:
        accept(page, words)
    find_suggestions(page)
    judge(page, "Indivisible security")
    publish(page)

    assert Speaker.objects.filter(name="Sergey Lavrov").count() == 1
    assert Judgement.objects.get().claim.slug == "indivisible-security"
    read_the_chronology(page)
    read_the_claim(page)


def sign_in(page: Page) -> None:
    user = make_user(*CONTENT_ROLES)
    page.goto("/admin/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="The editors' side")).to_be_visible()


def enter_outlet(page: Page, name: str, zone: str) -> None:
    page.goto("/admin/archive/outlet/add/")
    page.get_by_label("Name:").fill(name)
    page.get_by_label("Time zone:").fill(zone)
    save(page)


def assign_outlet(page: Page, name: str) -> None:
    """From the document, which says what outlet it prints, to its article."""
    page.goto("/admin/archive/document/")
    page.get_by_role("row").filter(has_text=f"({name})").get_by_role("link").first.click()
    page.get_by_role("link", name="outlet missing").click()
    choose(page, page.locator(".field-outlet"), name)
    save(page)
    assert Article.objects.filter(outlet__name=name).count() == 1


def accept(page: Page, words: str) -> None:
    """Open the draft, name its speakers, enter its occasion where one was read, and accept it."""
    page.goto("/admin/archive/statement/?status__exact=draft")
    page.get_by_role("textbox", name="Search").fill(words)
    page.get_by_role("button", name="Search").click()
    page.locator("#result_list tbody th a").click()
    expect(page.locator(".field-context mark")).to_contain_text(words)
    press(page, "Name the speakers as printed")
    if page.get_by_role("button", name="Enter the occasion as read").is_visible():
        press(page, "Enter the occasion as read")
    press(page, "Accept")
    expect(page.locator(".field-state")).to_contain_text("accepted")


def find_suggestions(page: Page) -> None:
    act_on_all(page, "accepted", "Find suggestions")


def judge(page: Page, claim: str) -> None:
    page.goto("/admin/archive/suggestion/")
    row = page.get_by_role("row").filter(has_text=EARLIER).filter(has_text=LATER)
    row.get_by_role("link", name="Compare").click()
    sides = page.locator(".sides section")
    expect(sides.first).to_contain_text("17 May 2023")
    expect(sides.first.locator("mark")).to_contain_text(EARLIER)
    expect(sides.last).to_contain_text("24 June 2024")
    expect(sides.last.locator("mark")).to_contain_text(LATER)
    page.get_by_label("Or a new claim").fill(claim)
    page.get_by_role("button", name="Same claim").click()
    expect(page.get_by_text("Kept: “same claim”")).to_be_visible()


def publish(page: Page) -> None:
    act_on_all(page, "accepted", "Publish")
    expect(page.locator(".messagelist .success")).to_contain_text("2 statements published.")


def read_the_chronology(page: Page) -> None:
    assert Statement.objects.public().count() == 2
    page.goto("/chronology/")
    expect(page.locator("main")).to_contain_text("17 May")
    expect(page.locator("main")).to_contain_text("24 June")
    for words in REPORTS:
        expect(page.get_by_text(words)).to_be_visible()


def read_the_claim(page: Page) -> None:
    page.goto("/claims/indivisible-security/")
    steps = page.locator(".trail > li")
    expect(steps).to_have_count(2)
    expect(steps.first).to_contain_text("17 May 2023")
    expect(steps.first.locator("mark").first).to_contain_text(EARLIER)
    expect(steps.last).to_contain_text("24 June 2024")
    expect(steps.last).to_contain_text("404 days")
    expect(steps.last.locator("blockquote mark")).to_contain_text(LATER)
    expect(steps.last).to_contain_text("Words changed since then")
    assert Document.objects.public().count() == 2


# What a hand does in the admin


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page).to_have_url(re.compile(r"/admin/archive/\w+/$"))


def press(page: Page, label: str) -> None:
    """A button of the object tools; where it asks or shows first what it would make, that is read and confirmed. Success is told."""
    page.get_by_role("button", name=label, exact=True).click()
    expect(page.locator("#content-main.ask, .messagelist .success").first).to_be_visible()
    if page.locator("#content-main.ask").is_visible():
        for box in page.get_by_label("I have checked").all():
            box.check()
        page.get_by_role("button", name=label, exact=True).click()
    expect(page.locator(".messagelist .success").first).to_be_visible()


def choose(page: Page, field: Locator, words: str) -> None:
    """Type into an autocomplete and take the first that it offers."""
    field.locator(".select2-selection").click()
    page.locator(".select2-search__field").fill(words)
    page.locator(".select2-results__option", has_text=words).first.click()


def act_on_all(page: Page, state: str, action: str) -> None:
    """A list action on every row of one state, and its page of confirmation."""
    page.goto(f"/admin/archive/statement/?status__exact={state}")
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option(label=action)
    page.get_by_role("button", name="Go").click()
    page.get_by_role("button", name=action, exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()
