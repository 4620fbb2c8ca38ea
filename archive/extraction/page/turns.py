"""Reads transcripts and interviews: paragraphs that begin with a speaker's name and a colon, and lines of a dash and a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from archive.extraction.page.labels import ANSWERS, IS_SPEAKER, LABEL, QUESTIONS, Label, is_name, is_office_or_nothing
from archive.extraction.text.blocks import Block

JOINING = frozenset("and with & и і та ды".split())
# "(Applause.)", "[inaudible]", "(смех)".
DIRECTION = re.compile(r"[\[(][^\])\n]{1,80}+[\])]\s{0,3}+")
WHOLE = re.compile(r"(?:«(?P<a>[^«»]++)»|“(?P<b>[^“”]++)”|\"(?P<c>[^\"]++)\"|„(?P<d>[^„“”]++)[“”])[.,]?")
OPENING, CLOSING = '“«„"', '”»“"'
# A text is a transcript from so many labels on, when so many of its paragraphs have one.
TRANSCRIPT, TRANSCRIPT_SHARE = 4, 0.4
LEAST_WORDS = 3  # of a turn


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of one speaker. `asks` marks an interviewer's question, `answers` an answer whose speaker stands elsewhere."""

    block: int
    label: str
    label_start: int
    label_end: int
    start: int
    end: int
    asks: bool
    answers: bool


HOST = re.compile(
    r"(?:host(?:ed by)?|moderator|interviewer|presenter|interview(?:ed)?(?: by)?|questions by|ведущ(?:ий|ая)|вядуч(?:ы|ая)"
    r"|ведуч(?:ий|а)|интервью|інтэрв'ю|інтерв'ю)"
    r"\s?:?\s(?P<names>[^\n]{3,80})",
    re.IGNORECASE,
)


def hosts_in(blocks: Sequence[Block]) -> frozenset[str]:
    """Surnames of those whom a line above the text names as asking: "Host: Anna Smith"."""
    lines = [match["names"].split() for block in blocks if (match := HOST.match(block.text))]
    named = [takewhile(lambda word: word[0].isupper() or word.casefold() in JOINING, line) for line in lines]
    return frozenset(word.casefold().strip(".,") for line in named for word in line if word[0].isupper())


def turns_of(blocks: Sequence[Block], surnames: frozenset[str], hosts: frozenset[str] = frozenset()) -> dict[int, Turn]:
    """The turns of a transcript by the number of their block. A label counts when it is a name, stands in capitals or comes back."""
    found = {number: match for number, block in enumerate(blocks) if (match := LABEL.match(block.text))}
    times = Counter(match["name"] for match in found.values())
    askers = _askers(blocks, found, times, surnames, hosts)
    is_only = len(found) == 1 < len(blocks)
    labelled = {
        number: _turn(number, blocks[number], match, askers)
        for number, match in found.items()
        if is_office_or_nothing(match["role"]) and IS_SPEAKER(Label(match["name"], times[match["name"]], surnames, is_only))
    }
    turns = {**labelled, **_continued(blocks, labelled)}
    return {n: turn for n, turn in turns.items() if len(_words(blocks[n], turn).split()) >= LEAST_WORDS}


def _askers(
    blocks: Sequence[Block], found: Mapping[int, re.Match[str]], times: Mapping[str, int], surnames: Container[str], hosts: Container[str]
) -> set[str]:
    """Labels of those who ask: hosts, and what is no name and stands before more questions than answers."""
    asking = Counter(match["name"] for number, match in found.items() if blocks[number].text.endswith("?"))
    often = {label for label, asked in asking.items() if 2 * asked > times[label] > 1 and not is_name(label, surnames)}
    return often | {label for label in times if label.split()[-1].casefold() in hosts}


def _words(block: Block, turn: Turn) -> str:
    return block.text[turn.start - block.start :]


def _continued(blocks: Sequence[Block], labelled: dict[int, Turn]) -> dict[int, Turn]:
    """Paragraphs without a label inside a transcript go on with the turn before them; a question there is the interviewer's."""
    first, last = min(labelled, default=0), max(labelled, default=-1)
    if len(labelled) < TRANSCRIPT or len(labelled) < TRANSCRIPT_SHARE * (last - first + 1):
        return {}
    found: dict[int, Turn] = {}
    turn = labelled[first]
    for number in range(first, last + 1):
        block = blocks[number]
        turn = labelled.get(number, turn)
        if number in labelled or turn.asks or block.text.endswith("?") or DIRECTION.fullmatch(block.text):
            continue
        start, end = _without_marks(block.text, 0, len(block.text))
        found[number] = replace(turn, block=number, start=block.start + start, end=block.start + end)
    return found


def _turn(number: int, block: Block, match: re.Match[str], askers: Container[str]) -> Turn:
    label = match["name"]
    low = label.casefold()
    start, end = _without_marks(block.text, *_without_directions(block.text, match.end()))
    return Turn(
        number, label, block.start + match.start("name"), block.start + match.end("name"), block.start + start, block.start + end,
        low in QUESTIONS or label in askers, low in ANSWERS,
    )  # fmt: skip


def _without_directions(text: str, start: int) -> tuple[int, int]:
    """The words between stage directions: "[inaudible] I can only tell you what I know. (Applause.)"."""
    end = len(text)
    opening = DIRECTION.match(text, start)
    if opening and opening.end() < end:
        start = opening.end()
    if text[-1] in ")]":
        closing = max(text.rfind("(", start + 1), text.rfind("[", start + 1))
        if closing > start and DIRECTION.fullmatch(text, closing):
            end = len(text[:closing].rstrip())
    return start, end


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The words between the quotation marks where these hold all of them: "Anna Smith: «We will go.»"; a mark that only opens or only
    closes belongs to words that go on over several paragraphs."""
    whole = WHOLE.fullmatch(text, start, end)
    if whole:
        return whole.span(whole.lastgroup or 0)
    if text[start] in OPENING and not any(mark in CLOSING for mark in text[start + 1 : end]):
        return start + 1, end
    last = len(text[:end].rstrip(".,"))
    if last > start and text[last - 1] in CLOSING and not any(mark in OPENING for mark in text[start : last - 1]):
        return start, last - 1
    return start, end


NAME_LINE = re.compile(r"[—–―-]{1,2}\s?(?=[^\W\d_a-zа-яёіїєґў])")
LONGEST_NAME_LINE = 9
# A full stop that ends a sentence, not the one of "Jr.".
SENTENCE = re.compile(r"[^\W\d_]{3}\.$")


def is_name_line(block: Block) -> bool:
    """ "— Anna Smith, engineer" under a quotation."""
    rest = block.text.lstrip("—–―- ")
    short = rest.count(" ") <= LONGEST_NAME_LINE and not SENTENCE.search(rest) and not any(mark in rest for mark in '—―!?»”"')
    return short and bool(NAME_LINE.match(block.text))
