"""The pages of pairs in a real browser: answered by keys alone, and as well without scripts; sound in all looks."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from archive import linking
from archive.desk.pairs.answering import link_address
from archive.models import Judgement, OccasionSuggestion, Suggestion
from tests.archive.desk.pairs.conftest import SAYINGS
from tests.browser import faults_of_looks
from tests.factories import make_accepted_statement, make_claim, make_document, make_speaker, make_user

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def queue(live_server) -> list[Suggestion]:
    """As in conftest, with two reports of one saying, in a database that a server reads too."""
    speaker = make_speaker()
    said = [make_accepted_statement(make_document(f"Before it. {words} After it."), words, said_on=day) for day, words in SAYINGS]
    report = "No state may strengthen its own security at the cost of another, he told reporters."
    said += [make_accepted_statement(make_document(f"{paper}: {report}"), report, speakers=[speaker]) for paper in ("One", "Two")]
    linking.suggest(said)
    return list(Suggestion.objects.open())


@pytest.fixture
def desk(new_page: Callable[..., Page], live_server) -> Callable[..., Page]:
    def signed_in(**options) -> Page:
        client, page = Client(), new_page(**options)
        client.force_login(make_user("editor"))
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        return page

    return signed_in


def test_a_queue_is_answered_by_keys_alone(desk, queue):
    page, claim = desk(), make_claim("The bridge serves freight.")
    page.goto(reverse("desk:pairs"))

    page.keyboard.press("8")
    expect(page.locator("#told")).to_contain_text("Kept: “different”")
    expect(page.locator("article.pair")).to_be_focused()
    page.keyboard.press("z")
    expect(page.locator("#told")).to_contain_text("taken back")
    page.keyboard.press("f")
    page.keyboard.type("freight")
    expect(page.locator("#found")).to_contain_text(claim.text)
    page.locator("#found input").check()
    page.locator("#words").fill("")
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    expect(page.locator("#told")).to_contain_text("Kept: “same claim”. The bridge serves freight.")
    page.keyboard.press("0")
    page.keyboard.press("l")
    expect(page.locator("h1")).to_contain_text("Pairs that may say the same")

    standing = Judgement.objects.standing().get()
    assert (standing.answer, standing.claim) == ("same", claim)


def test_a_pair_is_answered_without_scripts(desk, queue):
    page = desk(java_script_enabled=False)
    page.goto(reverse("desk:pairs"))

    page.get_by_role("button", name="8 Different").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#told")).to_contain_text("taken back")
    page.locator("#words").fill("The bridge is opened to freight.")
    page.get_by_role("button", name="1 Same claim").click()

    expect(page.locator("#told")).to_contain_text("The bridge is opened to freight.")


def test_pages_are_sound(desk, queue):
    page, first = desk(), queue[0].passage.statement
    addresses = {
        "pair": reverse("desk:pair", args=[queue[0].pk]),
        "list": f"{reverse('desk:pairs')}?list",
        "occasion": reverse("desk:one-occasion", args=[OccasionSuggestion.objects.get().pk]),
        "occasions": f"{reverse('desk:one-occasions')}?list",
        "link": f"{reverse('desk:link')}?q=bridge",
        "beside": link_address(statement=first.public_id),
        "two": link_address(statement=first.public_id, other=queue[0].other.statement.public_id),
        "claim": link_address(statement=first.public_id, claim=make_claim().slug),
    }

    found = {}
    for name, address in addresses.items():
        page.goto(address)
        found[name] = faults_of_looks(page)

    assert {name: lines for name, lines in found.items() if lines} == {}
