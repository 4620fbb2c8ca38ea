"""The keys of the public pages, which `static/timeline/js/keys.js` answers: what each does, in the order of their page."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _


class Key(NamedTuple):
    """A key, and what it does."""

    key: str
    does: Any


KEYS = (
    Key("j", _("to the next entry of a list")),
    Key("k", _("to the entry before")),
    Key("y", _("copies the address of the entry that you are at; on a page of one thing, the address of the page")),
    Key("/", _("to the search")),
    Key("?", _("to this page")),
)
