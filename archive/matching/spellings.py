"""How words and numbers are spelled: hyphens, apostrophes, accents, the ends of lines, groups of digits.

A number is one word however it is grouped: 1250000, 1,250,000, 1 250 000, 1.250.000, 1'250'000; 3,5 is 3.5. Four digits begin no group, so
that a year stays apart from the number behind it: "in 2019 500 ferries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

APOSTROPHES = "'’ʼ‘′`´ꞌ"
SPACES = " \u00a0\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
# A line may break before zeros alone: else two numbers under each other would be one.
NUMBER = rf"(?:[1-9][0-9]{{0,2}}(?:(?:[{SPACES}{APOSTROPHES}]|\r?\n(?=000))[0-9]{{3}}(?![0-9]))++|[0-9]++)(?:[.,][0-9]++)*+"
GAP = re.compile(r"[^0-9.,]+")
BY_COMMAS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?")
BY_POINTS = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|\.[0-9]{3},[0-9]+)")

# Where a line may break inside a word, how its letters join, and marks of direction: no part of it, and seen by nobody.
SOFT = "\u00ad\u180e\u200b-\u200f\u2060\ufeff"
# Signs of their own that belong to the letter before them: accents, and the points of Hebrew and Arabic.
ACCENTS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f"
# What some write with a hyphen to the word behind it and others without: "co-operate", "e-mail". A name behind it stays one ("anti-Hill"),
# and so does what makes another word of it ("re-sign").
PREFIXES = "anti bio co counter cyber de e inter macro mega micro mid mini mis multi non over pre re semi sub super trans ultra under"
PREFIXES_OF_UKRAINIAN = "веб екс віце контр міні прес супер топ"
OTHER_WORDS = "cover creation form lease mark press sent serve sign sort treat"
CAPITALS = "A-ZА-ЯЁІЇЄҐЎ"
IS_PREFIX = "|".join(rf"(?<=\b{prefix})" for prefix in f"{PREFIXES} {PREFIXES_OF_UKRAINIAN}".split())
HYPHENS = "-‐‑"
LETTERS = rf"[^\W_]*+(?:[{ACCENTS}{SOFT}]++[^\W_]*+)*+"
JOINED = rf"(?=[{HYPHENS}])(?i:{IS_PREFIX}).(?![{CAPITALS}])(?=[^\W\d_]{{2}})(?!(?<=\b[Rr]e.)(?:{'|'.join(OTHER_WORDS.split())})){LETTERS}"
# The end of a line within a word; also where the text was copied with a space in its place. "Short- and long-term" has none.
NO_SECOND_HALF = "and or to и или й або та ці альбо"
BROKEN = (
    rf"(?:(?<=\u00ad)|[-‐])(?:(?<=[{CAPITALS}].)|(?!\s++[{CAPITALS}]))"
    rf"(?:[ \t]*+\r?\n[ \t]*+| (?!(?:{'|'.join(NO_SECOND_HALF.split())})\b))(?=[^\W\d_]){LETTERS}"
)
SHORT = r"(?<=\b[A-Z])(?:\.[A-Z]){1,8}\b\.?"  # U.S.
LONGER = rf"(?:[{ACCENTS}{SOFT}]++[^\W_]*+)*+(?:{JOINED})?+(?:{BROKEN})?+(?:[{APOSTROPHES}][^\W\d_]{LETTERS})*+"
# Letters and digits of any script; an apostrophe or a decimal point inside. Every branch consumes at least one character.
WORD = re.compile(
    rf"[^\W\d_][^\W_]*+(?:(?=[{HYPHENS}.{APOSTROPHES}{ACCENTS}{SOFT}])(?:{SHORT}|{LONGER}))?+"  # most words are over before that
    rf"|{NUMBER}(?:(?:st|nd|rd|th)\b)?|[^\W_]"
)


def plain_number(number: str) -> str:
    """Without what groups it, and with a point before its decimals. What is no number, such as 12.05.2019, keeps its points."""
    digits = GAP.sub("", number)
    if BY_COMMAS.fullmatch(digits):
        return digits.replace(",", "")
    return (digits.replace(".", "") if BY_POINTS.fullmatch(digits) else digits).replace(",", ".")


class Reading(NamedTuple):
    """Words that may be read otherwise, and the signs that may be put at their joints."""

    word: re.Pattern[str]
    joint: re.Pattern[str]
    signs: Sequence[str]


READINGS = (
    Reading(
        re.compile(rf"(?<!\w)[\w{ACCENTS}{SOFT}]++(?:[{HYPHENS}](?:[ \t]*+\r?\n[ \t]*+)?[\w{ACCENTS}{SOFT}]++)++"),
        re.compile(rf"(?<![0-9](?=.[0-9]))[{HYPHENS}](?:[ \t]*+\r?\n[ \t]*+)?(?=[^\W_])"),  # none within a date
        ["", " "],
    ),
    Reading(re.compile(r"(?<![^\W_])[1-9][0-9]{0,2}(?: [0-9]{3}(?![0-9]))++"), re.compile(" "), [", "]),
    Reading(re.compile(r"(?<![^\W_])(?<![0-9][.,])[1-9][0-9]{0,2}\.[0-9]{3}(?![^\W_]|[.,][0-9])"), re.compile(r"\."), [""]),
)
IN_TWO_WAYS = re.compile(rf"[{HYPHENS}]|[0-9][ .][0-9]")  # stands in a text that has any


def in_two_ways(text: str) -> Iterator[re.Match[str]]:
    """Words that are spelled in two ways."""
    for one in READINGS if IN_TWO_WAYS.search(text) else ():
        yield from one.word.finditer(text)


def read_otherwise(text: str) -> Iterator[str]:
    """The text with all such words of a kind in their other way: fleet-owners as fleetowners, 12 300 as 12 and 300."""
    for one in READINGS if IN_TWO_WAYS.search(text) else ():
        yield from (one.word.sub(partial(_otherwise, one, sign), text) for sign in one.signs)


def _otherwise(reading: Reading, sign: str, word: re.Match[str]) -> str:
    return reading.joint.sub(sign, word[0])
