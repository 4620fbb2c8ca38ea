"""Every public page in Chromium, with the real static files and headers: no error of CSP, script, console or markup, nothing for
axe to find."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import faults_of_looks, overflows
from tests.factories import make_public_statement
from tests.reading.markup import read
from tests.timeline.pages import make_record

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


def test_pages_are_without_error(page: Page, db):
    record = make_record()

    found = {}
    for address in [*record.addresses(), record.withdrawn.get_absolute_url(), "/nothing/here/"]:
        answer = page.goto(address)
        found[address] = read(answer.text(), page.url).faults + faults_of_looks(page)

    assert {address: errors for address, errors in found.items() if errors} == {}


def test_long_words_do_not_widen_a_narrow_page(new_page: Callable[..., Page]):
    row = make_public_statement(None, f"The {LONG_WORD} stays", claims=[f"The {LONG_WORD} stays."], locator="p" * 100)
    page = new_page(width=390)

    for address in ("/", "/chronology/", "/claims/", row.get_absolute_url(), row.document.get_absolute_url()):
        page.goto(address)
        assert not overflows(page), address


def test_a_reader_filters_without_script(new_page: Callable[..., Page]):
    make_record()
    page = new_page(java_script_enabled=False)

    page.goto("/chronology/")
    page.get_by_label("Said from").fill("May 2023")
    page.get_by_label("Said to").fill("17 May 2023")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("article blockquote")).to_have_text(["The toll stays for ever", "Сбор остаётся навсегда"])

    page.get_by_role("link", name="Remove the filter Said from: May 2023").click()
    expect(page.locator("article blockquote")).to_have_count(4)


def test_a_keyboard_reaches_the_content_first(page: Page, db):
    make_record()
    page.goto("/chronology/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
