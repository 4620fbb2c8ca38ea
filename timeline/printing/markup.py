"""Pieces of a page in which every text is escaped, unless it is markup itself."""

from collections.abc import Callable
from html import escape

from django.utils.safestring import SafeString

NOTHING = SafeString()


def part(written: str) -> Callable[..., SafeString]:
    """A function that fills the `%s` of this markup in their order: a text is escaped, whatever it holds, and only what another part
    has printed (a SafeString, as Django's templates take it) stands as it is."""

    def filled(*values: object) -> SafeString:
        return SafeString(written % tuple([value if type(value) is SafeString else escape(str(value)) for value in values]))

    return filled


def joined(parts: list[SafeString], between: str = "") -> SafeString:
    """Parts one behind the other, with some text between them."""
    return SafeString(escape(between).join(parts))
