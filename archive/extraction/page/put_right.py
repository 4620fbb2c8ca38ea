"""What a notice puts right, where it says so in a way that is told apart without reading it: “52.4 per cent, not 54.2”."""

from __future__ import annotations

import re
from dataclasses import dataclass

FIGURE = r"(?<![\d.,])(?:[$€£]\s?)?\d(?:[\d.,]{0,18}\d)?(?!\d)"
OF_WHAT = r"(?:\s?%|\s(?:per\s?cent|percent|thousand|million|billion|процент\w*|тысяч\w*|миллион\w*|млн|млрд)\b)?"
NUMBER = FIGURE + OF_WHAT
NAME = r"(?<!\w)[^\W\d_a-zа-яёіїєў][\w’'-]{0,40}+(?:\s(?:of\s|the\s)?[^\W\d_a-zа-яёіїєў][\w’'-]{0,40}+){0,3}"
WORD = r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
VALUE = rf"(?:{NUMBER}|\b{WORD}\b|{NAME})"
UNIT = r"(?:\s[a-zа-яёіїєў]{1,40}+)?"  # “three euros, not five”
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<right>{VALUE}){UNIT},?\s(?:and\s)?not\s(?P<wrong>{VALUE})",
        rf"(?P<right>{VALUE}){UNIT},?\s(?:instead\sof|rather\sthan)\s(?P<wrong>{VALUE})",
        rf"\bnot\s(?P<wrong>{VALUE}){UNIT},?\sbut\s(?P<right>{VALUE})",
        rf"\b[Нн]е\s(?P<wrong>{VALUE}){UNIT},\s(?:а|але)\s(?P<right>{VALUE})",
        rf"(?P<right>{VALUE}){UNIT},\s(?:а\s)?не\s(?P<wrong>{VALUE})",
        rf"(?P<wrong>{NUMBER})[^\n]{{0,200}}?\bshould\s(?:have\s(?:read|been|said)|read|be)\s(?:that\s)?(?P<right>{NUMBER})",
    )
)


@dataclass(frozen=True, slots=True)
class PutRight:
    """What stood there, and what should have."""

    wrong: str
    right: str


def put_right_in(text: str) -> PutRight | None:
    """By the first form of words that speaks; a figure where several could. A proposal, for a person to look at."""
    matches = filter(None, (pattern.search(text) for pattern in PATTERNS))
    match = next((one for one in matches if one["wrong"] != one["right"]), None)
    return PutRight(_bare(match["wrong"], match["right"]), _bare(match["right"], match["wrong"])) if match else None


def _bare(value: str, other: str) -> str:
    """“54.2” of “54.2 percent” where the other has no unit or the same one."""
    figure, _, unit = value.partition(" ")
    other_unit = other.partition(" ")[2]
    return figure if figure[:1].isdigit() and unit and other_unit in ("", unit) else value
