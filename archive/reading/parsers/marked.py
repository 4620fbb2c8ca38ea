"""The publication in a page's markup: microdata, and the attributes that blogs and social sites put beside their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml.etree import XPath
from lxml.html import HtmlElement

from archive.reading.parsers.evidence import DATA, Evidence
from archive.reading.parsers.moments import Moment, read_moment

OF_ANOTHER_TYPE = re.compile(r"/(?:comment|answer|review|usercomments)\b", re.IGNORECASE)
OF_ANOTHER_CLASS = re.compile(r"(?:^|\s)(?:comment|related|reply)", re.IGNORECASE)


class Place(NamedTuple):
    """A word in an attribute that tells a publication, how far it is to be trusted, and what it is called."""

    attribute: str
    word: str  # empty: whatever stands in it
    trust: float
    name: str
    tags: tuple[str, ...] = ()  # empty: of any element

    def is_at(self, element: HtmlElement) -> bool:
        written = element.get(self.attribute)
        if written is None or (self.tags and element.tag not in self.tags):
            return False
        return not self.word or self.word in written[:300].split()


PLACES = (
    Place("itemprop", "datePublished", 2.5, "itemprop datePublished"),
    Place("property", "datePublished", 2.3, "property datePublished"),
    Place("property", "schema:datePublished", 2.3, "property datePublished"),
    Place("property", "dcterms:issued", 2.3, "property issued"),
    Place("property", "dc:issued", 2.3, "property issued"),
    Place("property", "dc:date", 2.0, "property dc:date"),
    Place("pubdate", "", 2.3, "time pubdate", ("time",)),
    Place("class", "published", 2.0, "class published", ("abbr", "span")),
    Place("class", "dt-published", 2.0, "class published"),
    Place("property", "schema:dateCreated", 1.5, "property dateCreated"),
    Place("data-utime", "", 1.2, "data-utime"),
    Place("itemprop", "dateCreated", 1.2, "itemprop dateCreated"),
    Place("data-seconds", "", 0.9, "data of the element"),
    Place("data-timestamp", "", 0.9, "data of the element"),
    Place("data-datetime", "", 0.9, "data of the element"),
)
MARKED = XPath(".//*[contains(@class, 'published') or " + " or ".join(sorted({f"@{one.attribute}" for one in PLACES} - {"@class"})) + "]")
MOST = 3000  # elements
STATED = ("content", "datetime", "title", "data-utime", "data-seconds", "data-timestamp", "data-datetime")

TOLD_TO_SCRIPTS = re.compile(
    r"(?P<q>[\"'])(?:(?:article|content|page|first|original)?[_-]?(?:date|time)?[_-]?(?:published|publish|publication|pub)(?:[_-]?(?:at|on|date|time|timestamp|ed|utc|gmt)){0,3})"
    r"(?P=q)\s{0,9}:\s{0,9}(?:[\"'](?P<date>[^\"'\n]{8,40})[\"']|(?P<seconds>1\d{9}(?:\d{3})?)\b)",
    re.IGNORECASE,
)
MOST_SCRIPT = 300_000


def in_markup(tree: HtmlElement, language: str) -> Iterator[Evidence]:
    """Of each place the first on the page that is no comment's."""
    seen = set[str]()
    for element in MARKED(tree)[:MOST]:
        for place in PLACES:
            if place.name not in seen and place.is_at(element) and (moment := _told_by(element, place, language)):
                seen.add(place.name)
                yield Evidence(moment, place.name, place.trust, DATA)


def _told_by(element: HtmlElement, place: Place, language: str) -> Moment | None:
    """What the element states to machines; else, except where a class alone speaks, its words."""
    stated = next((element.get(key) for key in STATED if element.get(key)), None)
    words = stated or ("" if place.attribute == "class" else element.text_content()[:100])
    return None if element.tag == "meta" or _is_of_another(element) else read_moment(words, language)


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
