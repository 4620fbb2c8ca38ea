"""Words that came and words that went: marked for the eye, and said in words to those who hear the page."""

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from timeline.printing.language import word as _
from timeline.printing.markup import part

INSERTED = part('<ins><span class="hidden" lang="%s">%s </span>%s</ins>')
DELETED = part('<del><span class="hidden" lang="%s">%s </span>%s</del>')


def added(words: str) -> SafeString:
    """What one wording has and the other has not."""
    return INSERTED(get_language() or "en", _("added:"), words)


def removed(words: str) -> SafeString:
    return DELETED(get_language() or "en", _("left out:"), words)


def now(value: str) -> SafeString:
    """What a field holds, and what it held."""
    return INSERTED(get_language() or "en", _("now:"), value)


def before(value: str) -> SafeString:
    return DELETED(get_language() or "en", _("before:"), value)
