"""Reads transcripts and interviews: whose words each paragraph is, by the labels at the head of paragraphs or above them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from archive.extraction.languages.callings import is_calling
from archive.extraction.page.kinds import IS_PARAGRAPH
from archive.extraction.page.transcripts.label_shapes import Printed, printed_in
from archive.extraction.page.transcripts.labels import ANSWERS, FEW, NO_SPEAKER, QUESTIONS, SPEAKING, is_name
from archive.extraction.page.transcripts.speaking_labels import labels_in
from archive.extraction.page.transcripts.turn_words import DIRECTION, is_quoted, words_of
from archive.extraction.text.blocks import Block
from archive.extraction.text.rules import Rules

JOINING = frozenset("and with & и і та ды".split())
LEAST_WORDS = 3  # of a turn
SEVERAL = 4  # labels that make a transcript wherever they stand
EARLY = 2  # paragraphs before the first of fewer labels
MANY = 3  # of so many paragraphs without a label one that tells of a speaker is much
BROKEN_OFF = ("—", "–", "--", "…")
# What stands between a transcript and something else: "* * *", "###", "END 2:45 P.M.".
END = re.compile(r"[*#_=—–\s-]{3,}|-\s?30\s?-|(?:END|End of (?:transcript|interview)|Конец (?:записи|стенограммы))\b.{0,30}")
# What the record says of its occasion: "The hearing ended at noon.", «Беседовала Анна Руис».
CLOSES = re.compile(
    r"(?:the|this|our)\s(?:\w{3,15}\s)?(?:hearing|meeting|interview|conversation|debate|briefing|session|sitting|talks?|house|committee|transcript)\s"
    r"(?:(?:was|were|has|have)\s(?:been\s)?(?:held|edited|recorded|conducted|condensed|adjourned|taken|suspended)|ended|closed|adjourned|took\splace)"
    r"|so\sended\s|(?:беседовал|записал|подготовил|розмовля|гутары|гутарыў|спілкува)[\w]{0,4}\s[^\W\d_a-zа-я]|(?:интервью|беседу|размову|інтерв'ю)\s\w{4,12}л[аи]?\b",
    re.IGNORECASE,
)
# "I" behind a word in a capital is a number: "World War I".
SENTENCE_OPENERS = (
    "When|If|As|And|But|What|That|Because|So|Then|Now|Today|Yes|No|Here|While|Since|Although|Though|Where|How|Why|Once|Before|After|Until|Or"
    "|For|Yet|Still|Maybe|Perhaps|Did|Do|Can|Am|Should|May|Must|Have|Had|Was|Were|Will|Would|Could|Also|Last|Sometimes|Often|Never|Which"
)
FIRST_PERSON = rf"(?:^|[^\w\s][^\S\n]{{0,3}}|\s\s|\b[a-z\d][\w’'-]*+\s|\b(?:{SENTENCE_OPENERS})\s)I\b"
OUR = r"(?:а|е|и|у|ей|его|ему|им|ими|их|ем|ею|ого|ому|ою|ій|і|ої|ага|аму|ай|ы|ых|ым|ымі)?"
# Who tells the news of himself: "our reporter".
REPORTING = (
    r"(?:reporter|correspondent|photographer|newsroom|paper|newspaper|source|reader|корр?еспондент|карэспандэнт|кореспондент|издани|сайт)"
)
SELF = re.compile(
    rf"\b(?:[Ww]e|[Mm]y|(?<!told\s)(?<!tells\s)[Uu]s|[Мм]ы|[Нн]ас|[Яя]|[Мм]ен[яе]|[Мм]о[йяеи]|[Мм]и|[Мм]ян[еі])\b"
    rf"|\b(?:[Oo]ur|[Нн]аш{OUR})\b(?!\s{REPORTING})|{FIRST_PERSON}",
    re.MULTILINE,
)


CLOCK = re.compile(r"[012]?\d[:.][0-5]\d\s")
BEING = frozenset(("is", "was", "has", "—", "–", "-"))
LONGEST_NAME = 4  # words, and the one behind them


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of one speaker, whose label may stand in another. `asks` marks an interviewer's, `answers` an answer whose speaker
    stands elsewhere."""

    block: int
    label: Printed
    start: int
    end: int
    asks: bool = False
    answers: bool = False


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
    """The turns of a transcript by the number of their block, lines among them."""
    script = script_of(blocks, surnames, hosts)
    return {
        turn.block: turn
        for turn in _turns(script)
        if len(blocks[turn.block].text[turn.start - blocks[turn.block].start :].split()) >= LEAST_WORDS
    }


@dataclass(frozen=True)
class Script:
    """A text with the labels of its speakers by the number of their block, and the keys of those who ask."""

    blocks: Sequence[Block]
    labels: Mapping[int, Printed]
    askers: Collection[str]

    @cached_property
    def others(self) -> frozenset[str]:
        """Those who don't ask."""
        return frozenset(one.key for one in self.labels.values()) - set(self.askers)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(one.name for one in self.labels.values())

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(one.key for one in self.labels.values())

    @cached_property
    def last(self) -> int:
        return max(self.labels)

    @cached_property
    def between(self) -> list[Block]:
        """The paragraphs without a label from the first label on."""
        return [
            self.blocks[number]
            for number in range(min(self.labels), len(self.blocks))
            if number not in self.labels and self.is_spoken(number)
        ]

    @cached_property
    def before(self) -> int:
        """How many paragraphs stand before the first label."""
        return sum(self.is_spoken(number) for number in range(min(self.labels)))

    def is_spoken(self, number: int) -> bool:
        """Whether the block is a paragraph, or one that breaks off, and no heading, stage direction or mark."""
        text = self.blocks[number].text
        return (IS_PARAGRAPH(text) or text.endswith(BROKEN_OFF)) and not DIRECTION.fullmatch(text) and not END.fullmatch(text)


def script_of(blocks: Sequence[Block], surnames: frozenset[str], hosts: Collection[str]) -> Script:
    found: dict[int, Printed] = {}
    for number, block in enumerate(blocks):
        printed = printed_in(block)
        if printed and _may_stand(printed, number, blocks, found):
            found[number] = printed
    labels = labels_in(found, surnames, blocks)
    return Script(blocks, labels, _askers(blocks, labels, surnames, hosts))


def _may_stand(printed: Printed, number: int, blocks: Sequence[Block], found: Mapping[int, Printed]) -> bool:
    """A line of its own stands above words; "A" without a sign behind a question, since it is an article too."""
    if printed.shape == "line":
        return number + 1 < len(blocks) and IS_PARAGRAPH(blocks[number + 1].text)
    if printed.shape == "letter" and printed.name == "A":
        before = [one for at, one in found.items() if at < number]
        return bool(before) and before[-1].name == "Q"
    return True


def _askers(blocks: Sequence[Block], labels: Mapping[int, Printed], surnames: Collection[str], hosts: Collection[str]) -> set[str]:
    """Labels of those who ask: interviewers, hosts, and what is no name and stands before more questions than answers."""
    times = Counter(one.key for one in labels.values())
    opening = {number: blocks[number + 1 if one.words == blocks[number].end else number].text for number, one in labels.items()}
    asking = Counter(one.key for number, one in labels.items() if opening[number].endswith("?"))
    often = {one.key for one in labels.values() if 2 * asking[one.key] > times[one.key] > 1 and not is_name(one.name, surnames)}
    return often | {one.key for one in labels.values() if _is_host(one, hosts)}


def _is_host(one: Printed, hosts: Collection[str]) -> bool:
    told = one.role.casefold().replace(",", " ").split()
    return one.key in QUESTIONS or one.key.split()[-1] in hosts or any(word in QUESTIONS for word in told)


GOES_ON = Rules[[Script], bool]("do paragraphs without a label go on with the words before them", otherwise=False)


@GOES_ON.when("somebody tells of the speakers", False, "Anna Hill: “It will open.”\n\nThe road is closed, Hill said.\n\nHill told us so.")
def _is_told(script: Script) -> bool:
    names = {one.name.split()[-1].strip(".").casefold() for one in script.labels.values() if one.key in script.others}
    told = sum(tells_of(block.text, {name for name in names if not is_calling(name)}) for block in script.between)
    return told * MANY > len(script.between)


@GOES_ON.when("words in quotation marks", False, "Anna Hill: “It will open.”\n\nTom Orr: “It will not.”\n\nThe road is closed.")
def _are_quoted(script: Script) -> bool:
    quoted = sum(is_quoted(script.blocks[n].text, one.words - script.blocks[n].start) for n, one in script.labels.items())
    return 2 * quoted > len(script.labels)


@GOES_ON.when(
    "many labels", True, "Anna Hill: It will open.\n\nIt will be free.\n\n" + "Tom Orr: It will not.\n\nAnna Hill: It will.\n\n" * 2
)
def _are_many(script: Script) -> bool:
    if len(script.labels) > FEW and len({one.key for one in script.labels.values()}) == len(script.labels):
        return False  # a list, in which nobody speaks again
    return len(script.labels) >= SEVERAL or (len(script.labels) > 1 and script.before <= EARLY)


@GOES_ON.when("one who speaks of himself", True, "Anna Hill: It will open.\n\nWe will open the road too.")
def _speaks_of_himself(script: Script) -> bool:
    return 3 * sum(bool(SELF.search(block.text)) for block in script.between) >= len(script.between) > 0


def tells_of(text: str, names: Collection[str]) -> bool:
    """Whether a paragraph names one of these people beside a verb of speech."""
    low = [word.strip("“”«»\"’',.:;!?()—–-").removesuffix("'s").removesuffix("’s").casefold() for word in text.split()]
    near = {at for at, word in enumerate(low) if word in names}
    return any(word in SPEAKING for at in near for word in low[max(0, at - 3) : at + 4])


def _turns(script: Script) -> Iterator[Turn]:
    """The turns in order; `label` is that of the one who speaks at the moment."""
    goes_on = bool(script.labels) and GOES_ON(script)
    label: Printed | None = None
    for number in range(min(script.labels, default=0), len(script.blocks)):
        own = script.labels.get(number)
        label = own or (label if label and _speaks_still(script, number, label, goes_on=goes_on) else None)
        if (
            label
            and (own.words < script.blocks[number].end if own else script.is_spoken(number))
            and not (own is None and _is_asked(script, number))
        ):
            yield _turn(script, number, label, own)


def _speaks_still(script: Script, number: int, label: Printed, *, goes_on: bool) -> bool:
    """Whether a block without a label may be words of the one who spoke before."""
    text = script.blocks[number].text
    if IS_ANOTHER_ENTRY(script, number, label):
        return False
    if END.fullmatch(text) or CLOSES.match(text) or text.startswith(">>") or not (goes_on or label.shape == "line"):
        return False
    return number < script.last or not tells_of(text, [label.name.split()[-1].casefold()])


IS_ANOTHER_ENTRY = Rules[[Script, int, Printed], bool]("is a paragraph without a label an entry of its own", otherwise=False)


@IS_ANOTHER_ENTRY.when("clock time", True, "10:30 Anna Hill: We will open it.\n\n10:45 It rains in Ardo.\n\n11:00 Anna Hill: We will.")
def _is_of_log(script: Script, number: int, label: Printed) -> bool:
    """As in a live report, where the entry of the speaker has one too."""
    if not CLOCK.match(script.blocks[number].text):
        return False
    at = bisect_right(script.blocks, label.start, key=lambda block: block.start) - 1
    return CLOCK.match(script.blocks[at].text) is not None


@IS_ANOTHER_ENTRY.when("note", True, "Anna Hill: We will.\n\nTom Orr: We won't.\n\nAnna Hill: We will.\n\nNote: It rained.\n\nTom Orr: No.")
def _is_note(script: Script, number: int, label: Printed) -> bool:
    printed = printed_in(script.blocks[number])
    key = printed.key if printed and printed.shape == "colon" and not printed.role else ""
    return key in NO_SPEAKER and key not in QUESTIONS and key not in ANSWERS


@IS_ANOTHER_ENTRY.when("about a speaker", True, "Anna Hill: We will.\n\nTom Orr: We won't.\n\nAnna Hill is the mayor of Ardo.")
def _is_about(script: Script, number: int, label: Printed) -> bool:
    """Behind the last label, or with the name in its capitals: "HILL was there"."""
    begins = script.blocks[number].text.split(maxsplit=LONGEST_NAME)
    heads = [" ".join(begins[:at]) for at in range(1, len(begins)) if begins[at] in BEING]
    if any(head.isupper() and head in script.names for head in heads):
        return True
    return number > script.last and any(" " in head and head.casefold() in script.keys for head in heads)


def _is_asked(script: Script, number: int) -> bool:
    """A question without a label before an answer, where one alone has labels."""
    if len(script.others) > 1 or script.askers or number + 1 not in script.labels:
        return False
    return len(script.labels) > 1 and script.blocks[number].text.endswith("?")


def _turn(script: Script, number: int, label: Printed, own: Printed | None) -> Turn:
    block = script.blocks[number]
    start, end = words_of(block.text, own.words - block.start if own else 0)
    asks = label.key in script.askers
    is_answer = asks and own is None and not script.others
    return Turn(number, label, block.start + start, block.start + end, asks and not is_answer, is_answer or label.key in ANSWERS)


NAME_LINE = re.compile(r"[—–―-]{1,2}\s?(?=[^\W\d_a-zа-яёіїєґў])")
LONGEST_NAME_LINE = 9
# A full stop that ends a sentence, not the one of "Jr.".
SENTENCE = re.compile(r"[^\W\d_]{3}\.$")


def is_name_line(block: Block) -> bool:
    """ "— Anna Smith, engineer" under a quotation."""
    rest = block.text.lstrip("—–―- ")
    short = rest.count(" ") <= LONGEST_NAME_LINE and not SENTENCE.search(rest) and not any(mark in rest for mark in '—―!?»”"')
    return short and bool(NAME_LINE.match(block.text))
