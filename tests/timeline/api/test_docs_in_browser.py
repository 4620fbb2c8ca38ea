"""The pages of the API, in a browser under the strict policy."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser import faults_of_looks


def test_every_address_is_told_without_a_script(new_page: Callable[..., Page], client, db):
    page = new_page(java_script_enabled=False)
    page.goto("/api/v1/docs/")

    told = page.locator("h2 code").all_text_contents()
    examples = [link.get_attribute("href") for link in page.locator(".endpoint p a").all()]

    assert told == list(client.get("/api/v1/openapi.json").json()["paths"])
    assert len(examples) == sum("{" not in path for path in told)
    assert {address: client.get(address).status_code for address in examples} == dict.fromkeys(examples, 200)
    assert "`" not in page.locator("main").text_content()
    assert "50 without it" in page.locator("section:has(#list_statements)").text_content()


def test_its_pages_break_no_rule(page: Page, db):
    page.goto("/api/v1/docs/")
    assert faults_of_looks(page) == []

    page.goto("/api/v1/docs/try/")
    page.wait_for_selector(".opblock")
    assert page.title() == "On Record: API"
    assert page.locator(".opblock").count() == 20
