"""Tells which paragraphs of one person's document are words of others: quoted in it, answered in a mail, posted below, or notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from archive.extraction.languages import words
from archive.extraction.page.transcripts.labels import SPEAKING
from archive.extraction.page.transcripts.turn_words import OPENING
from archive.extraction.page.transcripts.turns import tells_of
from archive.extraction.speakers.voices.owners import HANDLE, Owner, Paper
from archive.extraction.text.blocks import Block
from archive.extraction.text.marks import is_quoted_line

QUOTED = re.compile(r"[“\"«„][^“”\"«»„\n]{1,2000}[”\"»“]")
SELVES = words("i we я мы ми")
MOST_AROUND = 15  # words around a quotation that say whose it is
# What the staff of the author add for newspapers.
NOTES = re.compile(
    r"(?:notes?\s(?:to|for)\s(?:the\s)?editors?|(?:media|press)\s(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))|contacts?:"
    r"|(?:для\s)?справк[аи]:|примечани[ея]\s(?:для|редак)|(?:контакт[ыи]|кантакты)(?:\s\w{2,12}){0,2}:|довідка:|даведка:)",
    re.IGNORECASE,
)


def may_be_of(paper: Paper, owner: Owner) -> Iterator[int]:
    """The paragraphs from the first on that stand below the handle of the author, if there are such, and no mail quotes."""
    blocks, handles = paper.page.body, _handles_in(paper)
    starts = [start for start, _handle in handles]
    for number in range(owner.first, len(blocks)):
        posting = bisect_left(starts, blocks[number].start)
        is_his = posting == 0 or handles[posting - 1][1] == handles[0][1]
        if is_his and not _is_answered(paper, blocks[number], owner):
            yield number


def _is_answered(paper: Paper, block: Block, owner: Owner) -> bool:
    """Whether a mail quotes the paragraph with ">" and its author does not, or the other way round."""
    return is_quoted_line(paper.text, block.start) != is_quoted_line(paper.text, owner.label.start)


def _handles_in(paper: Paper) -> list[tuple[int, str]]:
    """The places of lines that say who posts what stands below them, each with the handle."""
    lines = sorted([*paper.page.beside, *paper.page.body], key=lambda block: block.start)
    found = [(block.start, match) for block in lines if (match := HANDLE.fullmatch(block.text))]
    return [
        (start, match["handle"].casefold()) for start, match in found if all(word[0].isupper() for word in (match["name"] or "").split())
    ]


def others_in(paper: Paper, owner: Owner, numbers: Sequence[int]) -> Iterator[int]:
    """Those of the paragraphs in which the author only hands on what another said, or announces it."""
    surname = owner.label.name.split()[-1]
    announced = goes_on = False
    for at, number in enumerate(numbers):
        block = paper.page.body[number]
        goes_on = block.text[0] in OPENING and (announced or goes_on)
        if goes_on and announced:
            yield numbers[at - 1]
        opens = block.text.endswith(":") and not tells_of(block.text, SELVES)
        is_his = opens and surname in block.text
        announced = opens and not is_his
        if goes_on or is_his or _is_of_another(paper, block, owner):
            yield number


def _is_of_another(paper: Paper, block: Block, owner: Owner) -> bool:
    """ "“It will open,” Tom Orr said": little more than a quotation and who else said it."""
    quotations = [match.span() for match in QUOTED.finditer(block.text)]
    around = QUOTED.sub(" ", block.text)
    said = [word.strip(".,:;—–-") for word in around.casefold().split()]
    if not quotations or len(said) > MOST_AROUND or not any(word in SPEAKING for word in said) or tells_of(around, SELVES):
        return False
    surname = owner.label.name.split()[-1]
    named = [one for one in paper.named(paper.tokens(block)) if not one.name.endswith(surname)]
    return any(not any(start <= one.start - block.start < end for start, end in quotations) for one in named)
