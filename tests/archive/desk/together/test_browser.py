"""In a browser: what is typed is kept behind the form, and a page outlives its session."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from archive.models import KeptInput
from tests import factories as make
from tests.browser import faults_of_looks

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def sign_in(page: Page, username: str) -> None:
    page.fill("[name=username]", username)
    page.fill("[name=password]", make.PASSWORD)
    page.click("main button")
    page.wait_for_load_state()  # with its scripts


@pytest.fixture
def document():
    make.make_user("reviewer", username="anna")
    return make.make_statement(speakers=["Vera Lind"]).document


def test_what_is_typed_is_there_when_the_page_is_opened_again(page, document):
    address = reverse("desk:document", args=[document.public_id])
    page.goto(address)
    sign_in(page, "anna")
    with page.expect_response(lambda answer: answer.url.endswith(reverse("desk:keep"))):
        page.fill("[name=role_0]", "the harbour master")

    page.goto(address)
    expect(page.locator("[name=role_0]")).to_have_value("the harbour master")
    assert faults_of_looks(page) == []

    page.click("text=Throw it away")
    expect(page.locator("[name=role_0]")).to_have_value("")
    assert not KeptInput.objects.exists()


def test_a_page_outlives_its_session(page, document, problems):
    page.goto(reverse("desk:document", args=[document.public_id]))
    sign_in(page, "anna")
    page.locator(".together .remarks summary").click()
    page.locator(".together textarea").fill("Ask the outlet.")
    page.context.clear_cookies(name="sessionid")
    page.click(".together .remarks button")
    banner = page.locator("#signed-out")
    expect(banner).to_contain_text("You were signed out")
    assert faults_of_looks(page) == []

    with page.context.expect_page() as opened:
        banner.locator("a").click()
    sign_in(opened.value, "anna")
    expect(opened.value.locator("h1")).to_have_text("You are signed in")
    opened.value.close()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(banner).to_contain_text("Press it once more")
    page.click(".together .remarks button")

    expect(page.locator(".together .remark")).to_contain_text("Ask the outlet.")
    assert [one for one in problems if "401" not in one] == []
    problems.clear()


def test_what_could_not_be_done_is_told(page, document, problems):
    page.goto(reverse("desk:document", args=[document.public_id]))
    sign_in(page, "anna")
    page.route("**/desk/cards/**", lambda route: route.abort())
    page.keyboard.press("x")

    expect(page.locator("#failed")).to_contain_text("This was not done")
    page.unroute("**/desk/cards/**")
    page.keyboard.press("x")

    expect(page.locator(".card.rejected")).to_have_count(1)
    expect(page.locator("#failed")).to_be_hidden()
    problems.clear()  # of the press that nobody answered
