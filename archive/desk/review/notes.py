"""What stands beside the fields of a card: doubts, refusals and what others saved, each with its ways out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.errors import Doubt, Refused
from archive.models import Statement
from archive.models.history import type_of

WORDS, SPEAKER, DAY, CARD = "words", "speaker", "said_on", "card"
SHOWN = (WORDS, SPEAKER, DAY, "undated", "kind", "force", "occasion")  # what has its notes beside it; all else stands beside the buttons
THEIRS = "theirs:"  # an act: take what somebody else saved in the field named behind it
ABOUT = {
    "no-speaker": SPEAKER,
    "unknown-speaker": SPEAKER,
    "odd-name": SPEAKER,
    "unsure-speaker": SPEAKER,
    "no-date": DAY,
    "in-the-future": DAY,
    "after-published": DAY,
    "published-otherwise": DAY,
    "before-outlet": DAY,
    "before-speaker": DAY,
}  # all others are about the words
FIELDS = {"text": WORDS, "place": WORDS, "start": WORDS, "end": WORDS, "span": WORDS, "speakers": SPEAKER}


@dataclass(frozen=True)
class Way:
    """A way out: a button that does this act of the card, or a page to look at."""

    label: Any
    act: str = ""
    address: str = ""


@dataclass(frozen=True)
class Note:
    """A sentence beside a field. `seen` stands for a doubt that the person may confirm."""

    told: str
    ways: tuple[Way, ...] = ()
    seen: str = ""


def _to(row: models.Model | None) -> tuple[Way, ...]:
    """To look at it."""
    if row is None:
        return ()
    if isinstance(row, Statement):
        page = reverse("desk:document", args=[row.document.public_id])
        return (Way(_("Open the other statement"), address=f"{page}?from={row.start}-{row.end}#card-{row.public_id}"),)
    return (Way(_("Open the answer"), address=reverse(f"admin:archive_{type_of(row)}_change", args=[row.pk])),)


def _always(*ways: Way) -> Callable[[Doubt], tuple[Way, ...]]:
    return lambda doubt: ways


NAMING = _always(Way(_("Take the proposed speaker"), "take-proposed"), Way(_("Enter as a new speaker"), "name-speakers"))
ENDS = _always(Way(_("Put the ends right"), "mend-ends"))
WAYS: Mapping[str, Callable[[Doubt], tuple[Way, ...]]] = {
    "unknown-speaker": NAMING,
    "no-date": _always(Way(_("No date can be found"), "undated")),
    "published-otherwise": _always(Way(_("Take the day of publication"), "day-of-publication")),
    "same-words": lambda doubt: _to(doubt.about),
    "mid-word": ENDS,
    "on-a-space": ENDS,
    "on-marks": ENDS,
}


def notes_of(doubts: Iterable[Doubt]) -> dict[str, list[Note]]:
    """By the field that each is about."""
    found: dict[str, list[Note]] = defaultdict(list)
    for one in doubts:
        found[ABOUT.get(one.key, WORDS)].append(Note(one.told, WAYS.get(one.key, _always())(one), one.seen))
    return found


def refusal_of(refusal: Refused) -> dict[str, list[Note]]:
    """Of a stage, beside the field that it is about, or else beside the buttons."""
    return {_field(refusal.about): [Note(str(refusal), _to(refusal.other))]}


def refusals_of(errors: Mapping[str, Iterable[str]]) -> dict[str, list[Note]]:
    """Of a form, by the field."""
    found: dict[str, list[Note]] = defaultdict(list)
    for name, told in errors.items():
        found[_field(name)] += [Note(str(one)) for one in told]
    return found


def of_both(names: Iterable[str], shown: Callable[[str], Any]) -> dict[str, list[Note]]:
    """Of fields that somebody else saved while this person typed: theirs, which may be taken."""
    found: dict[str, list[Note]] = defaultdict(list)
    for name in names:
        told = _("Saved meanwhile by somebody else: %s.") % (shown(name) or "–")
        found[_field(name)].append(Note(told, (Way(_("Take theirs"), f"{THEIRS}{name}"),)))
    return found


def _field(name: str) -> str:
    field = SPEAKER if name.partition("_")[0] in ("who", "name", "role", "meant") else FIELDS.get(name, name)
    return field if field in SHOWN else CARD
