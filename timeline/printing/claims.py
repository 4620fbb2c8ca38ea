"""Claims as markup: the rows of a list of them, and the head of the page of one.

{% claims rows %}

A row that was printed before is not printed again as long as it stays what it is.
"""

from collections.abc import Iterable
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language

from archive import edtf
from timeline.lists.claims import ClaimRow, Figures, fact_checks_of
from timeline.over_time.of_claim import over_time
from timeline.printing.addresses import link
from timeline.printing.language import one_language
from timeline.printing.language import word as _
from timeline.printing.markup import NOTHING, joined, part
from timeline.printing.spine import date
from timeline.printing.tongues import named
from timeline.record.claims import silence_of, strip_by_speaker
from timeline.record.counting import Told, told_of

MOST_PRINTED = 1_000  # rows a process keeps, of some 2 kB each

ROW = part('<li>\n<h2 class="head"><a href="%s">%s</a></h2>\n<p class="meta">%s\n%s</p>\n</li>')
FIGURE = part('<a href="%s">%s</a>')
FIRST = part(" · %s%s %s%s")
LAST = part(", %s%s %s")
REPORTED = part(" %s")


def head(claim: ClaimRow) -> SafeString:
    """What is told of the whole claim, on whichever page of its trail."""
    told = {
        "told": told_of(claim),
        "silence": silence_of(claim.tally),
        "strip": strip_by_speaker(claim.id),
        "over_time": over_time(claim),
        "checks": fact_checks_of([claim.id]).get(claim.id, ()),
    }
    return render_to_string("timeline/_claim.html", {"claim": claim, **told})


def rows(claims: Iterable[ClaimRow]) -> SafeString:
    language = get_language()
    with one_language():
        return joined([printed(one, language) for one in claims])


@lru_cache(maxsize=MOST_PRINTED)
def printed(claim: ClaimRow, _language: str | None) -> SafeString:
    return row(claim)


def row(claim: ClaimRow) -> SafeString:
    return ROW(link("claim", claim.slug), named(claim.text), _figures(told_of(claim)), _times(claim.tally))


def _figures(told: list[Told]) -> SafeString:
    return joined([FIGURE(one.url, one.words if number else capfirst(one.words)) for number, one in enumerate(told)], ", ")


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
