"""The browser of the tests notices what it is there to notice; otherwise a silent page would prove nothing."""

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page

from tests.browser import axe_violations


def taken(problems: list[str]) -> list[str]:
    """What was found, acknowledged: it does not fail the test."""
    found = list(problems)
    problems.clear()
    return found


def test_page_without_fault_is_silent(page: Page):
    page.goto("/admin/login/")

    assert page.evaluate("getComputedStyle(document.querySelector('#header')).display") == "flex"  # the style sheet has come


def test_inline_script_and_style_are_stopped_and_told(page: Page, problems: list[str]):
    page.goto("/admin/login/")

    page.evaluate('document.body.innerHTML = \'<p style="color: red"><img src=x onerror="document.title = 1">\'')
    page.wait_for_timeout(500)

    assert page.title() != "1"
    assert {
        directive for line in taken(problems) for directive in ("style-src-attr", "script-src-attr") if f"CSP: {directive}" in line
    } == {
        "style-src-attr",
        "script-src-attr",
    }


def test_missing_file_is_told(page: Page, problems: list[str]):
    page.goto("/admin/login/")

    with page.expect_response("**/nothing.png"):
        page.evaluate("document.body.append(Object.assign(new Image(), {src: '/static/nothing.png'}))")
    page.wait_for_timeout(200)

    (told,) = taken(problems)
    assert "the server responded with a status of 404 (Not Found)" in told
    assert told.endswith("/static/nothing.png)")


def test_page_that_is_not_there_is_the_tests_to_judge(page: Page):
    assert page.goto("/nothing/").status == 404


def test_axe_finds_an_image_without_words(page: Page, problems: list[str]):
    page.goto("/admin/login/")
    before = axe_violations(page)

    page.evaluate("document.querySelector('#content').append(Object.assign(new Image(), {src: '/favicon.ico'}))")

    assert [line for line in axe_violations(page) if line not in before] == ['image-alt (critical): <img src="/favicon.ico">']


@pytest.mark.parametrize("time", ["first", "second"])
def test_rows_of_the_migrations_are_there_each_time(page: Page, time: str):
    assert Group.objects.count() == 5


def test_narrow_and_dark_page(new_page):
    page = new_page(width=390, dark=True)
    page.goto("/admin/login/")

    assert page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]") == [390, True]
