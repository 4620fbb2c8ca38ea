"""How sure it is that two texts say the same, and why, in everyday words."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.matching import Match
from archive.matching.aloud import Sides, sentence


class Grade(NamedTuple):
    words: str | Promise
    tone: str


UNLIKELY = Grade(_("Only somewhat alike"), "aside")
# By what the engine calls a pair.
GRADES: dict[str, Grade] = {
    "same": Grade(_("Very likely the same"), "first"),
    "possible": Grade(_("May be the same"), "again"),
    "variant": Grade(_("May be the same, told otherwise in one thing"), "again"),
    "narrower": Grade(_("May say more or less than your text"), "aside"),
    "reversal": Grade(_("May say the opposite"), "denied"),
    "denies": Grade(_("May be denied here"), "denied"),
    "asked": Grade(_("May be asked here, and not said"), "aside"),
    "supposed": Grade(_("May be supposed here, and not said"), "aside"),
    "none": UNLIKELY,
}
OF_SPEAKERS = ("the later speaker", "both speakers")  # how reasons begin that the grade tells already


def is_sure(match: Match) -> bool:
    """Likely or possible, so that it is listed as found."""
    return match.band != "none"


def grade_of(match: Match) -> Grade:
    return GRADES[match.label] if is_sure(match) else UNLIKELY


def reasons_of(match: Match) -> str:
    """Why, as a sentence: “Both have 'dam' and 'water'; the number agrees: 40,000.”"""
    told = [reason for reason in match.reasons if not reason.startswith(OF_SPEAKERS)]
    return sentence(told, Sides(gettext("your text"), gettext("the statement")))
