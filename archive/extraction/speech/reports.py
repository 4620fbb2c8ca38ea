"""The values that reading a sentence gives: which words are reported, of whom, by which verb. They know no language."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extraction.people.mentions import Mention
from archive.extraction.text.quotes import Quoted

DASHES = ("—", "–", "-", "―", "−")
# Marks between a reporting clause and the words it reports.
LINKS = (",", ":", "—", "–", "-", "−")
# Fewer words in quotation marks are a name or a word at arm's length.
LEAST_QUOTED = 4
ACCORDING = "according to"
# Kinds of sources that labels of a transcript have: a name, an office, somebody's initials.
LABEL, OFFICE, INITIALS = "label", "office", "initials"
# How a speaker holds reported words.
ASSERTED, DENIED, ASKED, SUPPOSED = "asserted", "denied", "asked", "supposed"


@dataclass(frozen=True, slots=True)
class Source:
    """`kind` is person, pronoun, role, document, body or other, or one of those of labels; `head` the word that tells it; tokens `first`
    to `last`. `whole` is the phrase with all that explains it, where it was told."""

    kind: str
    head: str
    first: int
    last: int
    start: int
    end: int
    mentions: tuple[Mention, ...] = ()
    whole: tuple[int, int] | None = None

    @property
    def printed(self) -> tuple[int, int]:
        """What a reader sees as the one who speaks."""
        return self.whole or (self.start, self.end)

    @property
    def speaks(self) -> bool:
        return self.kind != "other"


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
    def begin(self) -> int:
        """The first token of the reporting clause."""
        return min(self.first, self.source.first) if self.source else self.first

    @property
    def stop(self) -> int:
        """One past its last token so far."""
        return max(self.last, self.source.last if self.source else 0) + 1


@dataclass(frozen=True, slots=True)
class Report:
    """Reported words from `start` to `end`. `how` names the pattern; `quoted` are the quotations inside. `force` is how the speaker holds
    the words, and `holding` the reporter's words that say so, where it is more than to assert them."""

    kind: str
    start: int
    end: int
    source: Source | None
    cue: tuple[int, int] | None
    how: str
    quoted: tuple[Quoted, ...] = ()
    force: str = ASSERTED
    holding: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence gave, the cue that announces the words of the next paragraph ("She said:"), and the one that tells who spoke
    the sentence before ("Об этом сообщил …")."""

    reports: tuple[Report, ...]
    announced: Cue | None
    backward: Cue | None = None
