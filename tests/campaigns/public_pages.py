"""Every kind of public page in Chromium, as people look at it: wide, on a telephone, in the dark, in forced colours, at 200 %, without a
script, and on paper. What axe finds, what the console tells (CSP among it), what a strict parser finds, links that lead nowhere, pages that
are wider than their window.

    python -m tests.campaigns.public_pages http://127.0.0.1:8000/ [HOW MANY OF EACH KIND] [PICTURES]

On a site that runs, as `python3 run.py` starts it. With PICTURES, a folder, a picture of each kind and way goes there.
"""

import re
import sys
from collections import defaultdict, deque
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.browser import CHROMIUM, FLAGS, REPORT_VIOLATIONS, axe_violations, overflows
from tests.reading.markup import Read, dead_ends, read

OF_EACH_KIND = 3
NOTHING, NOT_THERE, WITHOUT_A_PAGE = "/nothing/here/", 404, (404, 410)
STARTS = ("/", NOTHING, "/search/?q=toll", "/search/?q=zzzxq", "/chronology/?said_from=whenever", "/api/v1/docs/")
OF_EDITORS = re.compile(r"/(admin|desk|static|api/v1/(?!docs/$))")
NO_PAGE = re.compile(r"\.[a-z.]{2,12}$|^/(oembed|sitemap)")  # files
LOOKS = ("color-contrast", "scrollable-region-focusable", "target-size")  # what the looks of a page decide alone
MEDIA = {"paper": {"media": "print"}}


class Way(NamedTuple):
    """How a page is looked at, in the words of Playwright's new_context; and by which rules axe looks: by all where none is named."""

    name: str
    how: dict[str, Any]
    rules: tuple[str, ...] = LOOKS


WIDE = {"viewport": {"width": 1280, "height": 900}}
WAYS = (
    Way("wide", WIDE, ()),
    Way("narrow", {"viewport": {"width": 390, "height": 844}}),
    Way("dark", WIDE | {"color_scheme": "dark"}),
    Way("forced", WIDE | {"forced_colors": "active"}),
    Way("large", {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}),  # 1280 pixels wide at 200 %
    Way("scriptless", WIDE | {"java_script_enabled": False}),
    Way("paper", WIDE),
)


def main() -> None:
    site, *more = sys.argv[1:]
    pages = found_on(site, int(more[0]) if more else OF_EACH_KIND)
    pictures = Path(more[1]) if more[1:] else None
    faults = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for fault in chain(*(written(address) for address in pages), *(seen(browser, way, pages, pictures) for way in WAYS)):
            print(fault, flush=True)
            faults += 1
    print(f"{len(pages)} pages, {len({kind_of(page) for page in pages})} kinds, {len(WAYS)} ways, {faults} faults")
    raise SystemExit(bool(faults))


def found_on(site: str, most: int) -> list[str]:
    """As many pages of each kind as are wanted, found by following links."""
    waiting, known, kinds = deque(urljoin(site, start) for start in STARTS), set(), defaultdict(list)
    while waiting:
        address = urldefrag(waiting.popleft())[0]
        kind = kind_of(address)
        if address in known or not is_page(address, site) or len(kinds[kind]) >= most:
            continue
        known.add(address)
        page = fetched(address)
        if page:
            kinds[kind].append(address)
            waiting.extend(sorted(page.links))
    return [address for addresses in kinds.values() for address in addresses]


def is_page(address: str, site: str) -> bool:
    told = urlsplit(address)
    return told.netloc == urlsplit(site).netloc and not OF_EDITORS.match(told.path) and not NO_PAGE.search(told.path)


def kind_of(address: str) -> str:
    """Its path without what tells one thing from another, and the names of its parameters."""
    told = urlsplit(address)
    first, *rest = [part for part in told.path.split("/") if part] or ["home"]
    shapes = ["year" if part.isdigit() else "span" if re.fullmatch(r"\d+-\d+", part) else "one" for part in rest]
    if first in ("api", "embed"):
        shapes = rest[:1] + shapes[1:]
    asked = sorted({part.partition("=")[0] for part in told.query.split("&") if part})
    return "-".join([first, *shapes, *asked[:1]])


@cache
def fetched(address: str) -> Read | None:
    """A page of whatever status that is written in HTML; of anything else that answers, one without anything in it."""
    try:
        answer = urlopen(address, timeout=60)
    except HTTPError as refused:
        answer = refused
        if refused.code not in WITHOUT_A_PAGE or (refused.code == NOT_THERE and NOTHING not in address):
            return None
    if "text/html" not in (answer.headers["Content-Type"] or ""):
        return Read([], set(), set())
    return read(answer.read().decode(), address)


def written(address: str) -> list[str]:
    page = fetched(address)
    return [f"{address}: {fault}" for fault in page.faults + dead_ends(page, address, fetched)] if page else []


def seen(browser: Browser, way: Way, pages: list[str], pictures: Path | None) -> Iterator[str]:
    context = browser.new_context(**way.how)
    context.add_init_script(REPORT_VIOLATIONS)
    told: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: told.extend(_error(message, page)))
    page.on("pageerror", lambda error: told.append(str(error)))
    drawn = set()
    for address in pages:
        page.goto(address)
        page.emulate_media(**MEDIA.get(way.name, {}))
        yield from (f"{way.name} {address}: {fault}" for fault in faults_of(page, way, told))
        told.clear()
        if pictures and kind_of(address) not in drawn:
            drawn.add(kind_of(address))
            page.screenshot(path=pictures / f"{kind_of(address)}.{way.name}.png", full_page=True)
    context.close()


def _error(message: ConsoleMessage, page: Page) -> list[str]:
    """The status of the page itself is no error: some of them are asked for as they are not there."""
    is_status = message.text.startswith("Failed to load resource") and message.location["url"] == page.url
    return [message.text] if message.type == "error" and not is_status else []


def faults_of(page: Page, way: Way, told: list[str]) -> list[str]:
    wide = ["wider than its window"] if way.name != "paper" and overflows(page) else []
    if way.name == "scriptless":  # axe is a script
        return told + wide
    return [*told, *wide, *axe_violations(page, *way.rules)]


if __name__ == "__main__":
    main()
