"""Documents that are one person's own words: a statement, remarks, an address, an open letter, a post, a signed article.

The paragraphs are turns of that person, unless the text tells of him as others do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from archive.extraction.page.transcripts.labels import SPEAKING
from archive.extraction.page.transcripts.turn_words import DIRECTION, words_of
from archive.extraction.page.transcripts.turns import END, LEAST_WORDS, SELF, Turn, tells_of
from archive.extraction.speakers.voices.others import NOTES, QUOTED, may_be_of, others_in
from archive.extraction.speakers.voices.owners import CLOSES, OWNER, Owner, Paper
from archive.extraction.text.blocks import Block
from archive.extraction.text.rules import Rules

# "As prepared for delivery", "Check against delivery".
NOTE = re.compile(
    r"[(*_\[]{0,3}(?:remarks\s)?(?:as\s(?:prepared|delivered|written|released)|check(?:ed)?\sagainst|embargoed)\b.{0,150}", re.IGNORECASE
)
OPENING = '“"«„'
OFTEN = 0.25  # of the paragraphs
SELDOM = 0.34
LEAST_SELF = 2  # paragraphs of an article by somebody that speak of him


@dataclass(frozen=True)
class Monologue:
    """The paragraphs that may be the owner's, without what stands in quotation marks."""

    owner: Owner
    paragraphs: Sequence[Block]

    @cached_property
    def outside(self) -> list[str]:
        return [QUOTED.sub(" ", block.text) for block in self.paragraphs]

    @cached_property
    def surname(self) -> str:
        return self.owner.label.name.split()[-1].casefold()

    def share(self, count: int) -> float:
        return count / max(1, len(self.paragraphs))

    @property
    def naming(self) -> int:
        """How many paragraphs name the owner."""
        return sum(self.surname in re.findall(r"[\w’'-]+", text.casefold()) for text in self.outside)


IS_OWN = Rules[[Monologue], bool]("are these paragraphs the owner's words", otherwise=False)


@IS_OWN.when("others tell what he said", False, "Statement by Anna Hill\n\n17 May 2023\n\nAnna Hill said that it will open.\n\nWe will go.")
def _is_reported(monologue: Monologue) -> bool:
    return any(tells_of(text, [monologue.surname]) for text in monologue.outside)


@IS_OWN.when("others tell of him", False, "Speech by Anna Hill\n\n17 May 2023\n\nAfter Hill left the bridge was shut.\n\nWe will go.")
def _is_told_of(monologue: Monologue) -> bool:
    return monologue.share(monologue.naming) > OFTEN


@IS_OWN.when("others are quoted", False, "Statement by Anna Hill\n\n17 May 2023\n\n“It will open,” Tom Orr said.\n\nWe will go.")
def _quotes(monologue: Monologue) -> bool:
    quoting = [text for block, text in zip(monologue.paragraphs, monologue.outside, strict=True) if block.text[0] in OPENING]
    return monologue.share(sum(any(word.strip(",.:;") in SPEAKING for word in text.casefold().split()) for text in quoting)) > OFTEN


@IS_OWN.when("said to be his", True, "Statement by Anna Hill\n\n17 May 2023\n\nThe bridge will open in May.\n\nIt will be free.")
def _is_told(monologue: Monologue) -> bool:
    return monologue.owner.is_told


@IS_OWN.when("speaks of himself", True, "By Anna Hill\n\nI cross it each day.\n\nMy children cross it.\n\nI will not pay for it.")
def _speaks_of_himself(monologue: Monologue) -> bool:
    speaking = sum(bool(SELF.search(text)) for text in monologue.outside)
    return speaking >= LEAST_SELF and monologue.share(speaking) >= SELDOM


def own_words(paper: Paper) -> dict[int, Turn]:
    """The paragraphs of one person's document as his turns, by number; none where it is nobody's or not sure to be."""
    owner = OWNER(paper)
    if owner is None:
        return {}
    numbers = list(_numbers(paper, owner))
    blocks = paper.page.body
    if not numbers or not IS_OWN(Monologue(owner, [blocks[number] for number in numbers])):
        return {}
    others = set(others_in(paper, owner, numbers))
    return {number: _turn(number, blocks[number], owner) for number in numbers if number not in others}


def _numbers(paper: Paper, owner: Owner) -> Iterator[int]:
    """The paragraphs from the first to the signature, to notes for editors or to a line that says who the author is."""
    blocks, surname = paper.page.body, owner.label.name.split()[-1]
    begin = blocks[owner.first].start if owner.first < len(blocks) else 0
    stop = min((line.start for line in paper.page.beside if line.start > begin and END.fullmatch(line.text)), default=len(paper.text))
    for number in may_be_of(paper, owner):
        text = blocks[number].text
        is_past = blocks[number].start > stop or CLOSES.fullmatch(text) is not None or NOTES.match(text) is not None
        if is_past or (number > owner.first and _is_about(text, owner.label.name, surname)):
            return
        if _is_said(text):
            yield number


def _is_said(text: str) -> bool:
    return len(text.split()) >= LEAST_WORDS and not DIRECTION.fullmatch(text) and not NOTE.fullmatch(text)


def _is_about(text: str, name: str, surname: str) -> bool:
    """ "Anna Hill is the mayor of Ardo.", "The writer is the mayor of Ardo.": a paragraph that begins with the name of the author."""
    return text.startswith((name, f"Mr {surname}", f"Ms {surname}", "The writer ", "The author ", "Автор ", "Аўтар "))


def _turn(number: int, block: Block, owner: Owner) -> Turn:
    start, end = words_of(block.text, 0)
    return Turn(number, owner.label, block.start + start, block.start + end)
