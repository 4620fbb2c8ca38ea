"""The pages for those who hear them, use keys alone, need strong colours or large targets: asked of Chromium and its accessibility tree."""

from collections import defaultdict
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe_violations
from tests.timeline.pages import make_record

FEW_STEPS = 10
LITTLE = 0.1  # of a layout that shifts, as browsers count it
LISTS = ("/", "/chronology/", "/search/?q=toll", "/claims/", "/speakers/", "/outlets/", "/corrections/")
# How much of what a mark is drawn with differs from the paper around it.
DRAWN = """(mark) => { const look = getComputedStyle(mark), paper = getComputedStyle(document.body).backgroundColor;
  return [look.backgroundColor, ...(parseFloat(look.borderTopWidth) ? [look.borderTopColor] : [])].some((one) => one !== paper)
    || look.backgroundImage !== 'none'; }"""


def heard(page: Page) -> list[dict]:
    """What assistive technology is told of a page, node by node."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        {"role": node["role"]["value"], "name": node.get("name", {}).get("value", "")}
        | {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
        for node in nodes
        if not node["ignored"] and "role" in node
    ]


def one_name_for_two(nodes: list[dict]) -> dict[str, set[str]]:
    """Names of links that lead to different pages."""
    leads_to = defaultdict(set)
    for node in nodes:
        if node["role"] == "link":
            leads_to[node["name"]].add(urlsplit(node["url"]).path)
    return {name: paths for name, paths in leads_to.items() if len(paths) > 1}


def test_who_hears_a_list_goes_by_headings_and_tells_links_apart(page: Page, db):
    record = make_record()
    found = {}
    for address in (*LISTS, *[row.get_absolute_url() for row in (record.claim, record.speaker, record.outlet, record.statement)]):
        page.goto(address)
        nodes = heard(page)
        headings = page.locator(":is(h2, h3, h4, h5).when, :is(h2, h3, h4, h5).head").count()
        entries = page.locator("main .entry, main ol.rows:not(.rail ol) > li").count()
        found[address] = [
            *(["entries without a heading"] if headings < entries else []),
            *(["a chart without a table"] if page.locator("figure:has(svg):not(:has(table))").count() else []),
            *one_name_for_two(nodes),
            *axe_violations(page, "target-size"),
        ]

    assert {address: faults for address, faults in found.items() if faults} == {}


def test_what_was_added_and_left_out_is_said(page: Page, db):
    record = make_record()
    page.goto("/corrections/")
    assert {"before:", "now:"} <= {node["name"].strip() for node in heard(page)}
    page.goto(record.claim.get_absolute_url())
    assert {"left out:", "added:"} <= {node["name"].strip() for node in heard(page)}


def steps_to(page: Page, wanted: str) -> int:
    """How often Tab is pressed until something within this part of the page is reached; a link within the page to it is followed."""
    for step in range(1, FEW_STEPS + 1):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.getAttribute('href') === '#{wanted}'"):
            page.keyboard.press("Enter")
        if page.evaluate(f"!!document.activeElement.closest('#{wanted}')"):
            return step
    return 0


@pytest.mark.parametrize(
    ("address", "wanted"), [("/chronology/", "filters"), ("/search/?q=toll", "filters"), ("/chronology/", "list"), ("/claims/", "list")]
)
def test_the_filter_and_the_list_are_few_steps_away(page: Page, db, address, wanted):
    make_record()
    page.goto(address)

    assert steps_to(page, wanted)


def test_keys_go_from_entry_to_entry_and_can_be_turned_off(new_page: Callable[..., Page]):
    make_record()
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/chronology/")

    def reached() -> str:
        return page.evaluate("document.activeElement.closest('.entry')?.id ?? document.activeElement.id")

    ids = page.locator(".entry").evaluate_all("(all) => all.map((one) => one.id)")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert reached() == ids[1]
    page.keyboard.press("k")
    assert reached() == ids[0]
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'о', code: 'KeyJ', bubbles: true}))")  # a Russian keyboard
    assert reached() == ids[1]

    page.keyboard.press("y")
    address = f"{page.url.partition('/chronology')[0]}/statements/{ids[1][2:]}/"
    expect(page.get_by_role("status")).to_have_text(f"Address copied: {address}")
    assert page.evaluate("navigator.clipboard.readText()") == address

    page.goto("/search/?q=toll")
    page.keyboard.press("/")
    page.keyboard.type("jk/y?")
    assert page.get_by_role("searchbox").input_value() == "jk/y?"

    page.get_by_label("Keys j, k, y, / and ?").uncheck()
    page.goto("/chronology/")
    page.keyboard.press("j")
    assert reached() == ""
    expect(page.get_by_label("Keys j, k, y, / and ?")).not_to_be_checked()


def test_marks_are_drawn_in_forced_colours(new_page: Callable[..., Page]):
    record = make_record()
    page = new_page(forced_colors="active")

    for address in ("/chronology/", record.claim.get_absolute_url()):
        page.goto(address)
        marks = page.locator("i.mark:not(.undated), mark, ins, .stamp")
        assert marks.count() > FEW_STEPS
        assert [mark.evaluate("(one) => one.outerHTML") for mark in marks.all() if not mark.evaluate(DRAWN)] == []
        assert page.locator("svg .dot, svg .fill").first.evaluate("(one) => getComputedStyle(one).fill") == page.locator("body").evaluate(
            "(one) => getComputedStyle(one).color"
        )


SHIFTED = """window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.shifted += one.value; }))
  .observe({type: 'layout-shift', buffered: true});"""


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_a_page_comes_slowly(new_page: Callable[..., Page], width):
    record = make_record()

    for address in ("/", "/chronology/", record.claim.get_absolute_url()):
        page = new_page(width=width)
        page.add_init_script(SHIFTED)
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        slow = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
        network.send("Network.emulateNetworkConditions", slow)
        page.goto(address, wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")

        assert page.evaluate("[...document.fonts].some((one) => one.family === 'Newsreader' && one.status === 'loaded')")
        assert page.evaluate("window.shifted") < LITTLE, address
