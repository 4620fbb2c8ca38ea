"""What stands beside a list: the choices of a facet."""

from django.utils.safestring import SafeString

from timeline.lists.facets import Facet
from timeline.printing.markup import NOTHING, joined, part

CHOICE = part('<li><a href="%s?%s"><bdi>%s</bdi></a>%s</li>')
COUNT = part(' <span class="n">%s</span>')


def choices(facet: Facet, path: str) -> SafeString:
    """What may be chosen, each as the same list narrowed to it."""
    return joined([CHOICE(path, one.query, one.name, NOTHING if one.count is None else COUNT(f"{one.count:,}")) for one in facet.choices])
