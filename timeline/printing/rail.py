"""What stands beside a list: the choices of a facet, and those with the most of something."""

from collections.abc import Iterable

from django.utils.safestring import SafeString

from timeline.lists.facets import Facet
from timeline.printing.markup import NOTHING, joined, part
from timeline.record.profiles import Ranked

CHOICE = part('<li><a href="%s?%s"><bdi>%s</bdi></a>%s</li>')
COUNT = part(' <span class="n">%s</span>')
RANKED = part('<li><a href="%s"><bdi>%s</bdi></a> <a class="n" href="%s" aria-label="%s">%s</a></li>')


def choices(facet: Facet, path: str) -> SafeString:
    """What may be chosen, each as the same list narrowed to it."""
    return joined([CHOICE(path, one.query, one.name, NOTHING if one.count is None else COUNT(f"{one.count:,}")) for one in facet.choices])


def ranked(rows: Iterable[Ranked]) -> SafeString:
    return joined([RANKED(one.url, one.name, one.counted_url, one.words, f"{one.count:,}") for one in rows])
