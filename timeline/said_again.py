"""What a public statement does to a claim, in a word or two: first recorded, said again so many days later, denied."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from archive.entries.histories import History
from archive.entries.reservations import Reservation
from archive.entries.ways import DENIED, RELAYED
from archive.entries.whens import When
from archive.enums import Likeness
from timeline.lists.named import ClaimName
from timeline.printing.language import gettext as _
from timeline.record.differing import differing, named
from timeline.record.gaps import before_words, since_words
from timeline.record.ways import NAMES


@dataclass(frozen=True)
class Tag:
    """What a statement does to a claim: “First recorded”, “Said again · 31 days later”."""

    label: str
    tone: str
    claim: ClaimName | None = None
    detail: str = ""


class Carried(NamedTuple):
    """A claim in the words of a statement: what these are to it (`role`, one of `archive.entries.marks`), the words, the day, what is on
    record before it, and of the first by which words it was said before."""

    role: str
    claim: ClaimName
    words: str
    said: When | None
    history: History
    reserved: Reservation | None = None


def tag_of(link: Carried) -> Tag:
    label, tone = LABELS[link.role](link)
    details = (_again(link), _gap(link), _turned(link), reserved_words(link.reserved) if link.reserved else "")
    return Tag(label, tone, link.claim, ", ".join(filter(None, details)))


def _first(link: Carried) -> tuple[str, str]:
    if link.reserved:
        return _("First recorded here"), "first"
    labels = {"undated": _("First recorded, of those dated"), "coarse": _("First recorded, as far as the dates tell")}
    return labels.get(link.history.unsure, _("First recorded")), "first"


def _said_again(link: Carried) -> tuple[str, str]:
    return (_("Said again") if link.history.is_said_before or link.history.is_repeated else _("Also said")), "again"


LABELS: dict[str, Callable[[Carried], tuple[str, str]]] = {
    "first": _first,
    "again": _said_again,
    "report": lambda link: (_("Reported again"), "again"),
    "repeat": lambda link: (_("Again in the same report"), "again"),
    "undated": lambda link: (_("Said, undated"), "again"),
    Likeness.VARIANT: lambda link: (differing(link.claim.text, link.words), "aside"),
    Likeness.NARROWER: lambda link: (_("Says less"), "aside"),
    Likeness.WIDER: lambda link: (_("Says more"), "aside"),
    DENIED: lambda link: (_("Denied"), "denied"),
    "retracted": lambda link: (_("In a retracted report"), "aside"),
    RELAYED: lambda link: (_("Reports another’s words"), "aside"),
}


def _again(link: Carried) -> str:
    """That the same stands on record already, of the same occasion or in the same report."""
    role, history = link.role, link.history
    if role == "repeat" or not (history.is_repeated or history.is_answered):
        return ""
    if role == "report":
        return _("of the same occasion")
    if history.in_same_article:
        return _("again in the same report")
    return _("reported again") if history.is_report and role != "again" else _("on the same occasion")


def _gap(link: Carried) -> str:
    """How long after the entry before it, which is named where it was no saying."""
    since, after = link.history.since, link.history.after
    if link.said is None or since is None:
        return ""
    what = named(link.claim.text, link.history.after_words) if after == Likeness.VARIANT else str(NAMES.get(after, ""))
    return since_words(since, link.said, what)


def _turned(link: Carried) -> str:
    """That one of its speakers said the contrary, and how many days before."""
    if link.history.turned_from is None or link.said is None:
        return ""
    return _("said the opposite %(days)s") % {"days": before_words(link.history.turned_from, link.said)}


def reserved_words(reservation: Reservation) -> str:
    words = {"words": reservation.words}
    if reservation.by_speaker:
        return _("the speaker says it was said before: “%(words)s”") % words
    return _("the report says it was said before: “%(words)s”") % words
