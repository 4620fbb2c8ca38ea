"""The browser of the tests: Chromium on a live server with the real static files, every error of a page collected."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import handlers
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from run import find_chromium

CHROMIUM = find_chromium()
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# A violation that the page swallows would not reach the console otherwise.
REPORT_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (event) => {
  console.error(`CSP: ${event.violatedDirective} stopped ${event.blockedURI} ${event.sample} at ${event.sourceFile}:${event.lineNumber}`);
});
"""
IS_THERE = "'axe' in window"  # the script of axe
# A style sheet may let a colour change slowly.
COLOURS_ARRIVED = "Promise.all(document.getAnimations().map((animation) => animation.finished)).then(() => true)"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is missing")
    # Playwright leaves an event loop running in this thread, and Django would refuse every query of the tests beside it.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest, django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Before the database is made, the browser, if any test wants it: Django keeps another connection where an event loop runs."""
    if CHROMIUM and any("chromium" in getattr(item, "fixturenames", ()) for item in request.session.items):
        request.getfixturevalue("chromium")


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """A server whose static files are whitenoise's, as in earnest, and not those of Django's development server."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handlers, "StaticFilesHandler", lambda application: application)
        server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def problems() -> Iterator[list[str]]:
    """Console errors, script errors and CSP violations of all pages of the test. What is left at its end fails it."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def new_page(
    chromium: Browser, live_server: LiveServer, django_db_serialized_rollback: None, problems: list[str]
) -> Iterator[Callable[..., Page]]:
    """Opens pages: new_page(width=390, dark=True), or any option of Playwright's new_context."""
    contexts = []

    def open_page(*, width: int = 1280, height: int = 900, dark: bool = False, **options: Any) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.add_init_script(REPORT_VIOLATIONS)
        page = context.new_page()
        page.on("console", lambda message: note(message, page))
        page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
        return page

    def note(message: ConsoleMessage, page: Page) -> None:
        # The status of the page itself (a 404 that a test asks for) is the test's to judge.
        if message.type == "error" and not (message.text.startswith("Failed to load resource") and message.location["url"] == page.url):
            problems.append(f"{page.url}: {message.text} ({message.location['url']})")

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


def axe_violations(page: Page, *rules: str) -> list[str]:
    """What axe finds on the page by these rules, or by all it knows: one line a place.

    The script is handed in by the browser's debugger, which CSP does not govern."""
    # Without preload: it would read imported style sheets into inline styles of its own, which the page's CSP then reports.
    options = {"preload": False, "resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    axe = Axe(IS_THERE) if page.evaluate(IS_THERE) else Axe()  # half a megabyte, handed in once a page
    results = axe.run(page, options=options).response
    return sorted(
        f"{violation['id']} ({violation['impact']}): {node['html'][:160]}"
        for violation in results["violations"]
        for node in violation["nodes"]
    )


def faults_of_looks(page: Page) -> list[str]:
    """What axe finds on the open page as it stands; then, by the rules that its looks decide alone, in the dark and on a telephone."""
    found = [f"wide: {line}" for line in axe_violations(page)]
    page.emulate_media(color_scheme="dark")
    page.evaluate(COLOURS_ARRIVED)
    found += [f"dark: {line}" for line in axe_violations(page, "color-contrast")]
    page.emulate_media(color_scheme="light")
    page.evaluate(COLOURS_ARRIVED)
    window = page.viewport_size
    page.set_viewport_size({"width": 390, "height": 900})
    found += [f"narrow: {line}" for line in axe_violations(page, "color-contrast", "scrollable-region-focusable")]
    found += ["narrow: wider than the window"] if overflows(page) else []
    page.set_viewport_size(window)
    return found


def overflows(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
