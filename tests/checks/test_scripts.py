"""What no script of ours does in a reader's browser."""

import re

import pytest
from django.conf import settings

pytestmark = pytest.mark.once
SCRIPTS = {file.name: file.read_text() for app in ("archive", "timeline") for file in (settings.BASE_DIR / app / "static").rglob("*.js")}


def found(pattern: str) -> dict[str, list[str]]:
    places = {name: re.findall(pattern, text) for name, text in SCRIPTS.items()}
    return {name: those for name, those in places.items() if those}


def test_browser_keeps_one_switch_and_nothing_else():
    assert found(r"sessionStorage|indexedDB|document\.cookie|caches\.") == {}
    assert found(r"localStorage") == {"keys.js": ["localStorage"]}
    assert re.findall(r"store\.\w+\(.*?\)", SCRIPTS["keys.js"]) == [
        'store.getItem("keys")',
        'store.setItem("keys", on.checked ? "on" : "off")',
    ]


def test_words_are_written_as_text():
    """The one piece of markup that a script writes has no words in it."""
    assert found(r"outerHTML\s*=|insertAdjacentHTML|document\.write|DOMParser|srcdoc") == {}
    assert found(r"innerHTML\s*=.*") == {"selection.js": ['innerHTML = `<p class="told warning"></p>`;']}


def test_nothing_is_run_that_comes_as_text_and_no_page_of_another_site_is_listened_to():
    assert found(r"\beval\(|new Function|setTimeout\(\s*[\"'`]|postMessage|\"message\"") == {}
