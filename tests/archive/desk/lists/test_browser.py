"""Lists in a real browser: without faults of looks, and a sheet whose columns are gone down by the keyboard."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from archive.desk.lists.bringing import runs
from archive.models import Statement
from tests import factories as make
from tests.browser import faults_of_looks

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def desk(new_page: Callable[..., Page], live_server) -> Page:
    client, page = Client(), new_page()
    client.force_login(make.make_user("editor", "reviewer"))
    page.context.add_cookies([{"name": name, "value": one.value, "url": live_server.url} for name, one in client.cookies.items()])
    return page


@pytest.fixture
def rows() -> list[Statement]:
    document = make.make_document("Prices fell. Wages rose. It rains.", title="A talk")
    return [make.make_statement(document, words, speakers=["Olga Reyne"], force="denied") for words in ("Prices fell", "Wages rose")]


def test_lists_have_no_faults_of_looks(desk, rows):
    for address in ("/desk/statements/?q=e&no_speaker=on", "/desk/statements/?sheet", "/desk/import/"):
        desk.goto(address)
        assert faults_of_looks(desk) == [], address


def test_act_on_ticked_rows_has_no_faults_of_looks(desk, rows):
    for act in ("accept", "set"):
        desk.goto("/desk/statements/")
        desk.get_by_label("All on this page").check()
        desk.locator(f"button[value={act}]").click()
        assert faults_of_looks(desk) == [], act


def test_columns_of_a_sheet_are_gone_down_by_keys_and_saved_together(desk, rows):
    desk.goto("/desk/statements/?sheet")
    first = desk.get_by_label("Role").first
    first.fill("minister")
    first.press("Enter")
    expect(desk.get_by_label("Role").nth(1)).to_be_focused()
    desk.keyboard.type("aide")
    desk.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    desk.keyboard.press("ArrowUp")
    expect(first).to_be_focused()

    desk.get_by_role("button", name="Save all that was changed").first.click()

    expect(desk.get_by_text("Saved.", exact=True)).to_have_count(2)
    assert [one.attributions.get().role for one in Statement.objects.order_by("start")] == ["minister", "aide"]


def test_sheet_that_is_brought_is_looked_through_and_done_by_itself(desk, rows, monkeypatch):
    monkeypatch.setattr(runs, "AT_ONCE", 0)
    lines = "".join(f"{rows[0].document.public_id},{words}\n" for words in ("It rains", "It rain", "rices fell"))
    desk.goto("/desk/import/")
    file = {"name": "march.csv", "mimeType": "text/csv", "buffer": f"document,words\n{lines}".encode()}
    desk.get_by_label("Sheet").set_input_files(file)
    desk.get_by_role("button", name="Look through it").click()

    expect(desk.get_by_text("looked through, nothing done yet")).to_be_visible()
    assert faults_of_looks(desk) == []
    desk.get_by_role("button", name="Do it").click()

    expect(desk.get_by_text("entered", exact=True)).to_be_visible()
    assert Statement.objects.filter(text="It rains").exists()
