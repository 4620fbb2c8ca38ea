"""In what a variant differs from its claim, as far as figures tell: in a figure, in a date, or in something else."""

from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.matching.numbers import quantities, unmatched

DATES = ("year", "day")
LABELS: dict[str, str | Promise] = {"figure": _("Other figure"), "date": _("Other date"), "": _("Says it otherwise")}
NAMES: dict[str, str | Promise] = {"figure": _("another figure"), "date": _("another date"), "": _("words that say it otherwise")}


def differing(claim: str, words: str) -> str:
    """“Other figure”, “Other date”, or “Says it otherwise” where no figure stands in the place of another."""
    return str(LABELS[_differs_in(claim, words)])


def named(claim: str, words: str) -> str:
    """The same in the middle of a sentence: “31 days after another figure”."""
    return str(NAMES[_differs_in(claim, words)])


@lru_cache(maxsize=2_000)
def _differs_in(claim: str, words: str) -> str:
    ours, theirs = quantities(words), quantities(claim)
    changed = {one.kind in DATES for one in unmatched(ours, theirs) if any(one.conflicts(other) for other in unmatched(theirs, ours))}
    if False in changed:
        return "figure"
    return "date" if True in changed else ""
