"""What a public statement does to a claim, in a word or two: first recorded, said again so many days later, denied."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.entries.histories import History
from archive.entries.marks import role_of
from archive.entries.reservations import Reservation, reservation_of
from archive.entries.ways import DENIED, RELAYED
from archive.entries.whens import When, when_of
from archive.enums import Likeness
from archive.models import Claim, Occurrence
from timeline.record.differing import differing, named
from timeline.record.gaps import before_words, since_words
from timeline.record.ways import NAMES


@dataclass(frozen=True)
class Tag:
    """What a statement does to a claim: “First recorded”, “Said again · 31 days later”."""

    label: str
    tone: str
    claim: Claim | None = None
    detail: str = ""


def tag_of(link: Occurrence, history: History) -> Tag:
    role, said = role_of(link, history), when_of(link.statement)
    label, tone = LABELS[role](link, history)
    details = (_again(role, history), _gap(link, said, history), _turned(said, history), _reserved(role, link))
    return Tag(label, tone, link.claim, ", ".join(filter(None, details)))


def _first(link: Occurrence, history: History) -> tuple[str, str]:
    if reservation_of(link):
        return _("First recorded here"), "first"
    labels = {"undated": _("First recorded, of those dated"), "coarse": _("First recorded, as far as the dates tell")}
    return labels.get(history.unsure, _("First recorded")), "first"


def _variant(link: Occurrence, history: History) -> tuple[str, str]:
    return differing(link.claim.text, link.words), "aside"


LABELS: dict[str, Callable[[Occurrence, History], tuple[str, str]]] = {
    "first": _first,
    "again": lambda link, history: (_("Said again") if history.is_said_before or history.is_repeated else _("Also said"), "again"),
    "report": lambda link, history: (_("Reported again"), "again"),
    "repeat": lambda link, history: (_("Again in the same report"), "again"),
    "undated": lambda link, history: (_("Said, undated"), "again"),
    Likeness.VARIANT: _variant,
    Likeness.NARROWER: lambda link, history: (_("Says less"), "aside"),
    Likeness.WIDER: lambda link, history: (_("Says more"), "aside"),
    DENIED: lambda link, history: (_("Denied"), "denied"),
    "retracted": lambda link, history: (_("In a retracted report"), "aside"),
    RELAYED: lambda link, history: (_("Reports another’s words"), "aside"),
}


def _again(role: str, history: History) -> str:
    """That the same stands on record already, of the same occasion or in the same report."""
    if role == "repeat" or not (history.is_repeated or history.is_answered):
        return ""
    if role == "report":
        return _("of the same occasion")
    if history.in_same_article:
        return _("again in the same report")
    return _("reported again") if history.is_report and role != "again" else _("on the same occasion")


def _gap(link: Occurrence, said: When | None, history: History) -> str:
    """How long after the entry before it, which is named where it was no saying."""
    since = history.since
    if said is None or since is None:
        return ""
    what = named(link.claim.text, history.after_words) if history.after == Likeness.VARIANT else str(NAMES.get(history.after, ""))
    return since_words(since, said, what)


def _turned(said: When | None, history: History) -> str:
    """That one of its speakers said the contrary, and how many days before."""
    if history.turned_from is None or said is None:
        return ""
    return _("said the opposite %(days)s") % {"days": before_words(history.turned_from, said)}


def _reserved(role: str, link: Occurrence) -> str:
    reservation = reservation_of(link) if role == "first" else None
    return reserved_words(reservation) if reservation else ""


def reserved_words(reservation: Reservation) -> str:
    words = {"words": reservation.words}
    if reservation.by_speaker:
        return _("the speaker says it was said before: “%(words)s”") % words
    return _("the report says it was said before: “%(words)s”") % words
