"""On how many occasions, in words: the same on pages, in lists and in what a chart says to who cannot see it."""

from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext_lazy

from archive.enums import CountedAs

MOST_KEPT = 10_000  # of a few words each

WORDS: dict[str, Promise] = {
    CountedAs.SAYINGS: ngettext_lazy("said on %(shown)s occasion", "said on %(shown)s occasions", "number"),
    CountedAs.VARIANTS: ngettext_lazy(
        "said with another figure, date, place or name on %(shown)s occasion",
        "said with another figure, date, place or name on %(shown)s occasions",
        "number",
    ),
    CountedAs.NARROWER: ngettext_lazy("less of it said on %(shown)s occasion", "less of it said on %(shown)s occasions", "number"),
    CountedAs.WIDER: ngettext_lazy("more than it said on %(shown)s occasion", "more than it said on %(shown)s occasions", "number"),
    CountedAs.DENIALS: ngettext_lazy("denied on %(shown)s occasion", "denied on %(shown)s occasions", "number"),
    CountedAs.RELAYS: ngettext_lazy(
        "reported as another’s words on %(shown)s occasion", "reported as another’s words on %(shown)s occasions", "number"
    ),
    CountedAs.RETRACTED: ngettext_lazy(
        "in a retracted report of %(shown)s occasion", "in retracted reports of %(shown)s occasions", "number"
    ),
}


def occasions(figure: str, number: int) -> str:
    """“said on 14 occasions”."""
    return _occasions(figure, number, get_language())


@lru_cache(maxsize=MOST_KEPT)
def _occasions(figure: str, number: int, _language: str | None) -> str:
    return str(WORDS[figure] % {"number": number, "shown": f"{number:,}"})
