"""Tells a day that a page prints in its running text alone, where it is the day of what is told, from one that dates the page."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from archive.reading.parsers.printed import CHANGED, TOLD, UNREAD
from archive.reading.parsers.written import find_written

PARAGRAPHS = frozenset("p blockquote li dd".split())
MOST = 5000  # passages
LOOKED_AT = 4000  # characters of one
PROSE = 80  # characters from which a passage is no line
LABEL = 40
BYLINE = re.compile(r"\W*(?:by|von|par|por|di|door|автор|аўтар)\b", re.IGNORECASE)
# Behind such a word, or behind any other in small letters, a date is one of its sentence.
IN_SENTENCE = re.compile(
    r"(?:\b(?:[Oo]n|[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Aa]fter|[Bb]efore)|\w[\w’'-]*[,;]?\s[^\W\d_A-ZА-ЯЁІЎЇЄҐ]{1,24})\s$"
)
PAIRS = (("“", "”"), ("«", "»"), ("„", "“"))


def is_only_in_prose(tree: HtmlElement, day: datetime.date, language: str) -> bool:
    """The day is printed on the page, and nowhere but in sentences or quotations of its running text."""
    places = [
        _is_in_prose(passage, written.start)
        for passage in islice(_passages(next(tree.iter("body"), tree)), MOST)
        if any(letter.isdigit() for letter in passage)
        for written in find_written(passage, language)
        if day in (written.day, written.other)
    ]
    return bool(places) and all(places)


def _passages(body: HtmlElement) -> Iterator[str]:
    """Paragraphs as wholes, and the other texts one by one."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.tail and element is not body:
            yield " ".join(element.tail[:LOOKED_AT].split())
        if not isinstance(element.tag, str) or element.tag in UNREAD:
            continue
        if element.tag in PARAGRAPHS:
            yield " ".join(element.text_content()[:LOOKED_AT].split())
            continue
        if element.text:
            yield " ".join(element.text[:LOOKED_AT].split())
        waiting += element


def _is_in_prose(passage: str, at: int) -> bool:
    if len(passage) <= PROSE or BYLINE.match(passage):
        return False
    before = passage[:at]
    if TOLD.search(before[-LABEL:]) or CHANGED.search(before[-LABEL:]):
        return False
    return _is_quoted(before) or bool(IN_SENTENCE.search(before[-LABEL:]))


def _is_quoted(before: str) -> bool:
    return before.count('"') % 2 == 1 or any(before.rfind(opening) > before.rfind(closing) for opening, closing in PAIRS)
