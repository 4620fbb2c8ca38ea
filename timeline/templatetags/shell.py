"""What every page has around its own: parts that are printed once, and the fields of a filter."""

from collections.abc import Iterable
from functools import cache
from typing import Any, ClassVar

from django import forms, template
from django.http import HttpRequest
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from archive.enums import TallyScope
from timeline import charts
from timeline.chronology import Entry
from timeline.conditional import address_of
from timeline.lists.facets import Facet
from timeline.lists.names import Line
from timeline.over_time.drawing import Chart
from timeline.printing import head as printed_head
from timeline.printing import histogram, rail, stated, strip
from timeline.printing import names as printed_names
from timeline.printing import pages as printed_pages
from timeline.printing.markup import NOTHING, part
from timeline.record.links import address
from timeline.record.profiles import Ranked

register = template.Library()

MOST_KEPT = 500  # printings; addresses that somebody makes up may add to them

TEXT = part('<div><label for="%s">%s</label><input type="text" name="%s"%s maxlength="%s" id="%s">%s</div>\n')
VALUE = part(' value="%s"')
HINT = part('<p class="hint">%s</p>')


class Kept(template.Node):
    """A part of a template, printed once a process for each language and each value of what it depends on."""

    child_nodelists = ()  # there is no block inside, for which Django would walk through all that is, for each page
    printed: ClassVar[dict[tuple[Any, ...], SafeString]] = {}  # of all parts

    def __init__(self, nodes: NodeList, depends_on: list[FilterExpression]) -> None:
        self.nodelist, self.depends_on = nodes, depends_on

    def render(self, context: Context) -> SafeString:
        key = (self, get_language(), *[one.resolve(context, ignore_failures=True) for one in self.depends_on])
        printed = self.printed.get(key)
        if printed is None:
            if len(self.printed) >= MOST_KEPT:
                self.printed.clear()
            printed = self.printed[key] = self.nodelist.render(context)
        return printed


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    """`{% kept site_name section %}…{% endkept %}`: what stands between depends on these values and on the language alone."""
    nodes = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(nodes, [parser.compile_filter(name) for name in token.split_contents()[1:]])


@register.simple_tag(takes_context=True)
def head(context: Context, title: str, description: str, kind: str = "website") -> SafeString:
    """What the head of a page tells of it. The one address of a list has its filter and its place in it."""
    request, chosen = context["request"], context.get("filter")
    cursor = request.GET.get("cursor", "") if context.get("page") else ""
    return printed_head.head(title, description, printed_head.canonical(request.path, chosen.query if chosen else "", cursor), kind)


@register.simple_tag(takes_context=True)
def pages(context: Context) -> SafeString:
    """The links to the pages before and after this one of its list."""
    names_place = not (context.get("is_ranked") or context.get("is_recorded"))
    return printed_pages.pages(context["page"], context["request"].GET, names_place=names_place)


@register.filter
def full_address(request: HttpRequest) -> str:
    """Of a page as it was asked for, with all that it depends on."""
    return address(address_of(request))


@register.simple_tag
def field(chosen: forms.Form, name: str, hint: str = "") -> SafeString:
    """A filter's field with its label; what is wrong with it, and the choices of each kind once a process, are printed by Django."""
    if chosen.errors.get(name):
        return _by_django(chosen, name, hint)
    given, asked = chosen.data.get(name) or "", chosen.fields[name]
    if isinstance(asked, forms.ChoiceField):
        return _choice(type(chosen), name, given, hint, get_language())
    value, note = VALUE(given) if given else NOTHING, HINT(hint) if hint else NOTHING
    place = chosen.auto_id % name
    return TEXT(place, asked.label, name, value, asked.max_length, place, note)


@cache
def _choice(form: type[forms.Form], name: str, given: str, hint: str, _language: str | None) -> SafeString:
    """Only what is a choice comes here, so these are few."""
    return _by_django(form({name: given}), name, hint)


def _by_django(chosen: forms.Form, name: str, hint: str) -> SafeString:
    return render_to_string("timeline/_field.html", {"field": chosen[name], "hint": hint})


@register.simple_tag(takes_context=True)
def choices(context: Context, facet: Facet) -> SafeString:
    return rail.choices(facet, context["request"].path)


@register.simple_tag
def names(scope: TallyScope, rows: Iterable[Line], query: str = "") -> SafeString:
    return printed_names.lines(scope, rows, query)


@register.simple_tag
def ranked(rows: Iterable[Ranked]) -> SafeString:
    return rail.ranked(rows)


@register.simple_tag
def taken(statements: Iterable[Entry]) -> SafeString:
    return rail.taken(statements)


@register.simple_tag
def years(row: charts.Strip) -> SafeString:
    return strip.years(row)


@register.simple_tag
def marks(row: charts.Row) -> SafeString:
    return strip.marks(row)


@register.simple_tag
def over(chart: Chart) -> SafeString:
    """What was stated, over the days on which it was."""
    return stated.marks(chart)


@register.simple_tag
def strip_rows(row: charts.Strip) -> SafeString:
    """The table behind a strip."""
    return strip.rows(row)


@register.simple_tag
def bars(chart: charts.Histogram) -> SafeString:
    return histogram.bars(chart)


@register.simple_tag
def bar_rows(chart: charts.Histogram) -> SafeString:
    return histogram.rows(chart)
