"""Which labels of a text name speakers: each is judged beside all others, by how often it comes and what the text knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Mapping, Sequence

from archive.extraction.languages.names import FIRST_NAMES
from archive.extraction.page.transcripts.label_shapes import Printed
from archive.extraction.page.transcripts.labels import FEW, IS_SPEAKER, OFTEN, QUESTIONS, Label, is_name, is_office_or_nothing
from archive.extraction.text.blocks import Block


def labels_in(found: Mapping[int, Printed], known: frozenset[str], blocks: Sequence[Block]) -> dict[int, Printed]:
    """Those of what may be labels that name speakers; a full name among them makes known whose surname is another."""
    if [one.shape for one in found.values()] == ["letter"]:
        return {}  # "Q. What did you see?" in a story
    judge = _Judge(found.values(), is_only=sum(one.is_closed for one in found.values()) == 1 < len(blocks))
    first = [one for one in found.values() if judge.names_a_speaker(one, known)]
    if not first:
        return {}
    known |= {one.name.split()[-1].casefold() for one in first if " " in one.name}
    small = frozenset(word.strip(",.;:") for block in blocks for word in block.text.split() if word[0].islower())
    return {number: one for number, one in found.items() if judge.names_a_speaker(one, known, small)}


class _Judge:
    """Judges each label by how often it comes among all of them."""

    def __init__(self, everyone: Collection[Printed], *, is_only: bool) -> None:
        self.times = Counter(one.key for one in everyone)
        self.is_only = is_only
        self.is_of_script = len(everyone) <= FEW or any(times >= OFTEN for times in self.times.values()) or _are_people(everyone)
        self.returning = frozenset(one.key for one in everyone if not one.is_closed and self.times[one.key] >= OFTEN)

    def names_a_speaker(self, one: Printed, known: Container[str], small: Container[str] | None = None) -> bool:
        times, is_marked = self.times[one.key], self._is_marked(one, known)
        label = Label(one.name, times, known, self.is_only, one.shape, one.beside, one.role, is_marked, self.is_of_script, small)
        return is_office_or_nothing(one.role) and IS_SPEAKER(label)

    def _is_marked(self, one: Printed, known: Container[str]) -> bool:
        """By a colon, or as a line that comes back, or a full name among such lines."""
        return one.is_closed or one.key in self.returning or (bool(self.returning) and " " in one.name and is_name(one.name, known))


def _are_people(everyone: Collection[Printed]) -> bool:
    """Somebody asks, or most begin with a first name: of a debate in which each speaks once."""
    named = sum(" " in one.name and one.name.split()[0].capitalize() in FIRST_NAMES for one in everyone)
    return any(one.key in QUESTIONS for one in everyone) or 2 * named > len(everyone)
