"""Splits blocks into sentences. A full stop ends one unless it belongs to an abbreviation, an initial or a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.extraction.blocks import Block
from archive.extraction.quotes import Quoted
from archive.extraction.types import Span

END = re.compile(r"(?P<stop>[.!?…]{1,6}+)(?P<close>[\"”’»“')\]]{0,3}+)(?P<gap>\s{1,6}+)")
BEFORE = re.compile(r"[\w.’'-]{1,24}$")
DASHES = "—–―-"
OPENING = "\"“„«‘'([—–- "
# A short name and a verb of speech: the reporter's words after a question or a cry.
REPORTER = re.compile(
    r"(?:[A-ZА-Я][\w.’'-]{0,24}\s){1,4}(?:said|asked|says|asks|added|told|replied|wrote|exclaimed|wondered|shouted|tweeted)\b"
)
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sen",
        "rep",
        "gov",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "st",
        "rev",
        "hon",
        "adm",
        "amb",
        "vs",
        "e.g",
        "i.e",
        "cf",
        "al",
        "fig",
        "vol",
        "approx",
        "dept",
        "est",
        "inc",
        "ltd",
        "co",
        "corp",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "ph.d",
        "u.k.ed",
        "им",
        "ул",
        "пр",
        "просп",
        "пер",
        "стр",
        "обл",
        "р-н",
        "т.е",
        "т.к",
        "т.н",
        "т.",
        "см",
        "напр",
        "проф",
        "акад",
        "доц",
        "ст",
        "гг",
        "гр",
        "тыс",
        "млн",
        "млрд",
        "руб",
        "коп",
        "кв",
        "вул",
        "праф",
        "акад",
        "напр",
        "с.ш",
        "в.д",
    ]
)
NUMBERED = frozenset(["no", "nos", "art", "arts", "par", "pp", "p", "vol", "ch", "sec", "№", "ст", "п", "пп", "рис", "гл"])
# What can follow "U.S." only as the beginning of a new sentence.
STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "this",
        "that",
        "these",
        "those",
        "in",
        "on",
        "at",
        "but",
        "and",
        "however",
        "meanwhile",
        "according",
        "after",
        "before",
        "when",
        "while",
        "if",
        "as",
        "there",
        "his",
        "her",
        "their",
        "its",
    ]
)
WORD = re.compile(r"\w++")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_]")


def sentences_of(text: str, start: int, end: int) -> list[Span]:
    """The sentences of text[start:end], without the white space between them."""
    spans: list[Span] = []
    begin = start
    for match in END.finditer(text, start, end):
        if match.end() >= end or not _ends(text, match, begin, end):
            continue
        spans.append((begin, match.end("close")))
        begin = match.end()
    return [*spans, (begin, end)] if begin < end else spans


def units_of(text: str, block: Block, quotes: Sequence[Quoted]) -> list[Span]:
    """Sentences in which a quotation counts as one word: the reporter's clauses stay beside all the words they report."""
    masked = list(block.text)
    for quoted in quotes:
        keep = quoted.outer - 1 if text[quoted.outer - 1] in ".!?…" else quoted.outer
        for at in range(quoted.inner + 1, keep):
            masked[at - block.start] = "x"
    shift = block.start
    return [(a + shift, b + shift) for a, b in sentences_of("".join(masked), 0, len(masked))]


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    at = match.end()
    while at < end and text[at] in OPENING:
        at += 1
    following = text[at] if at < end else " "
    if not (following.isupper() or following.isdigit() or following == "…"):
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
    if low in NUMBERED:
        return not text[at].isdigit()
    if low in ABBREVIATIONS:
        return False
    if low in ("г", "р"):  # "2023 г." may end a sentence, "г. Минск" never does
        return stop >= 2 and text[max(begin, stop - 3) : stop - 1].strip().isdigit()
    if INITIALS.fullmatch(word):
        return word.isdigit() or (word not in ("I", "Я", "я") and _starts_anew(text, at, end))
    return True


def _starts_anew(text: str, at: int, end: int) -> bool:
    word = WORD.match(text, at, end)
    return word is not None and word.group().lower() in STARTERS
