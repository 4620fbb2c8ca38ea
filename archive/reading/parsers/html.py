"""A saved page becomes its article's text, and what it says of title, site, author and publication."""

from __future__ import annotations

import contextlib
import datetime
import re
import signal
from collections.abc import Iterator
from copy import deepcopy
from types import SimpleNamespace
from typing import Any

import htmldate.extractors
import trafilatura
from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.metadata import extract_metadata

from archive.extraction.page.stamps import holds_only_dates
from archive.reading.encodings import Decoded, decode
from archive.reading.limits import harmless
from archive.reading.parsers.evidence import addresses_of, metas_of
from archive.reading.parsers.lines import text_of
from archive.reading.parsers.publication import Publication, publication_of
from archive.reading.parsers.written import find_written
from archive.reading.types import HTML, LARGEST, ReadText, Unreadable, absolute_address, expect_size

TO_GUESS = 0.3  # seconds for htmldate, which is slow on pages full of numbers; without it the page's own words decide
TO_EXTRACT = 0.8  # seconds for finding the article; of a page that takes longer, the paragraphs are taken
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
OF_A_PAGE = re.compile(
    r"<(?:!doctype|html|head|body|title|meta)\b", re.IGNORECASE
)  # what has none of these is a piece: all of it is the text
BEGINNING = 20_000
LINE, LEAST = 40, 200  # letters of a line that may be one of an article, and of all of them
NO_ARTICLE = "No article text is found on the page. Open it, copy its text and paste that."


class Parser:
    """What htmldate asks for dates in words. Its own choice tries two hundred languages, for 5 s at first and 50 ms for each miss after."""

    def get_date_data(self, words: str) -> SimpleNamespace | dict[str, datetime.datetime | None]:
        found = next(find_written(words), None)
        return {"date_obj": datetime.datetime.combine(found.day, datetime.time()) if found else None}


htmldate.extractors.get_external_parser = Parser


def read_page(raw: bytes, *, today: datetime.date, charset: str = "", address: str = "", **known: Any) -> list[ReadText]:
    """The one document of a page. Refuses what is too large or holds no article."""
    expect_size(raw)
    page = decode(raw, charset)
    source = harmless(UNPRINTABLE.sub("", page.text))
    tree = tree_of(source)
    language = language_of(tree)
    addresses = addresses_of(tree, address)
    about = extract_metadata(tree, default_url=None, extensive=False)
    titles = [title for title in (about.title, *(content for name, content in metas_of(tree) if name == "og:title")) if title]
    published = publication_of(
        tree, today=today, language=language, titles=titles, addresses=addresses, guess=lambda: guessed_day(tree, today)
    )
    stated = [found for one in addresses_of(tree) if (found := absolute_address(one, address))]
    text = UNPRINTABLE.sub("", article_in(tree) if OF_A_PAGE.search(source, 0, BEGINNING) else text_of(tree))
    return [_document(text, page, about, published, language, stated)]


def _document(text: str, page: Decoded, about: Any, published: Publication | None, language: str, stated: list[str]) -> ReadText:
    if not text.strip():
        raise Unreadable(NO_ARTICLE)
    if len(text.encode()) > LARGEST:
        raise Unreadable("The page's text is longer than the 2 MB that a document may have.")
    return ReadText(
        text, page.encoding, page.source, HTML, title=line_of(about.title, 500), site=line_of(about.sitename, 200),
        author=line_of(authors_in(about.author or ""), 200), language=language, address=next(iter(stated), ""),
        published=published.edtf if published else "", published_source=published.source if published else "",
        published_readings=published.readings if published else (),
    )  # fmt: skip


def authors_in(byline: str) -> str:
    """Those who wrote, of a byline's parts: one that holds dates alone is nobody's name."""
    return "; ".join(name for name in byline.split("; ") if not holds_only_dates(name))


def article_in(tree: HtmlElement) -> str:
    """The text of the article; of a page too long for that, or of which none is told apart, all its paragraphs."""
    found: str | None
    try:
        with at_most(TO_EXTRACT):
            found = trafilatura.extract(without_lists_of_terms(deepcopy(tree)), fast=False, include_comments=False, favor_precision=False)
    except TooSlow:
        return text_of(tree)
    if found and found.strip():
        return found
    text = text_of(tree)
    return text if sum(len(line) for line in text.split("\n") if len(line) >= LINE) >= LEAST else ""


def without_lists_of_terms(tree: HtmlElement) -> HtmlElement:
    """Who speaks and what he says, marked up as a list of terms, become paragraphs: as items of a list each would begin with a dash."""
    for element in tree.iter("dl", "dt", "dd"):
        holds_paragraphs = element.tag == "dl" or any(child.tag in ("p", "div") for child in element)
        element.tag = "div" if holds_paragraphs else "p"
    return tree


def tree_of(source: str) -> HtmlElement:
    """The parsed page; as bytes, since a page in letters may still declare an encoding that it no longer has."""
    parser = HTMLParser(encoding="utf-8", remove_pis=True, collect_ids=False, default_doctype=False)
    try:
        return document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise Unreadable(NO_ARTICLE) from error


def language_of(tree: HtmlElement) -> str:
    root = tree if tree.tag == "html" else next(tree.iter("html"), tree)
    told = [root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""]
    told += [content for name, content in metas_of(tree) if name in ("content-language", "og:locale", "language", "dc.language")]
    return next((match[0].replace("_", "-") for one in told if (match := re.match(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8}){0,3}", one))), "")


def guessed_day(tree: HtmlElement, today: datetime.date) -> datetime.date | None:
    """What htmldate makes of the page, if it does so in time."""
    latest = datetime.datetime.combine(today + datetime.timedelta(days=1), datetime.time(23, 59, 59))
    try:
        with at_most(TO_GUESS):
            found = htmldate.find_date(tree, original_date=True, extensive_search=True, max_date=latest)
    except (TooSlow, LxmlError, ValueError, RecursionError):
        return None
    return datetime.date.fromisoformat(found) if found else None


class TooSlow(BaseException):
    """A step that can be left out took too long. No library's `except Exception` may catch it."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Ends Python code (not a call within a C library) that uses more time of the processor."""

    def ring(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def line_of(words: object, longest: int) -> str:
    return " ".join(UNPRINTABLE.sub("", words).split())[:longest] if isinstance(words, str) else ""
