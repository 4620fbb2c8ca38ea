"""Splits blocks into sentences. A full stop ends one unless it belongs to an abbreviation, an initial or a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from archive.extraction.languages import words
from archive.extraction.languages.slavic import verbs as slavic_verbs
from archive.extraction.text.blocks import Block
from archive.extraction.text.quotes import Quoted
from archive.extraction.types import Span

END = re.compile(r"(?P<stop>[.!?…]{1,6}+)(?P<close>[\"”’»“')\]]{0,3}+)(?P<gap>\s{1,6}+)")
BEFORE = re.compile(r"[\w.’'-]{1,24}$")
DASHES = "—–―-"
LONGEST_CAPTION = 400
OPENING = "\"“„«‘'([—–- "
# A short name and a verb of speech: the reporter's words after a question or a cry.
REPORTER = re.compile(
    r"(?:[A-ZА-Я][\w.’'-]{0,24}\s){1,4}(?:said|asked|says|asks|added|told|replied|wrote|exclaimed|wondered|shouted|tweeted)\b"
)
# A paragraph of dialogue, and where its reporter may begin.
TURN = re.compile(r"[—–―−-]\s")
TURN_REPORTER = re.compile(r"[,!?…]\s[—–―−-]\s(?P<verb>\w{3,20}+)\b")
MOST_DASHES = 20
# Never the end of a sentence: a name, a number or more of the phrase follows.
ABBREVIATIONS = words(
    """
    mr mrs ms mx dr prof sen rep gov gen lt col maj capt sgt cpl st rev hon adm amb cllr cmdr supt insp vs e.g i.e cf fig approx dept est
    jan feb mar apr jun jul aug sep sept oct nov dec им ул пр просп пер стр обл р-н т.е т.к т.н см напр проф акад доц ст гр с.ш в.д вул
    праф бул пл буд табл рис кв корп наб пас пр-т ал вул. п-ск м-р г-н г-жа св тов спец уч ред изд тел факс
    """
)
# Often the end of one: it goes on unless a word follows that begins sentences.
EITHER = words(
    """
    inc ltd co corp cos bros llc plc jr sr ph.d etc al dept ave blvd rd a.m p.m b.c a.d т.д т.п т.г др пр гг тыс млн млрд трлн руб коп долл
    грн злот евро м км кг г-д н.э тис крб чел экз
    """
)
NUMBERED = words("no nos art arts par pp p vol ch sec fig figs eq ver № ст п пп рис гл табл буд д кв с т вып арт")
# What can follow "U.S." only as the beginning of a new sentence.
STARTERS = words(
    """
    the a an he she it they we i this that these those in on at but and however meanwhile according after before when while if as there his
    her their its you what who why how most many some another both one two so yet then now since although because
    это он она оно они мы вы я на по но и а также однако при после как если когда так все всё там здесь этот эта эти его её их об в с для за
    гэта ён яна яны у ў але калі пасля таксама гэты паводле цяпер для ці і зараз
    це він вона вони та якщо коли після також цей ця за до під є багато однак зараз у
    """
)
# A caption and its credit, printed as one line.
CREDIT = re.compile(r"(?<=\w)(?P<gap>\s)(?=(?:Image|Photo|Photograph|Picture|Credit|Фото|Здымак|Світлина)s?:\s)")
BRAND = re.compile(r"[a-z][A-Z]")
WORD = re.compile(r"\w++")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_]")


def sentences_of(text: str, start: int, end: int) -> list[Span]:
    """The sentences of text[start:end], without the white space between them."""
    spans: list[Span] = []
    begin = start
    for match in END.finditer(text, start, end):
        if match.end() >= end or not _ends(text, match, begin, end):
            continue
        spans += _before_credit(text, begin, match.end("close"))
        begin = match.end()
    return [*spans, *_before_credit(text, begin, end)] if begin < end else spans


def _before_credit(text: str, start: int, end: int) -> list[Span]:
    """The sentence, cut in two where a caption runs into its credit."""
    credit = CREDIT.search(text, start, end) if end - start < LONGEST_CAPTION else None
    return [(start, credit.start()), (credit.end(), end)] if credit else [(start, end)]


def units_of(text: str, block: Block, quotes: Sequence[Quoted]) -> list[Span]:
    """Sentences in which a quotation counts as one word: the reporter's clauses stay beside all the words they report."""
    masked = list(block.text)
    for quoted in quotes:
        keep = quoted.outer - 1 if text[quoted.outer - 1] in ".!?…" else quoted.outer
        for at in range(quoted.inner + 1, keep):
            masked[at - block.start] = "x"
    for at in _ends_inside_turn(block.text):
        masked[at] = "x"
    shift = block.start
    return [(a + shift, b + shift) for a, b in sentences_of("".join(masked), 0, len(masked))]


def _ends_inside_turn(text: str) -> list[int]:
    """ "— Решит комитет. Я против? Нет, — сказал министр": the stops of a turn of dialogue before its reporter."""
    if not TURN.match(text):
        return []
    verb = next((m for m in islice(TURN_REPORTER.finditer(text), MOST_DASHES) if m["verb"].lower() in slavic_verbs.ALL), None)
    return [at for at in range(verb.start()) if text[at] in ".!?…"] if verb else []


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    at = match.end()
    while at < end and text[at] in OPENING:
        at += 1
    following = text[at] if at < end else " "
    if not (following.isupper() or following.isdigit() or following == "…" or BRAND.match(text, at, end)):
        return False
    if match["close"] and text[match.end()] in DASHES:  # «…», — said X; “…” ― Anna Smith
        return False
    stop = match["stop"]
    if stop in "!?" and match["close"] and REPORTER.match(text, match.end(), min(end, match.end() + 120)):
        return False
    return stop != "." or bool(match["close"].strip("'’")) or _full_stop_ends(text, match.start(), at, begin, end)


def _full_stop_ends(text: str, stop: int, at: int, begin: int, end: int) -> bool:
    word_match = BEFORE.search(text, max(begin, stop - 25), stop)
    word = word_match.group() if word_match else ""
    low = word.lower().strip("'’")
    if word.isdigit() and not text[begin : stop - len(word)].strip():  # "1. The first point."
        return False
    if low in NUMBERED and (len(word) > 1 or word == low) and (text[at].isdigit() or low not in ABBREVIATIONS | EITHER):
        return not text[at].isdigit()
    if low in ABBREVIATIONS:
        return len(word) > 2 and word.isupper()
    if low in EITHER:
        return _starts_anew(text, at, end)
    if word == "C" and text[stop - 2 : stop - 1] == "°":
        return True
    if low in ("г", "р"):  # "2023 г." may end a sentence, "г. Минск" never does
        return stop >= 2 and text[max(begin, stop - 3) : stop - 1].strip().isdigit()
    if INITIALS.fullmatch(word):
        return word.isdigit() or (word not in ("I", "Я", "я") and _starts_anew(text, at, end))
    return True


def _starts_anew(text: str, at: int, end: int) -> bool:
    word = WORD.match(text, at, end)
    if word is None or text[word.end() : word.end() + 1] == ".":  # an initial: "А. С. Пушкин"
        return False
    return word.group().lower() in STARTERS
