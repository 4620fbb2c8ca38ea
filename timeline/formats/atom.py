"""A list as an Atom feed (RFC 4287): what was recorded last stands first, and rel=next leads on."""

import re
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import XMLGenerator

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, rfc3339_date

from timeline.formats.changed import Changed, changed, latest
from timeline.formats.taken import Taken
from timeline.log.proved import signed

UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML can't hold, however it is written
CHECKPOINT = "https://c2sp.org/tlog-checkpoint"  # what a link leads to: the state of the publication log that was signed last
XHTML_FREE = {"type": "html"}  # escaped markup, as most readers take it best


class Feed(Atom1Feed):
    """Django's feed with what it has no place for: who said it, each with a page, the language of each entry, and the next page."""

    def add_root_elements(self, handler: XMLGenerator) -> None:
        super().add_root_elements(handler)
        if self.feed["next_url"]:
            handler.addQuickElement("link", None, {"rel": "next", "href": self.feed["next_url"]})
        if self.feed["checkpoint"]:
            handler.addQuickElement("link", None, {"rel": CHECKPOINT, "type": "text/plain", "href": self.feed["checkpoint"]})
        handler.addQuickElement("generator", settings.SITE_NAME, {"uri": settings.SITE_URL})

    def latest_post_date(self) -> Any:
        return self.feed["latest"]

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]} if item["language"] else {}

    def add_item_elements(self, handler: XMLGenerator, item: dict[str, Any]) -> None:
        handler.addQuickElement("title", writable(item["title"]))
        handler.addQuickElement("link", None, {"rel": "alternate", "type": "text/html", "href": item["link"]})
        handler.addQuickElement("id", item["unique_id"])
        handler.addQuickElement("published", rfc3339_date(item["pubdate"]))
        handler.addQuickElement("updated", rfc3339_date(item["updateddate"]))
        for one in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", writable(one.name))
            if one.url:
                handler.addQuickElement("uri", one.url)
            handler.endElement("author")
        for one in item["tags"]:
            handler.addQuickElement("category", None, {"term": one.url, "label": writable(one.name)})
        handler.addQuickElement("content", writable(item["html"]), XHTML_FREE)


def writable(text: str) -> str:
    """The text with a sign that says so in place of each one that XML can't hold."""
    return UNWRITABLE.sub("\ufffd", text)


def write(taken: Taken) -> Iterable[bytes]:
    rows = list(changed(taken))
    feed = Feed(
        title=writable(f"{settings.SITE_NAME}: {taken.listed.name}"),
        link=taken.page_url,
        description="",
        language=settings.LANGUAGE_CODE,
        author_name=settings.SITE_NAME,
        author_link=settings.SITE_URL,
        feed_copyright=f"{settings.LICENCE} ({settings.LICENCE_URL}); quotations remain their authors’",
        feed_url=taken.url,
        feed_guid=taken.page_url,
        next_url=taken.next_url,
        latest=latest(rows),
        checkpoint=signed().url,
    )
    for one in rows:
        _add(feed, one)
    return [feed.writeString("utf-8").encode()]


def _add(feed: Feed, one: Changed) -> None:
    item = one.item
    feed.add_item(
        item.title,
        item.url,
        "",
        unique_id=item.id,
        pubdate=item.recorded,
        updateddate=one.at,
        authors=item.authors,
        tags=item.tags,
        language=item.language,
        html=item.html,
    )
