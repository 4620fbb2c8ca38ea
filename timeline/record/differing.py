"""In what a variant differs from its claim, as far as figures tell: in a figure, in a date, or in something else."""

from django.utils.translation import gettext as _

from archive.matching.numbers import quantities, unmatched

DATES = ("year", "day")


def differing(claim: str, words: str) -> str:
    """“Other figure”, “Other date”, or “Says it otherwise” where no figure stands in the place of another."""
    ours, theirs = quantities(words), quantities(claim)
    changed = {one.kind in DATES for one in unmatched(ours, theirs) if any(one.conflicts(other) for other in unmatched(theirs, ours))}
    if False in changed:
        return _("Other figure")
    return _("Other date") if True in changed else _("Says it otherwise")
