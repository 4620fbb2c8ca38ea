"""The publication in a page's markup: microdata, and the attributes that blogs and social sites put beside their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from archive.reading.parsers.evidence import DATA, Evidence
from archive.reading.parsers.moments import Moment, read_moment

OF_ANOTHER_TYPE = re.compile(r"/(?:comment|answer|review|usercomments)\b", re.IGNORECASE)
OF_ANOTHER_CLASS = re.compile(r"(?:^|\s)(?:comment|related|reply)", re.IGNORECASE)


def _with(attribute: str, word: str) -> XPath:
    """Elements with this word among those of the attribute."""
    return XPath(f".//*[contains(concat(' ', normalize-space(@{attribute}), ' '), ' {word} ')]")


PLACES = (
    (_with("itemprop", "datePublished"), 2.5, "itemprop datePublished"),
    (_with("property", "datePublished"), 2.3, "property datePublished"),
    (_with("property", "schema:datePublished"), 2.3, "property datePublished"),
    (_with("property", "dcterms:issued"), 2.3, "property issued"),
    (_with("property", "dc:issued"), 2.3, "property issued"),
    (_with("property", "dc:date"), 2.0, "property dc:date"),
    (XPath(".//time[@pubdate]"), 2.3, "time pubdate"),
    (XPath(".//*[(self::abbr or self::span) and @title and contains(concat(' ', @class, ' '), ' published ')]"), 2.0, "class published"),
    (_with("class", "dt-published"), 2.0, "class published"),
    (_with("property", "schema:dateCreated"), 1.5, "property dateCreated"),
    (XPath(".//*[@data-utime]"), 1.2, "data-utime"),
    (XPath(".//*[@data-seconds or @data-timestamp or @data-datetime]"), 0.9, "data of the element"),
    (_with("itemprop", "dateCreated"), 1.2, "itemprop dateCreated"),
)
STATED = ("content", "datetime", "title", "data-utime", "data-seconds", "data-timestamp", "data-datetime")

TOLD_TO_SCRIPTS = re.compile(
    r"(?P<q>[\"'])(?:(?:article|content|page|first|original)?[_-]?(?:date|time)?[_-]?(?:published|publish|publication|pub)(?:[_-]?(?:at|on|date|time|timestamp|ed|utc|gmt)){0,3})"
    r"(?P=q)\s{0,9}:\s{0,9}(?:[\"'](?P<date>[^\"'\n]{8,40})[\"']|(?P<seconds>1\d{9}(?:\d{3})?)\b)",
    re.IGNORECASE,
)
MOST_SCRIPT = 300_000


def in_markup(tree: HtmlElement, language: str) -> Iterator[Evidence]:
    """Of each place the first on the page that is no comment's."""
    for find, trust, place in PLACES:
        for element in find(tree):
            written = next((element.get(key) for key in STATED if element.get(key)), None)
            moment = read_moment(written or element.text_content()[:100], language)
            if element.tag != "meta" and moment and not _is_of_another(element):
                yield Evidence(moment, place, trust, DATA)
                break


def _is_of_another(element: HtmlElement) -> bool:
    for around in element.iterancestors():
        if around.tag in ("aside", "footer", "nav") or OF_ANOTHER_TYPE.search(around.get("itemtype", "")[:300]):
            return True
        if around.tag not in ("html", "body", "main", "article") and OF_ANOTHER_CLASS.search(around.get("class", "")[:300]):
            return True
    return False


def in_scripts(tree: HtmlElement, language: str) -> Iterator[Evidence]:
    """The publication in the data that a page carries for its own scripts. Where it tells many days, they are other articles' too."""
    told: list[Moment] = []
    for script in tree.iter("script"):
        if script.text and "ld+json" not in (script.get("type") or "").lower():
            matches = islice(TOLD_TO_SCRIPTS.finditer(script.text[:MOST_SCRIPT]), 50)
            told += [moment for match in matches if (moment := read_moment(match["date"] or match["seconds"], language))]
    if told:
        days = {moment.day for moment in told}
        yield Evidence(told[0], "script", 1.8 if len(days) == 1 else 1.2 if len(days) <= 3 else 0.4, DATA)
