"""The read model of a search by meaning: what was found, as entries of a list, with how sure it is and why."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.alike.asking import AlikeFilter
from timeline.alike.wording import Grade, grade_of, is_sure, reasons_of
from timeline.chronology import Entry, Segment, Voice
from timeline.lists import named
from timeline.lists.named import ClaimName, Told

if TYPE_CHECKING:
    from archive.linking.lookup.pasted import Alike

MOST_SHOWN = 30
FEW = 5  # where fewer are found, what is only somewhat alike fills up to them


@dataclass(frozen=True)
class Likeness:
    """A public statement with words that are like the text."""

    entry: Entry
    found: "Alike"

    @property
    def public_id(self) -> str:
        return self.found.passage.statement.public_id

    @property
    def grade(self) -> Grade:
        return grade_of(self.found.match)

    @property
    def reasons(self) -> str:
        return reasons_of(self.found.match)

    @property
    def sentence(self) -> str:
        """Of the text, what it is like."""
        return self.found.sentence

    @property
    def span(self) -> tuple[int, int]:
        """Where in the statement the words stand that are like it."""
        offset = self.entry.shown["start"]
        return self.found.passage.start - offset, self.found.passage.end - offset

    @property
    def pieces(self) -> tuple[Segment, ...]:
        """The statement with these words marked; where they are all of it, none is."""
        text, (start, end) = self.entry.shown["text"], self.span
        pieces = (Segment(text[:start]), Segment(text[start:end], marked=True), Segment(text[end:]))
        return pieces if text[:start].strip() or text[end:].strip() else (Segment(text),)

    @property
    def claims(self) -> list[ClaimName]:
        """What these words claim, as people found."""
        links = zip(self.entry.shown["links"], self.entry.told.claims, strict=True)
        passage = self.found.passage
        return [claim for link, claim in links if link["start"] < passage.end and passage.start < link["end"]]


@dataclass(frozen=True)
class Found:
    """What says the same or may do so, the likeliest first; and, where that is little, what is only somewhat alike."""

    sure: list[Likeness]
    distant: list[Likeness]

    @property
    def claims(self) -> list[ClaimName]:
        """The claims that the first carry, each once."""
        return list(dict.fromkeys(claim for one in self.sure for claim in one.claims))

    @property
    def speakers(self) -> list[tuple[Voice, int]]:
        """Who said what was found, with how often; those first who said most of it."""
        named = Counter(voice._replace(role="") for one in self.sure for voice in one.entry.voices if voice.slug)
        return named.most_common()


def find(chosen: AlikeFilter) -> Found:
    """Nothing where there is no text, or a parameter is wrong."""
    from archive.linking.lookup.pasted import alike  # noqa: PLC0415 - half a second, for who pastes a text alone

    text = chosen.cleaned_data.get("like") if chosen.is_valid() else ""
    found = alike(text, chosen.passing) if text else []
    sure = [one for one in found if is_sure(one.match)][:MOST_SHOWN]
    told = [one for one in found if not is_sure(one.match) and one.match.is_telling]
    return Found(_told(sure), _told(told[: max(FEW - len(sure), 0)]))


def _told(found: "list[Alike]") -> list[Likeness]:
    """With their entries; of what was withdrawn since it was found there is none."""
    told = _by_address(named.read(one.passage.statement_id for one in found).told)
    return [Likeness(Entry(told[public_id]), one) for one in found if (public_id := one.passage.statement.public_id) in told]


def _by_address(told: Iterable[Told]) -> dict[str, Told]:
    return {one.shown["id"]: one for one in told}
