"""The firms that a document names, so that "the company" and "the retailer" lead to the one that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import capitals
from archive.extraction.languages.english import words as en
from archive.extraction.speech.reports import Unit
from archive.extraction.text.tokens import Token

# What a later sentence calls a firm.
NOUNS = words(
    """
    company firm corporation retailer maker manufacturer carrier airline lender chain automaker carmaker chipmaker drugmaker brewer
    producer operator builder developer insurer supplier brokerage phone-maker
    """
)
# Where no such noun stands, no firm is looked for.
ASKED = re.compile(rf"\b(?:[Tt]he|[Tt]his)\s(?:[\w-]{{1,30}}\s)?(?:{'|'.join(sorted(NOUNS))})\b")
SUFFIXES = words("inc inc. corp corp. co co. ltd ltd. llc plc plc. holdings company corporation")
EXCHANGES = words("nasdaq nyse amex lse otc otcbb asx tsx")
SHARES = words("shares stock")
LONGEST = 6


def firms_of(text: str, units: Iterable[Unit]) -> frozenset[str]:
    """The firms by their fullest names: a name with a suffix, before an exchange in brackets, beside "shares" or behind "retailer"."""
    found: set[str] = set()
    for unit in units if ASKED.search(text) else ():
        tokens = unit.tokens
        for at, token in enumerate(tokens):
            first = _ending_at(tokens, at) if token.is_capital and _is_told(tokens, at) else None
            if first is not None:
                found.add(text[tokens[first].start : tokens[at].start + len(token.bare)].rstrip(","))
    return frozenset(name for name in found if not any(other != name and other.startswith(f"{name} ") for other in found))


def is_firm(printed: str, head: str) -> bool:
    """ "The company", "the Oslo-based retailer": a definite noun for a firm."""
    low = printed.lower().split()
    return head in NOUNS and low[0] in ("the", "this") and len(low) <= 3 and all("-" in word for word in low[1:-1])


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    ahead = tokens[at + 1] if at + 1 < len(tokens) else None
    if ahead is not None and ahead.is_capital and ahead.lower not in EXCHANGES:
        return False
    if token.lower in SUFFIXES:
        return at > 0 and tokens[at - 1].is_capital and tokens[at - 1].lower not in en.DETERMINERS
    if ahead is not None and (ahead.lower in SHARES or (ahead.text == "(" and at + 2 < len(tokens) and tokens[at + 2].lower in EXCHANGES)):
        return token.text not in capitals.PLAIN_CAPITALS | capitals.NATIONS
    first = _ending_at(tokens, at)
    before = [t.lower for t in tokens[max(0, (first or 0) - 2) : first or 0]]
    return bool(before) and (before[-1] in NOUNS or before == ["shares", "of"] or before[-1].endswith("-based"))


def _ending_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where the run of capitals begins that ends with token `at`."""
    first = at
    while first > 0 and at - first < LONGEST and tokens[first - 1].is_capital and tokens[first - 1].end + 1 == tokens[first].start:
        if tokens[first - 1].lower.endswith("-based"):
            break
        first -= 1
    while first < at and (tokens[first].lower in en.DETERMINERS or tokens[first].text in capitals.PLAIN_CAPITALS):
        first += 1
    return first if tokens[first].lower not in en.DETERMINERS else None
