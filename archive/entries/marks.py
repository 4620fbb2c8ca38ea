"""What a statement does to a claim, in one word for programs: first, again, denied."""

from archive.entries.histories import History
from archive.entries.ways import DENIED, RELAYED
from archive.enums import Stance
from archive.models import Occurrence

ROLES = ("first", "again", "report", "repeat", "undated", "variant", "narrower", "wider", "denied", "relayed", "retracted")


def role_of(link: Occurrence, history: History) -> str:
    """One word of ROLES."""
    if link.is_saying and not link.counts:
        return "retracted"
    if link.stance != Stance.ASSERTS:
        return {Stance.DENIES: DENIED, Stance.RELAYS: RELAYED}[Stance(link.stance)]
    if not link.is_saying:
        return link.likeness
    if history.in_same_article:
        return "repeat"
    if history.is_repeated:
        return "report" if history.is_report else "again"
    if link.statement.said is None:
        return "undated"
    return "first" if history.is_first else "again"
