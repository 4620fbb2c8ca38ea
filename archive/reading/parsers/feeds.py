"""RSS and Atom: each entry is a document of its own, with its exact bytes. A feed that declares a document type is refused.

Entities, external or nested in each other, come by document types alone: without them expat reads in linear time and fetches nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from archive.reading.encodings import Decoded, decode
from archive.reading.limits import harmless
from archive.reading.parsers.evidence import may_be
from archive.reading.parsers.html import UNPRINTABLE, line_of, tree_of
from archive.reading.parsers.lines import text_of
from archive.reading.parsers.moments import LONGEST, Moment, read_moment, rfc2822
from archive.reading.parsers.written import has_day_first
from archive.reading.types import FEED, DateRead, ReadText, Unreadable, absolute_address, expect_size

DEEPEST = 64
MOST_ENTRIES = 500
When: TypeAlias = Callable[[dict[str, str]], list[Moment]]
ENTRIES = ("item", "entry")
CONTAINERS = ("rss", "rdf", "feed", "channel")
# Of an element of another vocabulary than the feed's own these alone tell of the entry; the others (media:title, itunes:author) tell of
# what stands beside it.
TAKEN = {
    "http://purl.org/rss/1.0/modules/content/": ("encoded",),
    "http://purl.org/dc/elements/1.1/": ("creator", "date", "description", "language"),
    "http://purl.org/dc/terms/": ("issued", "created"),
    "http://www.w3.org/2005/atom": ("link", "author", "published", "summary", "content"),
}
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
BODIES = ("encoded", "content", "description", "summary")  # the fullest first
DATES = ("pubdate", "published", "issued", "date", "created")


@dataclass(slots=True)
class Entry:
    """An entry as it is being read: its first value of each element, and where its bytes begin and end."""

    start: int
    end: int = 0
    values: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Collector:
    """Takes entries out of the stream of elements. Everything within an entry's element is its text, markup of its own included."""

    bases: list[str]
    entries: list[Entry] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)
    stack: list[str] = field(default_factory=list)
    own: set[str] = field(default_factory=lambda: {""})
    words: list[str] = field(default_factory=list)
    within: int = 0
    entry: Entry | None = None
    parser: Any = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        vocabulary, _, name = tag.removeprefix("{").lower().rpartition("}")
        is_frame = not self.within and (name in CONTAINERS or (name in ENTRIES and self.entry is None))
        self._enter(tag, vocabulary, name, is_frame)
        self.bases.append(absolute_address(attributes.get(XML_BASE, ""), self.bases[-1]) or self.bases[-1])
        if self.within:
            self.words.append(f"<{name}>" if name.isalnum() else "")
        elif not is_frame:
            self.within, self.words = len(self.stack), []
            self._take_link(self.stack[-1], attributes)
        elif name in ENTRIES:
            self.entry = Entry(self.parser.parser.CurrentByteIndex)

    def _enter(self, tag: str, vocabulary: str, name: str, is_frame: bool) -> None:
        """An element is known by its own name where it tells of an entry, else by that of its vocabulary too."""
        self.own |= {vocabulary} if is_frame else set()
        self.stack.append(name if vocabulary in self.own or name in TAKEN.get(vocabulary, ()) else tag)
        if len(self.stack) > DEEPEST:
            raise Unreadable(f"The feed's elements are nested more than {DEEPEST} deep.")

    def end(self, tag: str) -> None:
        name, base = self.stack.pop(), self.bases.pop()
        if self.within and len(self.stack) + 1 > self.within:
            local = tag.rpartition("}")[2].lower()
            self.words.append(f"</{local}>" if local.isalnum() else "")
        elif self.within:
            self.within = 0
            words = "".join(self.words)
            self._keep(name, absolute_address(words, base) or words if name == "link" and words.strip() else words)
        elif name in ENTRIES and self.entry is not None:
            self.entry.end = self.parser.parser.CurrentByteIndex
            self.entries.append(self.entry)
            self.entry = None
            if len(self.entries) > MOST_ENTRIES:
                raise Unreadable(f"The feed has more than {MOST_ENTRIES} entries. Divide it, or capture the articles themselves.")

    def data(self, words: str) -> None:
        if self.within:
            self.words.append(words)

    def close(self) -> None:
        """Nothing is left to do."""

    def _keep(self, name: str, words: str) -> None:
        values = self.entry.values if self.entry else self.about
        if words.strip():
            values.setdefault(name, words)

    def _take_link(self, name: str, attributes: dict[str, str]) -> None:
        if name == "link" and attributes.get("href") and attributes.get("rel", "alternate") == "alternate":
            self._keep("link", absolute_address(attributes["href"], self.bases[-1]) or attributes["href"])
        if name == "guid" and attributes.get("isPermaLink", "true").lower() != "true":
            self._keep("guid is no link", "so")


def read_feed(raw: bytes, *, today: datetime.date, charset: str = "", address: str = "", **known: Any) -> list[ReadText]:
    """A document for each entry that has words. Refuses what is no feed."""
    expect_size(raw)
    page = decode(raw, charset)
    collector = collected(page.text, address)
    if not collector.entries:
        raise Unreadable("No entries are found in the feed.")
    written = page.text.encode()
    base = address or collector.about.get("link", "")
    when = _when(collector, today)
    found = [_document(entry, collector.about, page, written, when, base) for entry in collector.entries]
    if not (kept := [one for one in found if one]):
        raise Unreadable("The entries of the feed have no words.")
    return kept


def collected(text: str, address: str = "") -> Collector:
    collector = Collector([address])
    parser = DefusedXMLParser(target=collector, encoding="utf-8", forbid_dtd=True)
    collector.parser = parser
    try:
        parser.feed(text.encode())
        parser.close()
    except DefusedXmlException as error:
        raise Unreadable("The feed declares a document type or entities. Such a feed is not read, for it may be an attack.") from error
    except (ParseError, ValueError, UnicodeError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"The feed is no well-formed XML: {str(error)[:100]}.") from error
    return collector


def _document(entry: Entry, about: dict[str, str], page: Decoded, written: bytes, when: When, address: str) -> ReadText | None:
    values = entry.values
    title = line_of(_plain(values.get("title", "")).replace("\n", " "), 500)
    body = max((_plain(values[name]) for name in BODIES if name in values), key=len, default="")
    text = f"{title}\n\n{body}".strip() if body else title
    if not text:
        return None
    moments = when(values)
    raw = written[entry.start : written.find(b">", entry.end) + 1]
    return ReadText(
        text, page.encoding, page.source, FEED, title=title, site=line_of(_plain(about.get("title", "")), 200),
        author=line_of(_plain(values.get("creator") or values.get("author") or ""), 200),
        language=line_of(about.get("language", ""), 16), address=_link(values, address),
        published=moments[0].edtf if len(moments) == 1 else "", published_source="feed" if len(moments) == 1 else "",
        published_readings=tuple(DateRead(moment.edtf, "feed") for moment in moments) if len(moments) > 1 else (),
        raw=raw.decode().encode(page.encoding, "replace"),
    )  # fmt: skip


def _link(values: dict[str, str], address: str) -> str:
    link = values.get("link", "").strip()
    if not link and "guid is no link" not in values:
        link = values.get("guid") or values.get("id") or ""
    return absolute_address(link, address) if link.strip() else ""


def _when(collector: Collector, today: datetime.date) -> When:
    """What tells the moments at which an entry may have been published: one, or two where its numeric date can be two days."""
    texts = [entry.values[name] for entry in collector.entries for name in DATES if name in entry.values]
    day_first, latest = has_day_first(texts), today + datetime.timedelta(days=1)

    def when(values: dict[str, str]) -> list[Moment]:
        moments = (_moment(values[name].strip()) for name in DATES if name in values)
        told = [[one for one in moment.readings(day_first) if may_be(one, latest)] for moment in moments if moment]
        return min((found for found in told if found), key=len, default=[])

    return when


def _moment(written: str) -> Moment | None:
    """The standard library's readers first: a feed's dates are RFC 2822 or ISO 8601, or should be."""
    try:
        found = datetime.datetime.fromisoformat(written)
    except ValueError:
        return rfc2822(" ".join(written.split())[:LONGEST]) or read_moment(written)
    return Moment(found.date(), found.time().replace(microsecond=0) if ":" in written else None, found.utcoffset())


def _plain(markup: str) -> str:
    """The words of an entry's HTML, a line for each block."""
    markup = UNPRINTABLE.sub("", markup)
    if "<" not in markup and "&" not in markup:
        return "\n".join(" ".join(line.split()) for line in markup.strip().split("\n"))
    return text_of(tree_of(f"<div>{harmless(markup)}</div>"))
