"""Claims as markup: the rows of a list of them, and the head of the page of one.

{% claims rows %}

A row that was printed before is not printed again as long as it stays what it is.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from django.template.loader import render_to_string
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language

from archive import edtf
from archive.enums import CountedAs
from timeline.lists.claims import ClaimRow, Figures, fact_checks_of
from timeline.lists.paging import ON_A_PAGE, Count
from timeline.over_time.of_claim import NOTHING as NOTHING_STATED
from timeline.over_time.of_claim import over_time
from timeline.printing.addresses import address, link, list_address
from timeline.printing.language import ngettext, one_language
from timeline.printing.language import word as _
from timeline.printing.markup import NOTHING, joined, part
from timeline.printing.spine import date
from timeline.printing.tongues import named, spoken
from timeline.record.claims import silence_of, strip_by_speaker, strip_of_all
from timeline.record.counting import told_of

MOST_PRINTED = 1_000  # rows a process keeps, of some 2 kB each

ROW = part('<li>\n<h2 class="head"><a href="%s">%s</a></h2>\n<p class="meta">%s\n%s</p>%s\n</li>')
WITHIN = part('<p class="meta"><a rel="nofollow" href="%s?%s">%s<span class="hidden">: %s</span></a></p>')
FIGURE = part('<a href="%s">%s<span class="hidden">: %s</span></a>')
FIRST = part(" · %s%s %s%s")
LAST = part(", %s%s %s")
REPORTED = part(" %s")


def head(claim: ClaimRow) -> SafeString:
    """What is told of the whole claim, on whichever page of its trail. Of one that was said often, a line of all speakers, which leads to a
    page of its own for what is drawn of each, and the tables: they would weigh more than the trail."""
    is_often = _reports(claim.tally) > ON_A_PAGE
    told = {
        "told": told_of(claim),
        "silence": silence_of(claim.tally),
        "strip": strip_of_all(claim.id) if is_often else strip_by_speaker(claim.id),
        "apart": address("claim-over-time", claim.slug) if is_often else "",
        "over_time": NOTHING_STATED if is_often else over_time(claim),
        "checks": fact_checks_of([claim.id]).get(claim.id, ()),
    }
    return render_to_string("timeline/_claim.html", {"claim": claim, **told})


def _reports(figures: Figures) -> int:
    """How much there is to draw and to list, about: whatever was read of the claim."""
    return figures.reports + sum(getattr(figures, one.value) for one in CountedAs if one != CountedAs.SAYINGS)


def charts(claim: ClaimRow) -> SafeString:
    """All that is drawn of it, with the tables behind."""
    told = {"claim": claim, "strip": strip_by_speaker(claim.id), "over_time": over_time(claim)}
    return SafeString("".join(render_to_string(f"timeline/{name}.html", told) for name in ("_said_when", "_over_time")))


def rows(claims: Iterable[ClaimRow], counts: Mapping[str, Count] = MappingProxyType({}), query: str = "") -> SafeString:
    """`counts`: by their numbers, how many of the statements that pass a filter are linked to each; `query`: that filter."""
    language = get_language()
    with one_language():
        return joined([printed(one, _within(one, counts.get(str(one.id)), query), language) for one in claims])


def _within(claim: ClaimRow, count: Count | None, query: str) -> SafeString:
    if count is None:
        return NOTHING
    asked = f"{query}&{urlencode({'claim': claim.slug})}"
    words = ngettext("%(shown)s statement with these filters", "%(shown)s statements with these filters", count.number)
    return WITHIN(list_address("chronology"), asked, words % {"shown": count}, claim.text)


@lru_cache(maxsize=MOST_PRINTED)
def printed(claim: ClaimRow, within: SafeString, _language: str | None) -> SafeString:
    return row(claim, within)


def row(claim: ClaimRow, within: SafeString = NOTHING) -> SafeString:
    return ROW(link("claim", claim.slug), named(claim.text), _figures(claim), _times(claim.tally), within)


def _figures(claim: ClaimRow) -> SafeString:
    told, of = told_of(claim), spoken(claim.text)
    return joined([FIGURE(one.url, one.words if number else capfirst(one.words), of) for number, one in enumerate(told)], ", ")


def _times(tally: Figures) -> SafeString:
    """When it was said first and last."""
    if not tally.first_said:
        return NOTHING
    last = _last(tally) if tally.last_said != tally.first_said else NOTHING
    return FIRST(_("first"), _reported(tally.first_is_reported), date(edtf.parse(tally.first_said)), last)


def _last(tally: Figures) -> SafeString:
    return LAST(_("last"), _reported(tally.last_is_reported), date(edtf.parse(tally.last_said)))


def _reported(is_reported: bool) -> SafeString:
    return REPORTED(_("reported")) if is_reported else NOTHING
