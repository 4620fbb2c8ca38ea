"""Splits blocks into sentences. A full stop ends one unless it belongs to an abbreviation, an initial or a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from archive.extraction.languages import sentence_ends
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.families import is_cyrillic
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.text.blocks import Block
from archive.extraction.text.faults import attempt
from archive.extraction.text.quotes import Quoted
from archive.extraction.text.rules import Rules
from archive.extraction.types import Span

END = re.compile(r"(?P<stop>[.!?…]{1,6}+)(?P<close>[\"”’»“')\]]{0,3}+)(?P<gap>\s{1,6}+)")
# Glued to the next sentence: "of the credit.The Secretary". No address, no name of a program, no part of one.
GLUED = re.compile(
    r"(?<![\w./@:#~_-])(?:[a-zа-яёіїєґў]{3,30}+|(?<=[a-zа-яёіїєґў]{3}[”»]))(?P<stop>\.)(?P<close>[”»]?)"
    r"(?=(?!(?:Com|Net|Org|Gov|Edu|Info)\b)[A-ZА-ЯЁІЇЄҐЎ][a-zа-яёіїєґў]{2,30}+(?![\w/@(]|\.\w))"
)
BEFORE = re.compile(r"[\w.’'-]{1,24}$")
DASHES = "—–―-"
LONGEST_CAPTION = 400
LONGEST_UNIT = 4000  # characters, a quotation among them counting as they do
OPENING = "\"“„«‘'([—–- "
GOES_ON = "…"
DEGREE = "°"
CELSIUS = "C"
# A name in quotation marks has no more words, and stands behind these or behind what somebody is.
LONGEST_NAME = 3
NAMED = (*slavic.WORK_STEMS, *slavic.BODY_STEMS)
# Said of oneself, at the end of a sentence as often as an initial.
ONESELF = ("I", "Я", "я")
LONGEST_WORD = 25
LONGEST_REPORTER = 120
LEAST_UPPER = 3  # "The talks were in GEN." is no abbreviation of general
# A short name and a verb of speech: the reporter's words after a question or a cry.
REPORTER = re.compile(rf"(?:[A-ZА-Я][\w.’'-]{{0,24}}\s){{1,4}}(?:{'|'.join(sorted(sentence_ends.REPORTING))})\b")
# A paragraph of dialogue, and where its reporter may begin.
TURN = re.compile(r"[—–―−-]\s")
TURN_REPORTER = re.compile(r"[,!?…]\s[—–―−-]\s(?P<verb>\w{3,20}+)\b")
MOST_DASHES = 20
SHORTENED = sentence_ends.ABBREVIATIONS | sentence_ends.EITHER
# A caption and its credit, printed as one line.
CREDIT = re.compile(r"(?<=\w)(?P<gap>\s)(?=(?:Image|Photo|Photograph|Picture|Credit|Фото|Здымак|Світлина)s?:\s)")
BRAND = re.compile(r"[a-z][A-Z]")
WORD = re.compile(r"\w++")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_]")


def sentences_of(text: str, start: int, end: int) -> list[Span]:
    """The sentences of text[start:end], without the white space between them."""
    spans: list[Span] = []
    begin = start
    for match in _stops(text, start, end):
        if match.end() >= end or not attempt(f"The stop at {match.start('stop')}", partial(_ends, text, match, begin, end), False):
            continue
        spans += _before_credit(text, begin, match.end("close"))
        begin = match.end()
    return [*spans, *_before_credit(text, begin, end)] if begin < end else spans


def _stops(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The marks that may end a sentence, in order."""
    return sorted([*END.finditer(text, start, end), *GLUED.finditer(text, start, end)], key=lambda match: match.start("stop"))


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    return ENDS(_stop(text, match, begin, end))


def _before_credit(text: str, start: int, end: int) -> list[Span]:
    """The sentence, cut in two where a caption runs into its credit."""
    credit = CREDIT.search(text, start, end) if end - start < LONGEST_CAPTION else None
    return [(start, credit.start()), (credit.end(), end)] if credit else [(start, end)]


def units_of(text: str, block: Block, quotes: Sequence[Quoted]) -> list[Span]:
    """Sentences in which a quotation counts as one word: the reporter's clauses stay beside all the words they report."""
    masked = list(block.text)
    for quoted in quotes:
        ends = text[quoted.outer - 1] in ".!?…" and not _is_name(text, quoted)
        keep = quoted.outer - 1 if ends else quoted.outer
        for at in range(quoted.inner + 1, keep):
            masked[at - block.start] = "x"
    for at in _ends_inside_turn(block.text):
        masked[at] = "x"
    shift, read = block.start, "".join(masked)
    return [(a + shift, b + shift) for span in sentences_of(read, 0, len(read)) for a, b in _in_reach(read, *span)]


def _in_reach(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, cut between words where it is longer than anybody writes one: what is weighed grows with the square of its words."""
    while end - start > LONGEST_UNIT and (at := text.find(" ", start + LONGEST_UNIT, end)) > 0:
        yield start, at
        start = at + 1
    yield start, end


def _is_name(text: str, quoted: Quoted) -> bool:
    """ "лидер движения | «Дыши!» | Анна Лось": the name of what the word before it tells, whose mark ends no sentence."""
    before = BEFORE.search(text, max(0, quoted.start - LONGEST_WORD), quoted.start - 1)
    word = before.group().lower() if before else ""
    return quoted.words <= LONGEST_NAME and is_cyrillic(word) and (is_calling(word) or word.startswith(NAMED))


def _ends_inside_turn(text: str) -> list[int]:
    """ "— Решит комитет. Я против? Нет, — сказал министр": the stops of a turn of dialogue before its reporter."""
    if not TURN.match(text):
        return []
    verb = next((m for m in islice(TURN_REPORTER.finditer(text), MOST_DASHES) if m["verb"].lower() in sentence_ends.TURN_REPORTING), None)
    return [at for at in range(verb.start()) if text[at] in ".!?…"] if verb else []


@dataclass(frozen=True, slots=True)
class Stop:
    """A mark that may end the sentence from `begin` on: `word` stands before it, and at `at`, past opening marks, the text goes on."""

    text: str
    begin: int
    mark: str
    start: int
    close: str
    behind: int
    at: int
    end: int
    word: str

    @property
    def low(self) -> str:
        return self.word.lower().strip("'’")

    @property
    def following(self) -> str:
        return self.text[self.at] if self.at < self.end else " "


def _stop(text: str, match: re.Match[str], begin: int, end: int) -> Stop:
    at = match.end()
    while at < end and text[at] in OPENING:
        at += 1
    before = BEFORE.search(text, max(begin, match.start("stop") - LONGEST_WORD), match.start("stop"))
    word = before.group() if before else ""
    return Stop(text, begin, match["stop"], match.start("stop"), match["close"], match.end(), at, end, word)


ENDS = Rules[[Stop], bool]("does a sentence end at this stop", otherwise=True)


@ENDS.when("goes on in small letters", False, "Sales rose 3.5 pct. in May, Anna Hill said.")
def _in_small_letters(stop: Stop) -> bool:
    following = stop.following
    begins = following.isupper() or following.isdigit() or following == GOES_ON
    return not begins and not BRAND.match(stop.text, stop.at, stop.end)


@ENDS.when("dash of the reporter", False, "«Мост откроют весной!» — Сказал это мэр города Иван Лось.")
def _before_dash(stop: Stop) -> bool:
    return bool(stop.close) and stop.text[stop.behind] in DASHES


@ENDS.when("reporter behind a cry", False, "“Is it true?” Anna Hill asked.")
def _before_reporter(stop: Stop) -> bool:
    if stop.mark not in "!?" or not stop.close:
        return False
    return bool(REPORTER.match(stop.text, stop.behind, min(stop.end, stop.behind + LONGEST_REPORTER)))


@ENDS.when("no full stop alone", True, "The road is shut! It will open in May, Anna Hill said.")
def _is_strong(stop: Stop) -> bool:
    return stop.mark != "." or bool(stop.close.strip("'’"))


@ENDS.when("number of a point", False, "1. The bridge will open in May, Anna Hill said.")
def _is_point(stop: Stop) -> bool:
    return stop.word.isdigit() and not stop.text[stop.begin : stop.start - len(stop.word)].strip()


@ENDS.rule("before a number", "Anna Hill said that Fig. 3 shows the bridge.")
def _before_number(stop: Stop) -> bool | None:
    low, is_number = stop.low, stop.following.isdigit()
    if low not in sentence_ends.NUMBERED or not (len(stop.word) > 1 or stop.word == low):
        return None
    return not is_number if is_number or low not in SHORTENED else None


@ENDS.rule("abbreviation", "Anna Hill said that Mr. Orr had left the town.")
def _abbreviated(stop: Stop) -> bool | None:
    return len(stop.word) >= LEAST_UPPER and stop.word.isupper() if stop.low in sentence_ends.ABBREVIATIONS else None


@ENDS.rule("abbreviation at an end", "Anna Hill said that she had left Merrow Inc. The firm was sold.")
def _abbreviated_at_end(stop: Stop) -> bool | None:
    return _starts_anew(stop) if stop.low in sentence_ends.EITHER else None


@ENDS.when("degrees", True, "Anna Hill said that the air was warm at 25 °C. The rest of the town slept until noon.")
def _is_degree(stop: Stop) -> bool:
    return stop.word == CELSIUS and stop.text[stop.start - 2 : stop.start - 1] == DEGREE


@ENDS.rule("behind a figure", "Мост построили в 2003 г. Об этом сообщил мэр города Иван Лось.")
def _behind_figure(stop: Stop) -> bool | None:
    if stop.low not in sentence_ends.BEHIND_FIGURES:
        return None
    return stop.start >= 2 and stop.text[max(stop.begin, stop.start - 3) : stop.start - 1].strip().isdigit()


@ENDS.rule("initial", "Anna Hill said that J. Orr had left the town.")
def _initial(stop: Stop) -> bool | None:
    if not INITIALS.fullmatch(stop.word):
        return None
    return stop.word.isdigit() or (stop.word not in ONESELF and _starts_anew(stop))


def _starts_anew(stop: Stop) -> bool:
    word = WORD.match(stop.text, stop.at, stop.end)
    if word is None or stop.text[word.end() : word.end() + 1] == ".":  # an initial: "А. С. Пушкин"
        return False
    return word.group().lower() in sentence_ends.STARTERS
