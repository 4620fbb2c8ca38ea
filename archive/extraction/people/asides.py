"""A nickname or birth name in marks within a name: "William “Bill” Oduya", "Maria (née Teller) Calder", "Ines (Inny) Lund"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import names as english
from archive.extraction.languages.families import is_cyrillic
from archive.extraction.people.runs import NO_NAME
from archive.extraction.text.tokens import Token

CLOSING = {"(": ")", "[": "]", "'": "'", "‘": "’", '"': '"', "“": "”", "„": "“", "«": "»"}
LONGEST = 3  # words in brackets: "née de Witt"
LONGEST_NICKNAME = 2
# What is taken out of a name as it is printed.
PRINTED = re.compile(r"\s[“\"‘'„«(\[][^”\"’'»)\]]{1,40}[”\"’'»)\]](?=\s)")


def without_asides(tokens: Sequence[Token]) -> list[int]:
    """The numbers of the tokens that are left when nicknames and birth names within names are taken out."""
    kept, at = [], 0
    while at < len(tokens):
        kept.append(at)
        at = _past_aside(tokens, at + 1) if _may_be_of_a_name(tokens[at]) else at + 1
    return kept


def _may_be_of_a_name(token: Token) -> bool:
    """Not "Основатель | «Ринга» | Иван Лось": what the firm is called is no nickname."""
    is_office = is_cyrillic(token.text) and is_calling(token.lower)
    return token.is_capital and token.bare not in NO_NAME and not is_office


def _past_aside(tokens: Sequence[Token], at: int) -> int:
    """One past the aside that begins at the token, where the name goes on behind it; the token itself where none does."""
    end = _end_of_aside(tokens, at) if at < len(tokens) else None
    goes_on = end is not None and end < len(tokens) and tokens[end].is_capital and tokens[end].bare not in NO_NAME
    return end if end is not None and goes_on else at


def _end_of_aside(tokens: Sequence[Token], at: int) -> int | None:
    if tokens[at].kind == "q":
        quoted = tokens[at].quoted
        return at + 1 if quoted and quoted.words <= LONGEST_NICKNAME and _is_nickname(tokens[at].text[1:-1].split()) else None
    closing = CLOSING.get(tokens[at].text)
    if closing is None:
        return None
    end = next((n for n in range(at + 2, min(len(tokens), at + 2 + LONGEST)) if tokens[n].text == closing), None)
    inner = [t.text for t in tokens[at + 1 : end]] if end else []
    return end + 1 if end and (inner[0] in english.BORN or _is_nickname(inner)) else None


def _is_nickname(inner: Sequence[str]) -> bool:
    """Not "(R)", "(NWB)" or "“No”,"."""
    return 0 < len(inner) <= LONGEST_NICKNAME and all(word[0].isupper() and word[-1].isalnum() and not word.isupper() for word in inner)
