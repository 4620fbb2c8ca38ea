"""A list as a JSON Feed (version 1.1): what was recorded last stands first, and `next_url` leads on. `_onrecord` tells when it was said."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from timeline.api.answers import in_json
from timeline.formats.changed import Changed, changed
from timeline.formats.items import Name
from timeline.formats.taken import Taken
from timeline.log.proved import signed

VERSION = "https://jsonfeed.org/version/1.1"


def write(taken: Taken) -> Iterable[bytes]:
    feed = {
        "version": VERSION,
        "title": f"{settings.SITE_NAME}: {taken.listed.name}",
        "home_page_url": taken.page_url,
        "feed_url": taken.url,
        "next_url": taken.next_url,
        "language": settings.LANGUAGE_CODE,
        "authors": [{"name": settings.SITE_NAME, "url": settings.SITE_URL}],
        "_onrecord": _without_empty({"checkpoint": signed().url}),
    }
    return [in_json(_without_empty(feed) | {"items": [_item(one) for one in changed(taken)]})]


def _item(one: Changed) -> dict[str, Any]:
    item = one.item
    told = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_html": item.html,
        "date_published": item.recorded.isoformat(),
        "date_modified": one.at.isoformat(),
        "authors": [_author(author) for author in item.authors],
        "tags": [tag.name for tag in item.tags],
        "language": item.language,
    }
    return _without_empty(told) | {"_onrecord": item.own}


def _author(one: Name) -> dict[str, Any]:
    return _without_empty(one._asdict())


def _without_empty(told: dict[str, Any]) -> dict[str, Any]:
    """A reader takes what is not there for unknown, and an empty address for a wrong one."""
    return {name: value for name, value in told.items() if value}
