"""What a person is asked about two sayings, and what the page shows of it: both sides in their context, why, what they carry already."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.admin.base.links import Span
from archive.admin.claims.pair import apart, changes_of
from archive.desk.pairs.answers import Offered, offered
from archive.entries.ways import DENIED, RELAYED, SAID, way_of
from archive.enums import Likeness
from archive.linking.side import Side, Sides
from archive.matching import Change
from archive.matching.aloud import sentence
from archive.models import Claim, Occurrence, Statement, Suggestion
from archive.models.claim import LONGEST_CLAIM

CARRIES = {
    SAID: gettext_lazy("says"),
    DENIED: gettext_lazy("denies"),
    RELAYED: gettext_lazy("reports another’s words"),
    Likeness.VARIANT: gettext_lazy("says with another figure, date, place or name"),
    Likeness.NARROWER: gettext_lazy("says less, or of fewer"),
    Likeness.WIDER: gettext_lazy("says more, or of more"),
}
CONTEXT = 240  # characters either side of the words
SPACES = re.compile(r"\s+")
BESIDE_ITS_WORDS = ("the later speaker ", "both speakers ")  # how the reason begins that tells how the speakers hold the words
LEADS_IN = re.compile(r"^(?:that|whether)\s+", re.IGNORECASE)
EDGES = " \t\n\"'“”„«»‘’…,;:–—-("


@dataclass(frozen=True)
class ShownSide:
    """One side as the page shows it; `differs` is where its words are other than those of the other side, counted in them."""

    heading: str
    side: Side
    links: Sequence[Occurrence]
    differs: Sequence[Span] = ()

    @property
    def statement(self) -> Statement:
        return self.side.statement

    @property
    def before(self) -> str:
        """What stands before its words, from a whole word on."""
        text = self.statement.document.text[: self.side.start]
        near = text[-CONTEXT:]
        return in_a_line(near if near == text else f"… {near.partition(' ')[2]}")

    @property
    def after(self) -> str:
        text = self.statement.document.text[self.side.end :]
        near = text[:CONTEXT]
        return in_a_line(near if near == text else f"{near.rpartition(' ')[0]} …")

    @property
    def parts(self) -> list[tuple[str, bool]]:
        return in_parts(self.side.words, self.differs)

    @property
    def carries(self) -> list[tuple[str, Claim]]:
        """How its words stand to each claim that they carry."""
        return [(str(CARRIES[way_of(link.stance, link.likeness)]), link.claim) for link in self.links]

    @property
    def claims(self) -> list[Claim]:
        return list(dict.fromkeys(link.claim for link in self.links))


@dataclass(frozen=True)
class Question:
    """Two sayings: what are the later words to the earlier? With the machine's proposal where it made one."""

    sides: Sides
    suggestion: Suggestion | None = None
    address: str = ""

    @classmethod
    def of(cls, suggestion: Suggestion) -> "Question":
        return cls(Sides.of(suggestion), suggestion, reverse("desk:pair", args=[suggestion.pk]))

    @property
    def is_chosen(self) -> bool:
        """By a person, who may choose too which words of each are compared."""
        return self.suggestion is None

    @property
    def skip(self) -> str:
        """Where it goes on without an answer."""
        return reverse("desk:next-pair", args=[self.suggestion.pk]) if self.suggestion else ""

    @property
    def answers(self) -> list[Offered]:
        return offered(self.sides.side.statement.force, self.sides.other.statement.force)

    @cached_property
    def changes(self) -> list[Change]:
        """The words that changed; nothing where the wording is another throughout."""
        return changes_of(self.sides.other.words, self.sides.side.words)

    @property
    def same_words(self) -> bool:
        return {change.op for change in self.changes} == {"same"}

    @cached_property
    def shown(self) -> tuple[ShownSide, ShownSide]:
        """The earlier and the later."""
        later, earlier = self.sides.side, self.sides.other
        ours, theirs = self._differing
        return ShownSide(_("Earlier"), earlier, carried_by(earlier), theirs), ShownSide(_("Later"), later, carried_by(later), ours)

    @property
    def _differing(self) -> list[list[Span]]:
        """In the later words and in the earlier: as the guards found it, or else word by word."""
        places = self.suggestion.places if self.suggestion else []
        if places:
            return [apart(span for span in side if span) for side in zip(*places, strict=True)]
        return [[(change.start, change.end) for change in self.changes if change.op == op] for op in ("added", "removed")]

    @property
    def claims(self) -> list[Claim]:
        """What either side carries: first what both do."""
        earlier, later = (side.claims for side in self.shown)
        both = [one for one in earlier if one in later]
        return list(dict.fromkeys([*both, *earlier, *later]))

    @property
    def chosen(self) -> Claim | None:
        """The claim that an answer is about, where that is plain."""
        earlier, later = (side.claims for side in self.shown)
        known = [one for one in earlier if one in later] or self.claims
        return known[0] if len(known) == 1 else None

    @property
    def proposed(self) -> str:
        """Words for a claim where no side carries one: the shorter saying by itself."""
        return "" if self.claims else in_neutral_words(min((self.sides.other.words, self.sides.side.words), key=len))

    @cached_property
    def _warnings(self) -> int:
        """How many of the reasons, which stand first, speak against it."""
        if not self.suggestion:
            return 0
        first = self.suggestion.reasons[:1]
        return len(self.suggestion.places) + any(reason.startswith(BESIDE_ITS_WORDS) for reason in first)

    @property
    def against(self) -> str:
        """What speaks against it, as a sentence."""
        reasons = self.suggestion.reasons[: self._warnings] if self.suggestion else []
        return sentence(reasons) if reasons else ""

    @property
    def alike_of_100(self) -> int:
        """How many of a hundred such pairs say the same, as the engine takes it: never none, and never all."""
        return min(99, max(1, round(100 * self.suggestion.score))) if self.suggestion else 0

    @property
    def why(self) -> str:
        """What speaks for it."""
        return sentence(self.suggestion.reasons[self._warnings :]) if self.suggestion else ""


def in_parts(words: str, differs: Sequence[Span]) -> list[tuple[str, bool]]:
    """Words in pieces, each with whether it is other than in the words beside them."""
    ends = [0, *(end for span in differs for end in span), len(words)]
    pieces = [(in_a_line(words[start:end]), at % 2 == 1) for at, (start, end) in enumerate(pairwise(ends))]
    return [(piece, is_other) for piece, is_other in pieces if piece]


def in_a_line(text: str) -> str:
    return SPACES.sub(" ", text)


def carried_by(side: Side) -> list[Occurrence]:
    return list(side.occurrences().select_related("claim"))


def in_neutral_words(words: str) -> str:
    """A saying as the words of a claim, to be put right by a person: without marks of quotation, as a sentence of its own."""
    bare = LEADS_IN.sub("", " ".join(words.split()).strip(EDGES)).rstrip(").")
    text = bare[:1].upper() + bare[1 : LONGEST_CLAIM - 1]
    return text if text.endswith(("!", "?")) or not text else f"{text}."
