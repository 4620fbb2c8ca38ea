"""How the words of a statement stand to the fullest report of a passage, and which words differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive import matching
from timeline.quoting.passages import NEAR
from timeline.quoting.said import Said
from timeline.record.comparing import Wording, tidied

EDGES = " .,;:!?…"
MOST_LEFT_OUT = 12  # words in a row that are shown as left out; of more of them the ends

ALONE, FULLEST, VERBATIM, CUT, NEARLY, OTHERWISE = WAYS = "alone", "fullest", "verbatim", "cut", "nearly", "otherwise"
LABELS: dict[str, str | Promise] = {
    ALONE: _("Only here"),
    FULLEST: _("Fullest report"),
    VERBATIM: _("Word for word"),
    CUT: _("Cut"),
    NEARLY: _("Nearly the same words"),
    OTHERWISE: _("In other words"),
}


@dataclass(frozen=True)
class Quote:
    """A statement in the place of its outlet. `wording` is empty where no words are marked: they are the same, or all others."""

    said: Said
    way: str
    wording: tuple[Wording, ...] = ()

    @property
    def label(self) -> str:
        return str(LABELS[self.way])

    @property
    def is_translation(self) -> bool:
        return bool(self.said.shown["translation_of"])


def quote_of(said: Said, fullest: Said | None, *, is_alone: bool = False) -> Quote:
    """`fullest`: the fullest report of the passage in the language of the statement, if there is one."""
    if said is fullest:
        return Quote(said, ALONE if is_alone else FULLEST)
    if fullest is None:
        return Quote(said, OTHERWISE)
    if said.words == fullest.words:
        return Quote(said, VERBATIM)
    if part := _part_of(fullest.shown["text"], said.shown["text"]):
        return Quote(said, CUT, _shortened(part))
    changes = matching.changed_words(fullest.shown["text"], said.shown["text"])
    if all(one.op != "added" for one in changes):
        return Quote(said, CUT, _shortened(tidied(changes)))
    kept = sum(len(one.words.split()) for one in changes if one.op == "same")
    if kept >= NEAR * len(said.shown["text"].split()):
        return Quote(said, NEARLY, _shortened(tidied(changes)))
    return Quote(said, OTHERWISE)


def _part_of(whole: str, part: str) -> list[Wording]:
    """What stands before a part of a text, the part, and what stands behind it; nothing where it is no part as it is written."""
    before, found, behind = whole.partition(part.strip(EDGES))
    pieces = ("removed", before.strip()), ("same", found), ("removed", behind.strip(EDGES))
    return [Wording(op, words) for op, words in pieces if words] if found else []


def _shortened(wording: Sequence[Wording]) -> tuple[Wording, ...]:
    return tuple([Wording(one.op, _ends_of(one.words.split())) if one.op == "removed" else one for one in wording])


def _ends_of(words: list[str]) -> str:
    half = MOST_LEFT_OUT // 2
    return " ".join(words if len(words) <= MOST_LEFT_OUT else [*words[:half], "…", *words[-half:]])
