"""The digits and number words of a text, and the number that a run of them writes: "1.2 thousand", "two hundred and five"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from archive.matching.spellings import ACCENTS, APOSTROPHES, NUMBER, SOFT, plain_number
from archive.matching.words import read_lines, spelled

CARDINALS = {spelled(form): float(value) for value, *forms in map(str.split, read_lines("numerals.txt")) for form in forms}
MAGNITUDES = {
    "dozen": 12, "dozens": 12, "hundred": 100, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
    "тысяч": 1e3, "тысячи": 1e3, "тысячу": 1e3, "тыс": 1e3, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "млн": 1e6,
    "тисяч": 1e3, "тисячі": 1e3, "тисячу": 1e3, "тис": 1e3, "тысячы": 1e3, "мільйон": 1e6, "мільйона": 1e6, "мільйонів": 1e6,
    "мільён": 1e6, "мільёна": 1e6, "мільёнаў": 1e6,
    "мільярд": 1e9, "мільярда": 1e9, "мільярдів": 1e9, "мільярдаў": 1e9, "миллиард": 1e9, "миллиарда": 1e9, "миллиардов": 1e9, "млрд": 1e9,
}  # fmt: skip
ORDINALS = {
    word: n for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)
}
SLAVIC_ORDINALS = tuple(
    "перв втор трет четв пятый пятого пятом шест седьм восьм девят перш друг чверт п'ят шост сьом дев'ят чацв пяты шаст сём дзевят".split()
)
PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4, "fifth": 5, "fifths": 5,
         "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10}  # fmt: skip
# Word → "month", "weekday" or "day", and which.
CALENDAR = {spelled(form): (kind, int(which)) for kind, which, *forms in map(str.split, read_lines("calendar.txt")) for form in forms}
MONTHS = {form: which for form, (kind, which) in CALENDAR.items() if kind == "month"}
WRITTEN_DAYS = {spelled(form): int(day) for day, *forms in map(str.split, read_lines("ordinals.txt")) for form in forms}

TOKEN = re.compile(
    rf"(?P<digits>(?<![\w.,])(?<!\w-){NUMBER})(?P<suffix>(?:st|nd|rd|th|s)\b)?"
    rf"|(?P<word>[^\W\d_]++(?:(?:[{ACCENTS}{SOFT}]++|(?<=[пвПВ])[{APOSTROPHES}](?=[яЯ]))[^\W\d_]*+)*+(?:(?<=per) cent\b)?)"
    r"|(?P<mark>%|[.!?;:,](?=\s|$))"
)
TENS_OF_DAYS = (20, 30)
MOST_COUNTED = 1000  # the largest number in digits that counts parts or people: "three out of four"
FIRST_YEAR, LAST_YEAR = 1700, 2100


class Token(NamedTuple):
    """`kind` is digits, word or mark; a word is case-folded, and `value` is that of digits alone."""

    kind: str
    text: str
    value: float
    start: int
    end: int
    suffix: str = ""


Tokens: TypeAlias = Sequence[Token]


class Cardinal(NamedTuple):
    """A number, where it ends, and whether it is written in bare digits."""

    value: float
    end: int
    is_bare: bool


_spelled = lru_cache(maxsize=65536)(spelled)


def tokens_of(text: str) -> list[Token]:
    return [_token(match) for match in TOKEN.finditer(text)]


_spelled = lru_cache(maxsize=65536)(spelled)


def _token(match: re.Match[str]) -> Token:
    kind, text = match.lastgroup or "", match[0]
    if match["digits"] is not None:
        return Token("digits", match[0], _value(match["digits"]), *match.span(), suffix=match["suffix"] or "")
    return Token(kind, text.casefold() if text.isascii() else _spelled(text), 0, *match.span())


def _value(digits: str) -> float:
    """What has several points, such as 12.05.2019, is one number all the same: it is compared with its like."""
    plain = plain_number(digits)
    return float((plain if plain.count(".") < 2 else plain.replace(".", ""))[:30])


def word_at(tokens: Tokens, at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def is_digits(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "digits"


def ordinal_at(tokens: Tokens, at: int) -> int:
    """3rd, third; 0 for anything else."""
    if is_digits(tokens, at):
        return int(tokens[at].value) if tokens[at].suffix in ("st", "nd", "rd", "th") else 0
    return ORDINALS.get(word_at(tokens, at), 0)


def written_day_at(tokens: Tokens, at: int) -> tuple[int, int]:
    """ "Двадцать шестого": the number, and how many words it takes; 0 for anything else."""
    tens, day = int(CARDINALS.get(word_at(tokens, at), 0)), WRITTEN_DAYS.get(word_at(tokens, at + 1), 0)
    if tens in TENS_OF_DAYS and 0 < day < TENS_OF_DAYS[0] // 2:
        return tens + day, 2
    return WRITTEN_DAYS.get(word_at(tokens, at), 0), 1


def small_at(tokens: Tokens, at: int) -> int:
    """A number that may count the parts of a share; 0 for anything else."""
    if is_digits(tokens, at):
        return int(tokens[at].value) if tokens[at].value <= MOST_COUNTED else 0
    return int(CARDINALS.get(word_at(tokens, at), 0))


def is_year(token: Token) -> bool:
    """2019, and the 1990s."""
    digits = token.text.rstrip("s")
    return digits.isdigit() and len(digits) == 4 and FIRST_YEAR <= token.value <= LAST_YEAR


# ---------------------------------------------------------------- a run of digits and number words


@dataclass(slots=True)
class _Sum:
    """What was read so far: `total` up to the last thousand, million, …, and what stands behind it."""

    total: float = 0.0
    current: float = 0.0
    has_begun: bool = False

    def times(self, magnitude: float) -> None:
        self.current = (self.current or 1) * magnitude
        if magnitude >= MAGNITUDES["thousand"]:
            self.total, self.current = self.total + self.current, 0.0


def cardinal_at(tokens: Tokens, at: int) -> Cardinal | None:
    """The number that begins here. "One" alone is none: it mostly stands for a person."""
    if magnitude := _half_of(tokens, at):
        return Cardinal(magnitude / 2, at + 3, is_bare=False)
    so_far, here = _Sum(), at
    while here < len(tokens) and (taken := _step(tokens, here, so_far)):
        so_far.has_begun, here = True, here + taken
    if here == at or (here == at + 1 and word_at(tokens, at) == "one"):
        return None
    return Cardinal(so_far.total + so_far.current, here, is_bare=here == at + 1 and is_digits(tokens, at))


def _half_of(tokens: Tokens, at: int) -> float:
    """ "Half a million"."""
    is_half = word_at(tokens, at) == "half" and word_at(tokens, at + 1) in ("a", "an")
    return MAGNITUDES.get(word_at(tokens, at + 2), 0) if is_half else 0


def _step(tokens: Tokens, here: int, so_far: _Sum) -> int:
    for step in STEPS:
        if taken := step(tokens, here, so_far):
            return taken
    return 0


def _digits(tokens: Tokens, here: int, so_far: _Sum) -> int:
    token = tokens[here]
    if token.kind != "digits" or so_far.has_begun or token.suffix not in ("", "s"):
        return 0
    so_far.current = token.value
    return 1


def _number_word(tokens: Tokens, here: int, so_far: _Sum) -> int:
    """Not the first word of an ordinal of two: "в тридцать втором году"."""
    if (word := word_at(tokens, here)) not in CARDINALS or (so_far.has_begun and tokens[here - 1].kind == "digits"):
        return 0
    if (following := word_at(tokens, here + 1)).startswith(SLAVIC_ORDINALS) and following not in CARDINALS:
        return 0
    so_far.current += CARDINALS[word]
    return 1


def _magnitude(tokens: Tokens, here: int, so_far: _Sum) -> int:
    """ "Million" behind a number or an article, "50m" without a space, "dozens" by itself."""
    if (word := word_at(tokens, here)) not in MAGNITUDES:
        return 0
    is_letter = len(word) == 1
    if is_letter and tokens[here - 1].end != tokens[here].start:
        return 0
    if not so_far.has_begun and word_at(tokens, here - 1) not in ("a", "an") and not word.endswith("s"):
        return 0
    so_far.times(MAGNITUDES[word])
    return 1


def _and_a_half(tokens: Tokens, here: int, so_far: _Sum) -> int:
    """ "Two and a half", "одиннадцать с половиной"."""
    words = [word_at(tokens, here + more) for more in range(3)]
    taken = 3 * (words == ["and", "a", "half"]) or 2 * (words[0] in ("с", "з") and words[1] in ("половиной", "половиною", "паловай"))
    so_far.current += 0.5 * bool(taken and so_far.has_begun)
    return taken if so_far.has_begun else 0


def _and(tokens: Tokens, here: int, so_far: _Sum) -> int:
    """ "A hundred and twenty"."""
    joins = so_far.has_begun and word_at(tokens, here) == "and" and word_at(tokens, here + 1) in CARDINALS
    return int(joins and tokens[here - 1].text in MAGNITUDES)


# Each adds what it reads to the sum and answers how many tokens it took; the first that takes any decides.
STEPS: tuple[Callable[[Tokens, int, _Sum], int], ...] = (_digits, _number_word, _magnitude, _and_a_half, _and)
