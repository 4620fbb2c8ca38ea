"""All that a page tells of the day it was published, each with the place that tells it and how far that place is to be trusted.

Trust is the logarithm of the odds that such a place is right. Places that one program fills (meta, JSON-LD, microdata) are one witness;
the address, the printed date and a guess of htmldate are others.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from archive.reading.parsers.linked_data import ARTICLES, articles_in, broken_dates_in, types_of
from archive.reading.parsers.moments import Moment, read_moment

DATA, ADDRESS, PRINT, GUESS = "data", "address", "print", "guess"
NEVER = 10.0  # less trust, for a day of which the page says that it is another
SURE = (
    "article:published_time article:published article:published_date article.published article:publish_date article:publication_date"
    " og:article:published_time og:article:published og:published_time og:pubdate og:publish_date og:datepublished datepublished"
    " date_published date-published publishdate publish_date publish-date pubdate pubdatetime published_time"
    " published_at publication_date publication-date publicationdate published-date published_date publisheddate publish_time"
    " parsely-pub-date sailthru.date rnews:datepublished dc.date.issued dcterms.issued dc.date.publication dc.issued"
    " citation_publication_date citation_online_date originalpublicationdate bt:pubdate cxenseparse:recs:publishtime"
    " vr:published_time article_date_original mediator_published_time shareaholic:article_published_time twt-published-at date.published"
    " dcsext.articlefirstpublished analyticsattributes.articledate rbpubdate last-published field-name-post-date"
    " dc.date.published dcterms.published dcterms.publicationdate prism.publicationdate"
    " eprints.date citation_cover_date wkhealth_date"
).split()
LIKELY = (
    "date dc.date dc.date.created dcterms.date dcterms.created dc:date dc:created dc.created created date_created datecreated"
    " article:created article.created article:post_date content_create_date doc_date pdate ptime citation_date dateposted displaydate"
    " release_date video:release_date timestamp gentime og:regdate dc.date.available dc.available"
    " dcterms.available"
).split()
TRUSTS = {re.sub("[:_-]", ".", name): trust for names, trust in ((LIKELY, 1.0), (SURE, 2.9)) for name in names}
# Which dates of linked data tell a publication, and how far each is to be trusted.
MADE = (("dateCreated", 1.2), ("uploadDate", 1.2))
DATES_OF_ARTICLES, DATES_OF_OTHERS = (("datePublished", 2.9), *MADE), (("datePublished", 2.0), *MADE)
CHANGED = re.compile(r"modif|updat|lastmod|revis|changed", re.IGNORECASE)
DAY_IN_ADDRESS = re.compile(
    r"/(?:[\w-]{0,40}[/_-])?(?P<y>(?:19|20)\d\d)(?P<s>[/_-])(?P<m>[01]?\d|[a-z]{3,9})(?P=s)(?P<d>[0-3]?\d)(?=[/_.-]|$)"
    r"|/(?P<compact>(?:19[89]|20[0-3])\d[01]\d[0-3]\d)(?=[/_.-]|$)",
    re.IGNORECASE,
)
MONTH_IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>0[1-9]|1[0-2])/(?!\d\d?/)")
SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(\S{1,500})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place of the page, and the moment that it tells. `group` is the witness that it belongs to."""

    moment: Moment
    place: str
    trust: float
    group: str


def addresses_of(tree: HtmlElement, known: str = "") -> list[str]:
    """Where the page stood: as whoever brings it knows, as it says itself, as the browser that saved it noted."""
    found = [known, *(link.get("href", "") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())]
    found += [content for name, content in metas_of(tree) if name in ("og:url", "twitter:url")]
    found += [match[1] for comment in tree.itersiblings(preceding=True) if (match := SAVED_FROM.search(str(comment.text or "")))]
    return [address.strip() for address in found if address and address.strip().startswith(("http://", "https://", "/"))]


def metas_of(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        content = meta.get("content") or meta.get("datetime") or ""
        for key in ("property", "name", "itemprop", "http-equiv"):
            if meta.get(key) and content:
                yield meta.get(key, "").strip().lower(), content.strip()


def in_addresses(addresses: list[str]) -> Iterator[Evidence]:
    """The first address with a day in it."""
    for address in addresses:
        for match in DAY_IN_ADDRESS.finditer(address[:2000].split("?")[0]):
            written = match["compact"] or f"{match['d']} {match['m']} {match['y']}" if not (match["m"] or "").isdigit() else None
            written = written or f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}"
            moment = read_moment(written)
            if moment:
                yield Evidence(replace(moment, clock=None, offset=None), "address", 3.0 if match["s"] == "/" else 2.2, ADDRESS)
                return


def months_in(addresses: list[str]) -> set[tuple[int, int]]:
    """Years and months in addresses that tell no day, as those of many blogs: /2012/06/border-talks."""
    found = (MONTH_IN_ADDRESS.search(address[:2000].split("?")[0]) for address in addresses)
    return {(int(match["y"]), int(match["m"])) for match in found if match}


def in_metas(tree: HtmlElement, language: str) -> Iterator[Evidence]:
    for name, content in metas_of(tree):
        trust = TRUSTS.get(re.sub("[:_-]", ".", name))
        moment = read_moment(content, language) if trust else None
        if moment and trust:
            yield Evidence(moment, f"meta {name}", trust, DATA)


def changed_in(tree: HtmlElement) -> list[Moment]:
    """When the page says that it was changed."""
    told = [content for name, content in metas_of(tree) if CHANGED.search(name)]
    told += [node["dateModified"] for node in articles_in(tree) if isinstance(node.get("dateModified"), str)]
    told += [element.get("content") or element.get("datetime") or "" for element in tree.iterfind('.//*[@itemprop="dateModified"]')]
    return [moment for moment in map(read_moment, told) if moment]


def in_linked_data(tree: HtmlElement, language: str, headline: str) -> Iterator[Evidence]:
    """datePublished of the article that the page is about; of several, the one with the page's headline, else the first."""
    nodes = articles_in(tree)
    own = [node for node in nodes if headline and _is_same(node.get("headline") or node.get("name"), headline)]
    told = (evidence for node in own or nodes for evidence in _in_article(node, language))
    first = next(told, None) or next(_in_broken_data(tree, language), None)
    if first:
        yield first
        again = (one for node in nodes for one in _in_article(node, language) if one.moment.day == first.moment.day)
        yield from islice((one for one in again if one.moment.offset is not None), first.moment.offset is None)


def _in_article(node: dict[str, Any], language: str) -> Iterator[Evidence]:
    for key, trust in DATES_OF_ARTICLES if types_of(node) & ARTICLES else DATES_OF_OTHERS:
        value = node.get(key)
        moment = read_moment(value[0] if isinstance(value, list) and value else value, language)
        if moment:
            yield Evidence(moment, f"JSON-LD {key}", trust, DATA)


def _in_broken_data(tree: HtmlElement, language: str) -> Iterator[Evidence]:
    """The first date in linked data that no JSON reader takes."""
    for written in broken_dates_in(tree)[:1]:
        if moment := read_moment(written, language):
            yield Evidence(moment, "JSON-LD datePublished", 2.0, DATA)


def _is_same(headline: object, title: str) -> bool:
    return isinstance(headline, str) and " ".join(headline.split()).casefold()[:60] == title.casefold()[:60]


def may_be(moment: Moment, latest: datetime.date) -> bool:
    """Nothing is published after it was captured, nor on the web's behalf before 1900."""
    return datetime.date(1900, 1, 1) <= moment.day <= latest
