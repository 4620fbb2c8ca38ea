"""The firms that a document names, so that "the company" and "the retailer" lead to the one that it is about.

They are known in English sentences alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archive.extraction.languages.english import capitals, particles
from archive.extraction.languages.english.bodies import EXCHANGES, FIRM_SUFFIXES, FIRMS, SHARES
from archive.extraction.languages.families import is_cyrillic
from archive.extraction.people.unit import Unit
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# Where no such noun stands, no firm is looked for.
ASKED = re.compile(rf"\b(?:[Tt]he|[Tt]his)\s(?:[\w-]{{1,30}}\s)?(?:{'|'.join(sorted(FIRMS))})\b")
# Capitals that have shares and an exchange behind them by chance.
NO_FIRM = capitals.PLAIN_CAPITALS | capitals.NATIONS
DEFINITE = ("the", "this")
# "Oslo-based".
PLACED = "-based"
# Capitals of one name, beside the last.
LONGEST = 6
# "The Oslo-based retailer".
LONGEST_NOUN = 3


def firms_of(text: str, units: Iterable[Unit]) -> frozenset[str]:
    """The firms by their fullest names: a name with a suffix, before an exchange in brackets, beside "shares" or behind "retailer"."""
    found: set[str] = set()
    for unit in units if ASKED.search(text) else ():
        tokens = unit.tokens
        for at, token in enumerate(tokens):
            first = _ending_at(tokens, at) if _may_end(token) and ENDS_FIRM(tokens, at) else None
            if first is not None:
                found.add(text[tokens[first].start : tokens[at].start + len(token.bare)].rstrip(","))
    return frozenset(name for name in found if not any(other != name and other.startswith(f"{name} ") for other in found))


def is_firm(printed: str, head: str) -> bool:
    """ "The company", "the Oslo-based retailer": a definite noun for a firm."""
    low = printed.lower().split()
    return head in FIRMS and low[0] in DEFINITE and len(low) <= LONGEST_NOUN and all("-" in word for word in low[1:-1])


def _may_end(token: Token) -> bool:
    return token.is_capital and not is_cyrillic(token.text)


def _ending_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where the run of capitals begins that ends with token `at`."""
    first = at
    while first > 0 and at - first < LONGEST and _goes_before(tokens[first - 1], tokens[first]):
        first -= 1
    while first < at and (tokens[first].lower in particles.DETERMINERS or tokens[first].text in capitals.PLAIN_CAPITALS):
        first += 1
    return first if tokens[first].lower not in particles.DETERMINERS else None


def _goes_before(before: Token, token: Token) -> bool:
    return before.is_capital and before.end + 1 == token.start and not before.lower.endswith(PLACED)


# ---------------------------------------------------------------- the last capital of a firm

ENDS_FIRM = Rules[[Sequence[Token], int], bool]("does a capital end the name of a firm", otherwise=False)


@ENDS_FIRM.when("name that goes on", False, "Ardent Foods Inc. opened. The company said that the shop will stay.")
def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and behind.is_capital and behind.lower not in EXCHANGES


@ENDS_FIRM.rule("suffix", "Ardent Foods Inc. opened. The company said that the shop will stay.")
def _suffix(tokens: Sequence[Token], at: int) -> bool | None:
    if tokens[at].lower not in FIRM_SUFFIXES:
        return None
    return at > 0 and tokens[at - 1].is_capital and tokens[at - 1].lower not in particles.DETERMINERS


@ENDS_FIRM.rule("shares behind", "Ardent shares fell. The company said that the shop will stay.")
def _shares(tokens: Sequence[Token], at: int) -> bool | None:
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].text not in NO_FIRM if behind is not None and behind.lower in SHARES else None


@ENDS_FIRM.rule("exchange in brackets", "Ardent (NYSE: ADT) opened a shop. The company said that the shop will stay.")
def _exchange(tokens: Sequence[Token], at: int) -> bool | None:
    listed = at + 2 < len(tokens) and tokens[at + 1].text == "(" and tokens[at + 2].lower in EXCHANGES
    return tokens[at].text not in NO_FIRM if listed else None


@ENDS_FIRM.when("noun before", True, "It was opened by retailer Ardent. The company said that the shop will stay.")
def _noun(tokens: Sequence[Token], at: int) -> bool:
    return _word_before(tokens, at) in FIRMS


@ENDS_FIRM.when("shares before", True, "She sold shares of Ardent. The company said that the shop will stay.")
def _shares_of(tokens: Sequence[Token], at: int) -> bool:
    first = _ending_at(tokens, at)
    return bool(first) and [t.lower for t in tokens[max(0, (first or 0) - 2) : first]] == ["shares", "of"]


@ENDS_FIRM.when("place before", True, "She worked for Looe-based Ardent. The company said that the shop will stay.")
def _placed(tokens: Sequence[Token], at: int) -> bool:
    return _word_before(tokens, at).endswith(PLACED)


def _word_before(tokens: Sequence[Token], at: int) -> str:
    """Before the whole name, in small letters."""
    first = _ending_at(tokens, at)
    return tokens[first - 1].lower if first else ""
