"""What a public statement does to a claim, in a word or two: first recorded, said again so many days later, denied."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive import edtf
from archive.enums import Stance
from archive.models import Claim, Occurrence
from timeline.record.histories import History


@dataclass(frozen=True)
class Tag:
    """What a statement does to a claim: “First recorded”, “Said again · 31 days later”."""

    label: str
    tone: str
    claim: Claim | None = None
    detail: str = ""


def role_of(link: Occurrence, history: History) -> str:
    """What the tag says, in one word of ROLES for programs."""
    if link.is_saying and not link.counts:
        return "retracted"
    if link.stance != Stance.ASSERTS:
        return {Stance.DENIES: "denied", Stance.RELAYS: "relayed"}[Stance(link.stance)]
    if not link.is_saying:
        return link.likeness
    if history.is_repeated:
        return "report" if history.is_report else "again"
    if link.statement.said is None:
        return "undated"
    return "again" if history.before else "first"


ROLES = ("first", "again", "report", "undated", "variant", "narrower", "wider", "denied", "relayed", "retracted")


def tag_of(link: Occurrence, said: edtf.Edtf | None, history: History) -> Tag:
    if link.is_saying and not link.counts:
        return Tag(_("In a retracted report"), "aside", link.claim)
    if link.stance == Stance.DENIES:
        return Tag(_("Denied"), "denied", link.claim, _reversal(said, history))
    if link.stance == Stance.RELAYS:
        return Tag(_("Relayed"), "aside", link.claim)
    if not link.is_saying:
        return Tag({"variant": _("Variant"), "narrower": _("Narrower"), "wider": _("Wider")}[link.likeness], "aside", link.claim)
    if history.is_report:
        return Tag(_("Reported again"), "again", link.claim, _("of the same occasion"))
    if history.is_repeated:
        return Tag(_("Said again"), "again", link.claim, _("on the same occasion"))
    if said is None:
        return Tag(_("Said, undated"), "again", link.claim)
    turned = _("a reversal") if history.turned_from else ""
    if history.before is None:
        return Tag(_("First recorded"), "first", link.claim, turned)
    return Tag(_("Said again"), "again", link.claim, ", ".join(filter(None, (days_words(history.before, said), turned))))


def _reversal(said: edtf.Edtf | None, history: History) -> str:
    """That one of its speakers said the contrary, and how many days before."""
    if history.turned_from is None:
        return ""
    return _("a reversal, %(days)s") % {"days": days_words(history.turned_from, said)} if said else _("a reversal")


def days_words(before: edtf.Edtf, after: edtf.Edtf) -> str:
    """“31 days later”; a range where one of the two dates is coarse, and “about” where one is approximate or uncertain."""
    fewest, most = days(before, after)
    if most == 0:
        return _("the same day")
    if fewest == most:
        words = ngettext("%(days)s day later", "%(days)s days later", most) % {"days": f"{most:,}"}
    elif fewest == 0:
        words = ngettext("up to %(days)s day later", "up to %(days)s days later", most) % {"days": f"{most:,}"}
    else:
        words = _("%(fewest)s to %(most)s days later") % {"fewest": f"{fewest:,}", "most": f"{most:,}"}
    return _("about %(days)s") % {"days": words} if is_vague(before, after) else words


def days(before: edtf.Edtf, after: edtf.Edtf) -> tuple[int, int]:
    """Fewest and most days from the one to the other."""
    fewest, most = (max(0, count) for count in edtf.days_between(before, after))
    return fewest, most


def is_vague(*dates: edtf.Edtf) -> bool:
    return any(date.approximate or date.uncertain for date in dates)
