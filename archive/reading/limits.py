"""Limits that hold before any parser sees a page: some are superlinear in nesting or attributes, and no signal stops them."""

from __future__ import annotations

import re
from collections import Counter

from archive.reading.types import Unreadable

DEEPEST = 256
MOST_ATTRIBUTES = 100
TAG = re.compile(
    r"<(?:!--(?:[^-]++|-(?!->))*+(?:-->)?|(?P<close>/)?(?P<name>[A-Za-z][\w:-]*+)(?P<rest>(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)>?)"
)
ATTRIBUTE = re.compile(r"[^\s=>\"'/]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?+")
VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr command keygen basefont isindex".split())
CLOSES_ITSELF = frozenset("p li dt dd tr td th option optgroup thead tbody tfoot colgroup rt rp head body html".split())
WITHOUT_TAGS = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in ("script", "style")}


def expect_harmless(page: str) -> None:
    """Refuses a page that nests more than 256 deep or has a tag with more than 100 attributes."""
    opened, counts = list[str](), Counter[str]()
    at = 0
    while (tag := TAG.search(page, at)) is not None:
        at = tag.end()
        name = (tag["name"] or "").lower()
        if not name:
            continue
        if tag["close"]:
            _close(opened, counts, name)
            continue
        _expect_few_attributes(tag["rest"], name)
        if name in WITHOUT_TAGS:
            end = WITHOUT_TAGS[name].search(page, at)
            at = end.start() if end else len(page)
        elif name not in VOID and not tag["rest"].endswith("/"):
            if name in CLOSES_ITSELF:
                _close_last(opened, counts, name)
            opened.append(name)
            counts[name] += 1
            if len(opened) > DEEPEST:
                raise Unreadable(f"The page's tags are nested more than {DEEPEST} deep. Save its text instead and try again.")


def _close(opened: list[str], counts: Counter[str], name: str) -> None:
    """An end tag closes what stands open inside its element; one without a beginning closes nothing."""
    if not counts[name]:
        return
    while True:
        last = opened.pop()
        counts[last] -= 1
        if last == name:
            return


def _close_last(opened: list[str], counts: Counter[str], name: str) -> None:
    """A paragraph, row or item ends the one before it, with what ends by itself inside."""
    if not counts[name]:
        return
    at = len(opened) - 1
    while at >= 0 and opened[at] in CLOSES_ITSELF:
        if opened[at] == name:
            counts.subtract(opened[at:])
            del opened[at:]
            return
        at -= 1


def _expect_few_attributes(written: str, name: str) -> None:
    if len(written) <= 2 * MOST_ATTRIBUTES:
        return
    count = sum(1 for _ in ATTRIBUTE.finditer(written))
    if count > MOST_ATTRIBUTES:
        raise Unreadable(f"A tag <{name[:20]}> has {count} attributes; at most {MOST_ATTRIBUTES} are read. Save the page's text instead.")
