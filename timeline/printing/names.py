"""The lines of a list of speakers or outlets."""

from collections.abc import Iterable

from django.utils.safestring import SafeString

from archive.enums import TallyScope
from timeline.lists.names import Line
from timeline.printing.addresses import link
from timeline.printing.language import ngettext, one_language
from timeline.printing.markup import NOTHING, joined, part
from timeline.printing.tongues import named, spoken

LINE = part(
    '<li><h2 class="head"><a href="%s">%s</a></h2>\n<p class="meta">%s<a href="%s#said">%s<span class="hidden">: %s</span></a></p></li>',
)
ABOUT = part("%s, ")


def lines(scope: TallyScope, rows: Iterable[Line]) -> SafeString:
    with one_language():
        return joined([_line(scope, one) for one in rows])


def _line(scope: TallyScope, row: Line) -> SafeString:
    own = link(scope.value, row.slug)  # the name of its table is that of its page
    counted = ngettext("%(shown)s statement", "%(shown)s statements", row.statements) % {"shown": f"{row.statements:,}"}
    return LINE(own, named(row.name), ABOUT(spoken(row.about)) if row.about else NOTHING, own, counted, named(row.name))
