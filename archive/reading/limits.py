"""Limits that hold before any parser sees a page: some are superlinear in nesting or attributes, and no signal stops them.

What is beyond a limit is cut off, and the page is read without it: no word of its text goes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice

DEEPEST = 240  # libxml2 stops at 256, without a word; it may put in a few elements of its own
MOST_ATTRIBUTES = 100
# As browsers read tags: quotes stand for something behind an equals sign alone.
NAMED = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?+)?+"
ATTRIBUTE = re.compile(NAMED)
TAG = re.compile(
    r"<(?:!--(?:[^-]++|-(?!->))*+(?:-->)?"
    rf"|(?P<close>/)?(?P<name>[A-Za-z][^\s/>]*+)(?P<rest>(?:\s++|/(?!>)|{NAMED})*+)(?P<empty>/)?>?)"
)
VOID = frozenset("area base br col frame hr img input link meta param basefont isindex".split())
UNTOLD = frozenset("wbr embed source track command keygen".split())  # void too, but libxml2 takes what follows for what they hold
PAGE = frozenset("html head body".split())  # there is one of each, wherever a page says it again
# What libxml2 closes by itself, where it stands open innermost, before an element of this name. What it does not close, nests.
HEADINGS = "h1 h2 h3 h4 h5 h6"
CLOSES = {
    name: frozenset(closed.split())
    for names, closed in (
        (f"div {HEADINGS} ol dir blockquote hr", "p"),
        ("p", f"p b big {HEADINGS} i s small strike tt u"),
        ("menu pre address", "p ul"),
        ("dl ul", "p address dir menu pre"),
        ("li", f"p li address dl {HEADINGS} pre"),
        ("dt", "p dd address dir menu pre"),
        ("dd", "p dt address dir menu pre"),
        ("center", "p b font i"),
        ("form", f"p address dir dl form {HEADINGS} menu ol pre ul"),
        ("fieldset", f"p a {HEADINGS} legend pre"),
        ("table", f"p a {HEADINGS} pre"),
        ("option optgroup", "option"),
        ("td th", "p td th a b font i span u"),
        ("tr", "p td th tr caption colgroup"),
        ("tbody tfoot", "p td th tr tbody caption colgroup"),
        ("thead", "caption colgroup"),
    )
    for name in names.split()
}
# An end tag closes nothing beyond an element of higher rank.
RANK = {"div": 1, "td": 2, "th": 2, "tr": 3, "thead": 4, "tbody": 4, "tfoot": 4, "table": 5}
IN_LINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del em font i ins kbd mark nobr q s samp small span strike strong sub sup u".split()
)
WITHOUT_TAGS = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in ("script", "style")}


@dataclass(slots=True)
class Walk:
    """The elements that stand open at a place of the page. Of those, the ones nested too deep are left out of what is read."""

    opened: list[str] = field(default_factory=list)
    places: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def begin(self, name: str) -> bool:
        """Whether the tag stays: it is not nested too deep."""
        while self.opened and self.opened[-1] in CLOSES.get(name, ()):
            self._close()
        self.places[name].append(len(self.opened))
        self.opened.append(name)
        return len(self.opened) <= DEEPEST

    def end(self, name: str) -> bool:
        """An end tag closes what stands open inside its element; one without a beginning closes nothing."""
        if not self.places[name] or self._is_beyond(name):
            return True
        place = self.places[name][-1]
        while len(self.opened) > place:
            self._close()
        return place < DEEPEST

    def _is_beyond(self, name: str) -> bool:
        place, rank = self.places[name][-1], RANK.get(name, 0)
        return any(other > rank and self.places[one][-1:] > [place] for one, other in RANK.items())

    def _close(self) -> None:
        self.places[self.opened.pop()].pop()


def harmless(page: str) -> str:
    """The page without the tags that nest too deep, and of each tag no more than 100 attributes."""
    walk, kept, done = Walk(), list[str](), 0
    at = 0
    while (tag := TAG.search(page, at)) is not None:
        at = tag.end()
        name = (tag["name"] or "").lower()
        written = _kept(tag, name, walk) if name else tag[0]
        if written != tag[0]:
            kept += [page[done : tag.start()], written]
            done = at
        if name in WITHOUT_TAGS and not tag["close"]:
            end = WITHOUT_TAGS[name].search(page, at)
            at = end.start() if end else len(page)
    return "".join([*kept, page[done:]]) if kept else page


def _kept(tag: re.Match[str], name: str, walk: Walk) -> str:
    """What is left of a tag: all of it, or a new line where that of a block was."""
    if name in UNTOLD or _ends_page(tag, name):
        return ""
    holds_none = name in VOID or name in PAGE or name in WITHOUT_TAGS or bool(tag["empty"])
    if not (walk.end(name) if tag["close"] else holds_none or walk.begin(name)):
        return "" if name in IN_LINE else "<br>"
    return tag[0] if tag["close"] else _with_few_attributes(tag)


def _ends_page(tag: re.Match[str], name: str) -> bool:
    """The parser would leave out the words that stand behind it."""
    return name in ("html", "body") and bool(tag["close"] or tag["empty"])


def _with_few_attributes(tag: re.Match[str]) -> str:
    rest = tag["rest"]
    if len(rest) <= 2 * MOST_ATTRIBUTES:
        return tag[0]
    too_many = next(islice(ATTRIBUTE.finditer(rest), MOST_ATTRIBUTES, None), None)
    return f"<{tag['name']}{rest[: too_many.start()]}{tag['empty'] or ''}>" if too_many else tag[0]
