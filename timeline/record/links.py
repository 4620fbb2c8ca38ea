"""Full addresses: of a page of this site, and of the words where their outlet published them."""

from urllib.parse import quote

from django.conf import settings

from archive.models import Statement

LONGEST_FRAGMENT = 120  # characters of a quote that a link spells out; of a longer one its first and last words
FRAGMENT_WORDS = 5


def address(path: str) -> str:
    """A full address on this site."""
    return f"{settings.SITE_URL}{path}"


def text_fragment(statement: Statement) -> str:
    """The article's address with the words to scroll to, for browsers that know text fragments. "" where there is no address."""
    url = statement.document.article.url
    if not url:
        return ""
    words = statement.text.split()
    if len(statement.text) <= LONGEST_FRAGMENT and "\n" not in statement.text:
        directive = _escaped(statement.text)
    else:
        directive = ",".join(_escaped(" ".join(part)) for part in (words[:FRAGMENT_WORDS], words[-FRAGMENT_WORDS:]))
    return f"{url.partition('#')[0]}#:~:text={directive}"


def _escaped(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
