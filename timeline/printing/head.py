"""What the head of a page tells those that show a link to it: search engines, and who passes it on."""

from functools import cache, lru_cache

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.printing.markup import part
from timeline.record.links import address

LONGEST = 200  # characters of a description; of a longer one nobody shows the rest
MOST_CUT = 500  # descriptions
IMAGE = "timeline/on-record.png"
HEAD = part(
    '<meta name="description" content="%s">\n'
    '<link rel="canonical" href="%s">\n'
    '<meta property="og:type" content="%s">\n'
    '<meta property="og:site_name" content="%s">\n'
    '<meta property="og:title" content="%s">\n'
    '<meta property="og:description" content="%s">\n'
    '<meta property="og:url" content="%s">\n'
    '<meta property="og:image" content="%s">\n'
    '<meta property="og:image:alt" content="%s">'
)


def head(title: str, description: str, path: str, kind: str) -> SafeString:
    """`path`: the one address of what stands on this page. `kind`: as Open Graph calls it, such as "article"."""
    told, url, name = _cut(description), address(path), settings.SITE_NAME
    return HEAD(told, url, kind, name, title, told, url, *_picture(name, get_language()))


@lru_cache(maxsize=MOST_CUT)
def _cut(description: str) -> str:
    return Truncator(" ".join(description.split())).chars(LONGEST)


@cache
def _picture(name: str, _language: str | None) -> tuple[str, str]:
    """Its address, and what it shows."""
    return address(static(IMAGE)), _("%(name)s: who said what, when, and where it was read") % {"name": name}


def canonical(path: str, query: str, cursor: str) -> str:
    """The address of a page with what it depends on: its filter, and its place in the list."""
    asked = "&".join(filter(None, (query, cursor and f"cursor={cursor}")))
    return f"{path}?{asked}" if asked else path
