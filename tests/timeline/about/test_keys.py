"""The page of keys tells those that the script answers, and no others."""

import re

from django.conf import settings

from timeline.about.keys import KEYS


def test_the_page_tells_the_keys_that_work():
    script = (settings.BASE_DIR / "timeline" / "static" / "timeline" / "js" / "keys.js").read_text()
    acts = re.search(r"const ACTS = \{ (.*) \};", script)[1]

    assert re.findall(r'(?:^|, )"?([^\s":]+)"?:', acts) == [one.key for one in KEYS]


def test_browser_keeps_one_switch_and_nothing_else():
    kept = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open")
    scripts = [file for app in ("archive", "timeline") for file in (settings.BASE_DIR / app / "static").rglob("*.js")]
    found = {file.name: set(kept.findall(file.read_text())) for file in scripts}

    assert {name: places for name, places in found.items() if places} == {"keys.js": {"localStorage"}}
    assert re.findall(r"store\.\w+\(.*?\)", (settings.BASE_DIR / "timeline/static/timeline/js/keys.js").read_text()) == [
        'store.getItem("keys")', 'store.setItem("keys", on.checked ? "on" : "off")',
    ]  # fmt: skip
