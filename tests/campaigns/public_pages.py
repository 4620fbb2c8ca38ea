"""Every kind of public page in Chromium, as people look at it: wide, on a telephone, in the dark, in forced colours, at 200 %, without a
script, and on paper. What axe finds, what the console tells (CSP among it), what a strict parser finds, pages that are wider than their
window or sheet. And, without a browser, links of the whole site that lead nowhere.

    python -m tests.campaigns.public_pages http://127.0.0.1:8000/ [HOW MANY OF EACH KIND] [PICTURES] [ADDRESS …]

On a site that runs, as `python3 run.py` starts it. With PICTURES, a folder, a picture of each page and way goes there, of paper the sheets.
Addresses that no link leads to, as those in mails, are given. Some ten minutes for the demo archive with one of each kind.
"""

import re
import sys
from collections import Counter, deque
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.browser import CHROMIUM, COLOURS_ARRIVED, FLAGS, REPORT_VIOLATIONS, axe_violations, overflows
from tests.reading.markup import Read, dead_ends, read

OF_EACH_KIND = 3
PATIENCE = 120_000  # milliseconds, of a machine that has other work
MOST_ASKED = 12  # of a kind that has a query, whose links are followed
NOTHING, NOT_THERE, WITHOUT_A_PAGE = "/nothing/here/", 404, (404, 410)
STARTS = (
    *("/", NOTHING, "/api/v1/docs/", "/dossier/", "/compare/", "/report/?sent=1", "/embed/statements/none/"),
    *("/search/", "/search/?q=toll", "/search/?q=zzzxq", "/search/?q=Korzun", "/search/?q=-toll"),
    *("/search/?like=", "/search/?like=The+harbour+toll+is+temporary.", "/claims/?q=zzzxq", "/speakers/?q=zzzxq", "/outlets/?q=zzzxq"),
    *(
        "/chronology/undated/",
        "/chronology/?said_from=whenever",
        "/chronology/?cursor=gone",
        "/new/?said_from=2999",
        "/corrections/?q=zzzxq",
    ),
    *("/statements/", "/documents/", "/api/", "/chronology/2023/5/"),
)
OF_EDITORS = re.compile(r"/(admin|desk|static|api/v1/(?!docs/$))")
NO_PAGE = re.compile(r"\.[a-z.]{2,12}$|^/(oembed|sitemap)")  # files
NAMED = {"undated", "over-time"}  # parts of paths that name a page, and no thing
FILTERS = {"speaker", "outlet", "claim", "occasion", "document", "kind", "force", "said_from", "said_to", "dates", "order"}
LOOKS = ("color-contrast", "scrollable-region-focusable", "target-size")  # what the looks of a page decide alone
WIDE, NARROW, LARGE, SHEET = (1280, 900), (390, 844), (640, 450), (673, 1016)  # at 200 %; what A4 leaves between its margins


class Way(NamedTuple):
    """How a page is looked at: the window, what Playwright's emulate_media is told, and the rules of axe, all where none is named."""

    name: str
    window: tuple[int, int] = WIDE
    media: dict[str, Any] = {}
    rules: tuple[str, ...] = LOOKS


LIGHT = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}
WAYS = (
    Way("wide", rules=()),
    Way("narrow", NARROW),
    Way("dark", media={"color_scheme": "dark"}),
    Way("forced", media={"forced_colors": "active"}),
    Way("large", LARGE),
    Way("paper", SHEET, {"media": "print"}, ("color-contrast",)),
)
SCRIPTLESS = Way("scriptless")


def main() -> None:
    site, most, pictures, more = _asked(*sys.argv[1:])
    walked = walk(site, more)
    pages = of_each_kind(walked, most, [urljoin(site, start) for start in (*STARTS, *more)])
    faults = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for fault in chain(*(written(address) for address in walked), seen(browser, pages, pictures)):
            print(fault, flush=True)
            faults += 1
    print(f"{len(walked)} pages with all their links, {answer.cache_info().currsize} addresses asked")
    print(f"{len(pages)} of them of {len({kind_of(page) for page in pages})} kinds in {len(WAYS) + 1} ways, {faults} faults")
    raise SystemExit(bool(faults))


def _asked(site: str, most: str = "", pictures: str = "", *more: str) -> tuple[str, int, Path | None, tuple[str, ...]]:
    return site, int(most or OF_EACH_KIND), Path(pictures) if pictures else None, more


def walk(site: str, more: tuple[str, ...]) -> list[str]:
    """All pages that links lead to; of those that narrow or turn a list, some of each kind."""
    waiting, known, asked = deque(urljoin(site, start) for start in (*STARTS, *more)), dict[str, None](), Counter[str]()
    while waiting:
        address = urldefrag(waiting.popleft())[0]
        if address in known or not is_page(address, site) or asked[kind_of(address)] >= MOST_ASKED:
            continue
        page = fetched(address)
        if page and page is not NO_MARKUP:
            known[address] = None
            asked[kind_of(address)] += bool(urlsplit(address).query)
            waiting.extend(sorted(page.links))
    return list(known)


def of_each_kind(addresses: list[str], most: int, starts: list[str]) -> list[str]:
    """Where one begins, and as many of each kind as are wanted."""
    taken, kinds = [], Counter[tuple[str, int]]()
    for address in addresses:
        found = answer(address)
        kind = kind_of(address), found.status if found else 0
        if address in starts or kinds[kind] < most:
            kinds[kind] += 1
            taken.append(address)
    return taken


def is_page(address: str, site: str) -> bool:
    told = urlsplit(address)
    return told.netloc == urlsplit(site).netloc and not OF_EDITORS.match(told.path) and not NO_PAGE.search(told.path)


def kind_of(address: str) -> str:
    """Its path without what tells one thing from another, and the names of its parameters; one that narrows a list is like another."""
    told = urlsplit(address)
    first, *rest = [part for part in told.path.split("/") if part] or ["home"]
    shapes = [_shape(part) for part in rest]
    if first in ("api", "embed", "alerts"):
        shapes = rest[:1] + shapes[1:]
    names = {part.partition("=")[0] for part in told.query.split("&") if part}
    asked = sorted(names - FILTERS) + ["narrowed"] * bool(names & FILTERS)
    return "-".join([first, *shapes, *asked[:1]])


def _shape(part: str) -> str:
    if part in NAMED:
        return part
    return "number" if part.isdigit() else "span" if re.fullmatch(r"\d+-\d+", part) else "one"


class Answer(NamedTuple):
    status: int
    page: Read


NO_MARKUP = Read([], set(), set())  # of what is no page, as the JSON that `/api/` leads to


@cache
def answer(address: str) -> Answer | None:
    """A page of whatever status that is written in HTML; of anything else that answers, one without anything in it."""
    try:
        came = urlopen(address, timeout=60)
    except HTTPError as refused:
        came = refused
        if refused.code not in WITHOUT_A_PAGE or (refused.code == NOT_THERE and not _begins(address)):
            return None
    if "text/html" not in (came.headers["Content-Type"] or ""):
        return Answer(came.status, NO_MARKUP)
    return Answer(came.status, read(came.read().decode(), came.url))


def fetched(address: str) -> Read | None:
    found = answer(address)
    return found and found.page


def _begins(address: str) -> bool:
    told = urlsplit(address)
    return address.removeprefix(f"{told.scheme}://{told.netloc}") in STARTS


def written(address: str) -> list[str]:
    page = fetched(address)
    return [f"{address}: {fault}" for fault in page.faults + dead_ends(page, address, fetched)] if page else []


def seen(browser: Browser, pages: list[str], pictures: Path | None) -> Iterator[str]:
    """A page is opened once with its scripts, to be looked at in all ways, and once without them."""
    told: list[str] = []
    page, scriptless = _opened(browser, told), _opened(browser, told, java_script_enabled=False)
    drawn = Counter[str]()
    for address in pages:
        kind = kind_of(address)
        drawn[kind] += 1
        for tab, ways in ((page, WAYS), (scriptless, (SCRIPTLESS,))):
            tab.set_viewport_size(dict(zip(("width", "height"), WIDE, strict=True)))
            tab.emulate_media(**LIGHT)
            tab.goto(address)
            for way in ways:
                _turn(tab, way)
                yield from (f"{way.name} {address}: {fault}" for fault in faults_of(tab, way, told))
                told.clear()
                if pictures:
                    draw(tab, way, pictures / f"{kind}.{drawn[kind]}.{way.name}")


def _opened(browser: Browser, told: list[str], **how: Any) -> Page:
    page = browser.new_context(**how).new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(REPORT_VIOLATIONS)
    page.on("console", lambda message: told.extend(_error(message, page)))
    page.on("pageerror", lambda error: told.append(str(error)))
    return page


def _turn(page: Page, way: Way) -> None:
    page.set_viewport_size(dict(zip(("width", "height"), way.window, strict=True)))
    page.emulate_media(**(LIGHT | way.media))
    if way is not SCRIPTLESS:
        page.evaluate(COLOURS_ARRIVED)


def draw(page: Page, way: Way, picture: Path) -> None:
    if way.name == "paper":
        page.pdf(path=f"{picture}.pdf", format="A4")
    else:
        page.screenshot(path=f"{picture}.png", full_page=True)


def _error(message: ConsoleMessage, page: Page) -> list[str]:
    """The status of the page itself is no error: some of them are asked for as they are not there."""
    is_status = message.text.startswith("Failed to load resource") and message.location["url"] == page.url
    return [message.text] if message.type == "error" and not is_status else []


def faults_of(page: Page, way: Way, told: list[str]) -> list[str]:
    wide = ["wider than its window"] if overflows(page) else []
    if way is SCRIPTLESS:  # axe is a script
        return told + wide
    return [*told, *wide, *axe_violations(page, *way.rules)]


if __name__ == "__main__":
    main()
