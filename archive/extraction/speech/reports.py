"""The values that reading a sentence gives: which words are reported, of whom, by which verb."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extraction.languages.english import words as english
from archive.extraction.people.mentions import Mention
from archive.extraction.speech.english.noun_phrases import Source
from archive.extraction.text.quotes import Quoted
from archive.extraction.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence in which every quotation is one token, with the people it names. `block` numbers its paragraph.

    `language` is the document's.
    """

    block: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech at tokens `first` to `last`, with its source; `word` in small letters."""

    first: int
    last: int
    word: str
    source: Source | None
    inverted: bool = False
    # "It was announced that": words are reported, of nobody.
    nobody: bool = False

    @property
    def speaks(self) -> bool:
        """Somebody or something that can say so: with a verb that only people use, any noun but those of SILENT."""
        if self.source is None or self.source.speaks:
            return self.nobody or self.source is not None
        return self.word in english.HUMAN and self.source.head not in english.SILENT | english.PRONOUNS

    @property
    def may_speak(self) -> bool:
        """With "that" behind the verb any noun may be its subject, but for what merely shows something."""
        return self.source is not None and self.word not in english.SHOWING and self.source.head not in english.SILENT | {"i", "we", "you"}

    @property
    def begin(self) -> int:
        """The first token of the reporting clause."""
        return min(self.first, self.source.first) if self.source else self.first

    @property
    def stop(self) -> int:
        """One past its last token so far."""
        return max(self.last, self.source.last if self.source else 0) + 1


@dataclass(frozen=True, slots=True)
class Report:
    """Reported words from `start` to `end`. `how` names the pattern; `quoted` are the quotations inside."""

    kind: str
    start: int
    end: int
    source: Source | None
    cue: tuple[int, int] | None
    how: str
    quoted: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence gave, the cue that announces the words of the next paragraph ("She said:"), and the one that tells who spoke
    the sentence before ("Об этом сообщил …")."""

    reports: tuple[Report, ...]
    announced: Cue | None
    backward: Cue | None = None
