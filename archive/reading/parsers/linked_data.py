"""What a page's JSON-LD says of its article: schema.org in script elements, alone, in lists or in a @graph, well-formed or nearly so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

ARTICLES = frozenset(
    "article newsarticle blogposting report reportagenewsarticle analysisnewsarticle opinionnewsarticle advertisercontentarticle"
    " backgroundnewsarticle reviewnewsarticle askpublicnewsarticle scholarlyarticle techarticle socialmediaposting liveblogposting"
    " discussionforumposting satiricalarticle pressrelease review recipe blogpost newspressrelease interview creativework".split()
)
PAGES = frozenset(
    "webpage itempage videoobject podcastepisode photograph imagegallery collectionpage qapage faqpage medicalwebpage".split()
)
INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "article", "blogPost", "dataFeedElement")
WRAPPING = re.compile(r"^\s*+(?:<!\[CDATA\[|<!--|//\s*+<!\[CDATA\[)|(?:\]\]>|-->|//\s*+\]\]>|;)\s*+$")
PUBLISHED = re.compile(r"[\"']datePublished[\"']\s{0,9}:\s{0,9}[\"']([^\"']{4,60})[\"']")
TRAILING_COMMA = re.compile(r",\s*+(?=[}\]])")
MOST_NODES = 2000


def articles_in(tree: HtmlElement) -> list[dict[str, Any]]:
    """The nodes that describe an article, then those that describe the page itself; in the order of the page."""
    nodes = [node for script in scripts_of(tree) for node in _nodes(_loaded(script))]
    articles = [node for node in nodes if types_of(node) & ARTICLES]
    return articles + [node for node in nodes if types_of(node) & PAGES and node not in articles]


def broken_dates_in(tree: HtmlElement) -> list[str]:
    """datePublished as it stands in scripts that no reader of JSON understands."""
    return [match[1] for script in scripts_of(tree) if _loaded(script) is None for match in PUBLISHED.finditer(script[:200_000])]


def types_of(node: dict[str, Any]) -> set[str]:
    given = node.get("@type", node.get("type"))
    names = given if isinstance(given, list) else [given]
    return {name.rsplit("/", 1)[-1].lower() for name in names if isinstance(name, str)}


def text_of(value: Any) -> str:
    """The name in a string, a node, or the first of a list of them."""
    if isinstance(value, list):
        return next((text for text in map(text_of, value[:5]) if text), "")
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or value.get("@id"))
    return value.strip() if isinstance(value, str) else ""


def scripts_of(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text


def _loaded(script: str) -> Any:
    text = WRAPPING.sub("", WRAPPING.sub("", script))
    for attempt in (text, TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Nodes that stand for the page, not those that it merely mentions (comments, related articles, videos beside it)."""
    waiting, count = [value], 0
    while waiting and count < MOST_NODES:
        one = waiting.pop(0)
        count += 1
        if isinstance(one, list):
            waiting = one[:200] + waiting
        elif isinstance(one, dict):
            yield one
            waiting = [one[name] for name in INSIDE if isinstance(one.get(name), dict | list)] + waiting
