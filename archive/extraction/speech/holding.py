"""The words that a cue reports, with what both families of languages ask of them to tell how the speaker holds them."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

from archive.extraction.speech.grammar import Content, Cued, Held
from archive.extraction.speech.reports import Cue
from archive.extraction.text.tokens import Token

LONGEST_OPENING = 10


@dataclass(frozen=True)
class Holding:
    """Tokens `content.begin` to `content.end` of a sentence, which the cue reports. `against` are conjunctions behind which somebody goes
    on by himself (", but"), and `likening` the words by which a quotation is likened to something ("as “…”")."""

    cued: Cued
    cue: Cue
    content: Content
    against: Container[str]
    likening: Container[str]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.cued.tokens

    @cached_property
    def is_behind(self) -> bool:
        """The words follow the cue."""
        return self.content.begin > self.cue.last

    @cached_property
    def is_in_own_words(self) -> bool:
        """Quotations before the verb, behind a mark or behind "as": the speaker's own words, whatever the verb."""
        before = self.tokens[self.content.begin - 1]
        return self.content.apart and (not self.is_behind or before.kind == "p" or before.lower in self.likening)

    def held(self, force: str, first: int, begin: int | None = None) -> Held:
        """The words from `begin` on, held so by those from `first` on: up to them, where they follow, or to the end of the cue."""
        begin = self.content.begin if begin is None else begin
        last = begin - 1 if self.is_behind else self.cue.last
        while last > first and self.tokens[last].kind == "p":
            last -= 1
        return Held(force, first, last, begin, self._end(begin))

    def _end(self, begin: int) -> int:
        """What is held ends before ", but": what is set against it is told on its own."""
        inner = range(begin + 1, self.content.end - 2)
        return next((n for n in inner if self.is_set_against(begin, n)), self.content.end)

    def is_set_against(self, begin: int, at: int) -> bool:
        """The token parts what is held from `begin` on from what stands for itself behind it."""
        return self.tokens[at].text == ";" or (self.tokens[at].text in (",", "—", "–", "-") and self.tokens[at + 1].lower in self.against)

    def opened_by(self, opening: re.Pattern[str]) -> int | None:
        """Where the words go on behind an opening such as "it was not true that"."""
        if not self.is_behind or self.content.apart:
            return None
        inner = self.tokens[self.content.begin : min(self.content.end, self.content.begin + LONGEST_OPENING)]
        match = opening.match(" ".join(token.lower or token.text for token in inner) + " ")
        return self.content.begin + match[0].count(" ") if match else None

    def rest_held(self, force: str, begin: int | None) -> Held | None:
        """The words from `begin` on, if they are more than a word and have no second part, which would be held so too."""
        found = self.held(force, self.cue.first, begin) if begin is not None else None
        return found if found and found.end == self.content.end > found.begin + 1 else None
