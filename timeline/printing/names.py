"""The lines of a list of speakers or outlets. `query`: the filter of their statements, if they are not all."""

from collections.abc import Iterable

from django.utils.safestring import SafeString

from archive.enums import TallyScope
from timeline.lists.names import Line
from timeline.lists.paging import Count
from timeline.printing.addresses import link
from timeline.printing.language import ngettext, one_language
from timeline.printing.markup import joined, part
from timeline.printing.tongues import named, spoken

LINE = part(
    '<li><h2 class="head"><a href="%s">%s</a></h2>\n<p class="meta">%s</p></li>',
)
COUNTED = part('<a href="%s#said">%s<span class="hidden">: %s</span></a>')
COUNTED_WITHIN = part('<a rel="nofollow" href="%s?%s#said">%s<span class="hidden">: %s</span></a>')


def lines(scope: TallyScope, rows: Iterable[Line], query: str = "") -> SafeString:
    with one_language():
        return joined([_line(scope, one, query) for one in rows])


def _line(scope: TallyScope, row: Line, query: str) -> SafeString:
    own = link(scope.value, row.slug)  # the name of its table is that of its page
    told = [spoken(row.about)] if row.about else []
    if row.statements:
        words = counted(row.statements), named(row.name)
        told.append(COUNTED_WITHIN(own, query, *words) if query else COUNTED(own, *words))
    return LINE(own, named(row.name), joined(told, ", "))


def counted(statements: Count) -> str:
    return ngettext("%(shown)s statement", "%(shown)s statements", statements.number) % {"shown": statements}
