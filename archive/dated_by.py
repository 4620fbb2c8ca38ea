"""What dated a statement, in everyday words. The names of the rules stay in code, rows and JSON."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BY_HAND = "entered by an editor"  # a rule's name begins so where a person typed the date; how it was read may follow
DATED_BY: dict[str, str | Promise] = {
    "event phrase": _("dated by the event that is named beside the words"),
    "event phrase, told before": _("dated by a sentence before"),
    "date beside the words": _("dated by the day that stands beside the words"),
    "date beside the words, told before": _("dated by a sentence before"),
    "published on": _("dated by the day on which the words were given out"),
    "published on, told before": _("dated by a sentence before"),
    "dateline": _("dated by the day at the head of the report"),
    "heading": _("dated by the day in a heading"),
    "day of the sitting": _("dated by the day of the sitting, as its heading tells"),
    "day of the scene": _("dated by a sentence before"),
    "publication": _("dated by the day of publication"),
}


def dated_by(rule: str) -> str:
    """What a reader is told of a rule; nothing where there is none."""
    if not rule:
        return ""
    return str(_("date set by an editor") if rule.startswith(BY_HAND) else DATED_BY.get(rule, _("read from the text")))
