"""Limits that hold before any parser sees a page: some are superlinear in nesting or attributes, and no signal stops them.

What is beyond a limit is cut off, and the page is read without it: no word of its text goes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

DEEPEST = 256
MOST_ATTRIBUTES = 100
# As browsers read tags: quotes stand for something behind an equals sign alone.
NAMED = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?+)?+"
ATTRIBUTE = re.compile(NAMED)
TAG = re.compile(
    r"<(?:!--(?:[^-]++|-(?!->))*+(?:-->)?"
    rf"|(?P<close>/)?(?P<name>[A-Za-z][^\s/>]*+)(?P<rest>(?:\s++|/(?!>)|{NAMED})*+)(?P<empty>/)?>?)"
)
VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr command keygen basefont isindex".split())
CLOSES_ITSELF = frozenset("p li dt dd tr td th option optgroup thead tbody tfoot colgroup rt rp head body html".split())
IN_LINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del em font i ins kbd mark nobr q s samp small span strike strong sub sup u".split()
)
WITHOUT_TAGS = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in ("script", "style")}


@dataclass(slots=True)
class Walk:
    """The elements that stand open at a place of the page. Of those, the ones nested too deep are left out of what is read."""

    opened: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def begin(self, name: str) -> bool:
        """Whether the tag stays: it is not nested too deep."""
        if name in CLOSES_ITSELF:
            self._end_last(name)
        self.opened.append(name)
        self.counts[name] += 1
        return len(self.opened) <= DEEPEST

    def end(self, name: str) -> bool:
        """An end tag closes what stands open inside its element; one without a beginning closes nothing."""
        if not self.counts[name]:
            return True
        while True:
            last = self.opened.pop()
            self.counts[last] -= 1
            if last == name:
                return len(self.opened) < DEEPEST

    def _end_last(self, name: str) -> None:
        """A paragraph, row or item ends the one before it, with what ends by itself inside."""
        if not self.counts[name]:
            return
        at = len(self.opened) - 1
        while at >= 0 and self.opened[at] in CLOSES_ITSELF:
            if self.opened[at] == name:
                self.counts.subtract(self.opened[at:])
                del self.opened[at:]
                return
            at -= 1


def harmless(page: str) -> str:
    """The page without the tags that nest more than 256 deep, and of each tag no more than 100 attributes."""
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
    holds_none = name in VOID or name in WITHOUT_TAGS or bool(tag["empty"])
    if not (walk.end(name) if tag["close"] else holds_none or walk.begin(name)):
        return "" if name in IN_LINE else "<br>"
    return tag[0] if tag["close"] else _with_few_attributes(tag)


def _with_few_attributes(tag: re.Match[str]) -> str:
    rest = tag["rest"]
    if len(rest) <= 2 * MOST_ATTRIBUTES:
        return tag[0]
    too_many = next(islice(ATTRIBUTE.finditer(rest), MOST_ATTRIBUTES, None), None)
    return f"<{tag['name']}{rest[: too_many.start()]}{tag['empty'] or ''}>" if too_many else tag[0]
