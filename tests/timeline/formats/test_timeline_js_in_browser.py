"""Our timeline.json in the real TimelineJS, on a page of somebody else."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree
from threading import Thread

import pytest

from tests.timeline.formats.lists import make_list

TIMELINE_JS = Path(__file__).parent / "timelinejs"
PAGE = """<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="timeline.css"><script src="timeline.js"></script>
<div id="drawn" style="width: 1000px; height: 600px"></div>
<script>window.drawn = new TL.Timeline('drawn', '%s', {font: null})</script>"""


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *told: object) -> None:
        """Nothing."""


@pytest.fixture
def elsewhere(tmp_path, live_server) -> Iterator[str]:
    """Another site, with a page that draws the chronology of ours."""
    copytree(TIMELINE_JS, tmp_path, dirs_exist_ok=True)
    (tmp_path / "page.html").write_text(PAGE % f"{live_server.url}/chronology/timeline.json", "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=tmp_path))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_timeline_js_draws_it(page, live_server, elsewhere):
    make_list()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{elsewhere}page.html")
    page.wait_for_selector(".tl-timemarker", state="attached", timeout=60_000)

    dates = page.locator(".tl-slide .tl-headline-date").all_text_contents()
    assert page.evaluate("drawn.config.events.length") == page.locator(".tl-timemarker").count() == 4
    assert page.evaluate("drawn.config.messages.errors") == []
    assert dates == ["", "about December 2021", "July–September 2022", "May 2023", "17 May 2023"]
    assert "1 has no date." in page.locator(".tl-slide-titleslide").inner_text()
    assert page.locator(".tl-slide blockquote").first.text_content() == "Nobody paid"
    assert {one for one in asked if not one.startswith((elsewhere, live_server.url, "data:", "blob:"))} == set()
