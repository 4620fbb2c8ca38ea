"""The quantities of a text, normalised: "$0.3bn", "300 million" and "three hundred million" are one value; so are "two thirds" and "67%".

Years stand apart from other numbers, and so do days of a month and ranks ("the third highest").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

TOLERANCE = 0.02

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = {word: n for n, word in enumerate(UNITS.split())} | {word: 10 * n for n, word in enumerate(TENS.split(), 2)}
MAGNITUDES = {
    "dozen": 12, "dozens": 12, "hundred": 100, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
    "тысяч": 1e3, "тысячи": 1e3, "тыс": 1e3, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "млн": 1e6,
    "тисяч": 1e3, "тисячі": 1e3, "тысячы": 1e3, "мільйон": 1e6, "мільйона": 1e6, "мільйонів": 1e6,
    "мільён": 1e6, "мільёна": 1e6, "мільёнаў": 1e6,
    "мільярд": 1e9, "мільярда": 1e9, "мільярдів": 1e9, "мільярдаў": 1e9, "миллиард": 1e9, "миллиарда": 1e9, "миллиардов": 1e9, "млрд": 1e9,
}  # fmt: skip
ORDINALS = {
    word: n for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)
}
PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4, "fifth": 5, "fifths": 5,
         "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10}  # fmt: skip
PARTS_GO_ON = frozenset("of as more less and or the in since from to by on at over under than within during after before".split())
PERCENT = {"%", "percent", "percents", "pct", "percentage", "процент", "процента", "процентов", "процентам", "процентами", "відсоток",
           "відсотка", "відсотків", "працэнт", "працэнта", "працэнтаў"}  # fmt: skip
MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name[:length]: n for n, name in enumerate(MONTH_NAMES, 1) for length in (3, len(name))} | {"sept": 9}

TOKEN = re.compile(
    r"(?P<digits>(?<![\w.,])(?<!\w-)(?:[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]++(?:[.,][0-9]++)*+))"
    r"(?P<suffix>(?:st|nd|rd|th|s)\b)?"
    r"|(?P<word>[^\W\d_]++(?:(?<=per) cent\b)?)|(?P<mark>%|[.!?;:,](?=\s|$))"
)
STARTS = frozenset([*CARDINALS, *MAGNITUDES, *ORDINALS, *PARTS, *MONTHS, "a", "an", "every"])
WRITTEN_OUT = [word for word in (*CARDINALS, *MAGNITUDES, *ORDINALS, *PARTS) if len(word) > 2]
MAY_COUNT = re.compile(r"[0-9]|(?<!\w)(?:" + "|".join(WRITTEN_OUT) + r")(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class Quantity:
    """`kind` is plain, year, percent, rank or day; quantities of different kinds are not compared. `text` is as written."""

    kind: str
    value: float
    text: str
    start: int
    end: int

    @property
    def token(self) -> str:
        """One spelling for what is nearly equal; a stem like any other to the index."""
        return f"#{self.value:.2g}{'%' * (self.kind == 'percent')}" if self.kind in ("plain", "percent") else f"#{self.kind}{self.value:g}"

    def equals(self, other: Quantity) -> bool:
        if {self.kind, other.kind} <= {"year", "day", "rank"}:
            return self.kind == other.kind and self.value == other.value
        if "year" in (self.kind, other.kind):
            return {self.kind, other.kind} == {"year", "plain"} and self.value == other.value
        return self.kind == other.kind and abs(self.value - other.value) <= TOLERANCE * max(abs(self.value), abs(other.value))

    def conflicts(self, other: Quantity) -> bool:
        """The two could stand in one place, and differ."""
        kinds = {self.kind, other.kind}
        return (len(kinds) == 1 or kinds in ({"year", "plain"}, {"day", "plain"})) and not self.equals(other)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    value: float
    start: int
    end: int
    suffix: str = ""


def quantities(text: str) -> tuple[Quantity, ...]:
    if not MAY_COUNT.search(text):
        return ()
    tokens = [_token(match) for match in TOKEN.finditer(text)]
    found, at = [], 0
    while at < len(tokens):
        if tokens[at].kind != "digits" and tokens[at].text not in STARTS:
            at += 1
            continue
        quantity, following = _quantity(tokens, at)
        if quantity:
            kind, value = quantity
            start, end = _from(text, tokens[at]), tokens[following - 1].end
            found.append(Quantity(kind, value, text[start:end], start, end))
        at = max(following, at + 1)
    return tuple(found)


def unmatched(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Quantity]:
    return [one for one in ours if not any(one.equals(other) for other in theirs)]


def unpaired(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Quantity]:
    """Stricter: each of theirs answers for one of ours alone. For texts that are otherwise the same."""
    left, alone = list(theirs), []
    for one in ours:
        equal = [other for other in left if one.equals(other)]
        pair = min(equal, key=lambda other: abs(one.value - other.value)) if equal else None
        if pair:
            left.remove(pair)
        else:
            alone.append(one)
    return alone


def _token(match: re.Match[str]) -> _Token:
    kind, text = match.lastgroup or "", match[0]
    if match["digits"] is not None:
        return _Token("digits", match[0], _value(match["digits"]), *match.span(), suffix=match["suffix"] or "")
    return _Token(kind, text.casefold(), 0, *match.span())


def _value(digits: str) -> float:
    """1,500,000 and 1 500 000 and 1.500.000 are grouped; 1.5 and 1,5 are decimal."""
    plain = re.sub(r"\s", "", digits)
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", plain):
        return float(plain.replace(",", ""))
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}", plain):
        return float(plain.replace(".", ""))
    if re.fullmatch(r"[0-9]+[.,][0-9]+", plain):
        return float(plain.replace(",", "."))
    return float(re.sub(r"[.,]", "", plain)[:30])


def _from(text: str, token: _Token) -> int:
    return token.start - (token.start > 0 and text[token.start - 1] in "$€£₽")


def _quantity(tokens: list[_Token], at: int) -> tuple[tuple[str, float] | None, int]:
    """The quantity that begins here, and where it ends; each reading is tried in turn."""
    for reading in (_date, _rank, _share, _number):
        if found := reading(tokens, at):
            return found
    return None, at + 1


def _word(tokens: list[_Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _ordinal(tokens: list[_Token], at: int) -> int:
    if at < len(tokens) and tokens[at].kind == "digits":
        return int(tokens[at].value) if tokens[at].suffix in ("st", "nd", "rd", "th") else 0
    return ORDINALS.get(_word(tokens, at), 0)


def _day(tokens: list[_Token], at: int) -> int:
    if at < len(tokens) and tokens[at].kind == "digits" and not tokens[at].suffix and tokens[at].value <= 31 and tokens[at].text.isdigit():
        return int(tokens[at].value)
    return _ordinal(tokens, at)


def _date(tokens: list[_Token], at: int) -> tuple[tuple[str, float], int] | None:
    """9 May, the 9th of May, May 9th."""
    if _word(tokens, at) in MONTHS and (day := _day(tokens, at + 1)):
        return ("day", MONTHS[_word(tokens, at)] * 100 + day), at + 2
    if day := _day(tokens, at):
        month = at + 1 + (_word(tokens, at + 1) == "of")
        if _word(tokens, month) in MONTHS:
            return ("day", MONTHS[_word(tokens, month)] * 100 + day), month + 1
    return None


def _rank(tokens: list[_Token], at: int) -> tuple[tuple[str, float], int] | None:
    """An ordinal from second on; "first" only before a superlative, for it opens too many sentences."""
    place = _ordinal(tokens, at)
    if not place or (_word(tokens, at) in PARTS and _is_part(tokens, at)):
        return None
    return (("rank", place), at + 1) if place > 1 or is_superlative(_word(tokens, at + 1)) else None


def is_superlative(word: str) -> bool:
    return word in ("most", "least", "best", "worst") or (
        word.endswith("est") and len(word) > 5 and word not in ("interest", "request", "protest", "harvest", "forest", "suggest", "contest")
    )


def _is_part(tokens: list[_Token], at: int) -> bool:
    """A third of, by a third; but not: for a third term."""
    return _word(tokens, at - 1) in ("a", "one") and (
        at + 1 >= len(tokens) or tokens[at + 1].kind == "mark" or _word(tokens, at + 1) in PARTS_GO_ON
    )


def _share(tokens: list[_Token], at: int) -> tuple[tuple[str, float], int] | None:
    """Half of, a third, every third, two thirds, one in two, three out of four."""
    word = _word(tokens, at)
    if word == "half" and _word(tokens, at - 1) != "and" and _word(tokens, at + 1) not in ("a", "an"):
        return ("percent", 50.0), at + 1
    if word in ("a", "one") and _word(tokens, at + 1) in PARTS and _is_part(tokens, at + 1):
        return ("percent", 100 / PARTS[_word(tokens, at + 1)]), at + 2
    if word == "every" and (whole := _ordinal(tokens, at + 1)) > 1:
        return ("percent", 100 / whole), at + 2
    count = _small(tokens, at)
    if not count:
        return None
    if (part := _word(tokens, at + 1)) in PARTS and part.endswith("s"):
        return ("percent", 100 * count / PARTS[part]), at + 2
    of = at + 1 + (_word(tokens, at + 1) == "out")
    if (
        _word(tokens, of) in ("in", "of")
        and (of > at + 1 or _word(tokens, of) == "in")
        and count < (whole := _small(tokens, of + 1)) <= 100
    ):
        return ("percent", 100 * count / whole), of + 2
    return None


def _small(tokens: list[_Token], at: int) -> int:
    if at < len(tokens) and tokens[at].kind == "digits":
        return int(tokens[at].value) if tokens[at].value <= 1000 else 0
    return CARDINALS.get(_word(tokens, at), 0)


def _number(tokens: list[_Token], at: int) -> tuple[tuple[str, float], int] | None:
    value, following, plain = _cardinal(tokens, at)
    if following == at:
        return None
    if _word(tokens, following) in PERCENT or re.fullmatch(r"per cent", _word(tokens, following)):
        return ("percent", value), following + 1
    if plain and _is_year(tokens[at]):
        return ("year", value), following
    return ("plain", value), following


def _is_year(token: _Token) -> bool:
    return token.text.rstrip("s").isdigit() and len(token.text.rstrip("s")) == 4 and 1700 <= token.value <= 2100


def _cardinal(tokens: list[_Token], at: int) -> tuple[float, int, bool]:
    """Value, end, and whether it is bare digits. "One" alone is no number: it mostly stands for a person."""
    total, current, here, begun = 0.0, 0.0, at, False
    while here < len(tokens):
        token, word = tokens[here], _word(tokens, here)
        if token.kind == "digits" and not begun and token.suffix in ("", "s"):
            current = token.value
        elif word in CARDINALS and not (begun and tokens[here - 1].kind == "digits"):
            current += CARDINALS[word]
        elif (
            word in MAGNITUDES
            and (len(word) > 1 or tokens[here - 1].end == token.start)
            and (begun or _word(tokens, here - 1) in ("a", "an") or word.endswith("s"))
        ):
            current = (current or 1) * MAGNITUDES[word]
            if MAGNITUDES[word] >= 1000:
                total, current = total + current, 0
        elif word == "half" and not begun and _word(tokens, here + 1) in ("a", "an") and _word(tokens, here + 2) in MAGNITUDES:
            return MAGNITUDES[_word(tokens, here + 2)] / 2, here + 3, False
        elif word == "and" and begun and _word(tokens, here + 1) == "a" and _word(tokens, here + 2) == "half":
            current, here = current + 0.5, here + 2
        elif word == "and" and begun and tokens[here - 1].text in MAGNITUDES and _word(tokens, here + 1) in CARDINALS:
            pass
        else:
            break
        begun, here = True, here + 1
    if here == at + 1 and _word(tokens, at) == "one":
        return 0, at, False
    return total + current, here, here == at + 1 and tokens[at].kind == "digits"
