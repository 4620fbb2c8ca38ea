"""The words of rows. Django looks up each text anew, for 11 µs; within `one_language` each is looked up once a process and language, and
`word` keeps it as it stands in markup.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import translation
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

MOST_NUMBERS = 10_000  # of which the form is kept: those of days and of statements on a page

_kept: dict[str | None, dict[object, str]] = {}
_known: ContextVar[dict[object, str] | None] = ContextVar("known", default=None)


@contextmanager
def one_language() -> Iterator[None]:
    """While a list is made, the language stays what it is."""
    before = _known.set(_kept.setdefault(translation.get_language(), {}))
    try:
        yield
    finally:
        _known.reset(before)


def gettext(text: str) -> str:
    known = _known.get()
    if known is None:
        return translation.gettext(text)
    if text not in known:
        known[text] = translation.gettext(text)
    return known[text]


def word(text: str) -> SafeString:
    """The same as a part of a page."""
    known = _known.get()
    if known is None:
        return conditional_escape(translation.gettext(text))
    asked = SafeString, text
    if asked not in known:
        known[asked] = conditional_escape(translation.gettext(text))
    return known[asked]


def ngettext(one: str, many: str, number: int) -> str:
    known = _known.get()
    if known is None or number > MOST_NUMBERS:
        return translation.ngettext(one, many, number)
    asked = one, number
    if asked not in known:
        known[asked] = translation.ngettext(one, many, number)
    return known[asked]


def language_name(code: str) -> str:
    """“Belarusian”; the code itself where it has no name."""
    try:
        return str(translation.get_language_info(code)["name_translated"])
    except KeyError:
        return code
