"""The days between two entries: counted, and told in words.

Nothing here says “later” or “after” of what may have been said before: of two entries of one day, or of two times that overlap, no order
is told. A day that is only that of publication is about the day of saying.
"""

from archive import edtf
from archive.entries.whens import When, is_in_order
from timeline.printing.language import gettext as _
from timeline.printing.language import ngettext


def days(before: When, after: When) -> tuple[int, int]:
    """Fewest and most days from the one to the other, whichever of them was first."""
    fewest, most = edtf.days_between(before.date, after.date)
    return max(0, fewest), max(-fewest, most)


def is_vague(before: When, after: When) -> bool:
    return before.is_vague or after.is_vague


def days_words(before: When, after: When) -> str:
    """“31 days”, “2,271 to 2,635 days”, “up to 30 days”, “about 3 days”."""
    fewest, most = days(before, after)
    if 0 < fewest < most:
        words = _("%(fewest)s to %(most)s days") % {"fewest": f"{fewest:,}", "most": f"{most:,}"}
    else:
        words = _days(most) if fewest == most else _("up to %(days)s") % {"days": _days(most)}
    return _about(words, before, after)


def since_words(before: When, after: When, what: str = "") -> str:
    """“31 days later”, “31 days after a denial”, “the same day as a denial”, “within 30 days of a denial”. Of a saying `what` is empty."""
    fewest, most = days(before, after)
    if fewest > 0:
        words = {"days": days_words(before, after), "what": what}
        return _("%(days)s after %(what)s") % words if what else _("%(days)s later") % words
    if most == 0:
        return _on_one_day(before, after, what)
    within = {"days": _about(_days(most), before, after), "what": what or _("another saying")}
    return _("within %(days)s of %(what)s") % within


def _on_one_day(before: When, after: When, what: str) -> str:
    if is_in_order(before, after):
        return _("the same day, after %(what)s") % {"what": what} if what else _("later the same day")
    day = _about(_("the same day"), before, after)
    return _("%(day)s as %(what)s") % {"day": day, "what": what} if what else day


def before_words(before: When, after: When) -> str:
    """“31 days before”, “the same day”."""
    if days(before, after)[1] == 0:
        return _about(_("the same day"), before, after)
    return _("%(days)s before") % {"days": days_words(before, after)}


def _days(number: int) -> str:
    return ngettext("%(days)s day", "%(days)s days", number) % {"days": f"{number:,}"}


def _about(words: str, before: When, after: When) -> str:
    return _("about %(days)s") % {"days": words} if is_vague(before, after) else words
