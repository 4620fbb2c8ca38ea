"""Stretches of the tokens of a sentence, in any language: quotations in a row, and where what is said ends."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from archive.extraction.speech.grammar import NOTHING, Content, Cued, Reached
from archive.extraction.speech.reports import LEAST_QUOTED, LINKS
from archive.extraction.text.tokens import Token

# Marks that belong to the word before them.
CLINGING = ("%", ")", "]", "$", "°")
# In Title Case so many of the long words begin with a capital, and a long word has so many letters.
MOST_OF, LEAST_LONG = 0.75, 4


def is_long_quote(token: Token) -> bool:
    return token.quoted is not None and token.quoted.words >= LEAST_QUOTED


def first_at(tokens: Sequence[Token], begin: int, end: int, marks: Container[str]) -> int | None:
    """The first of the tokens `begin` to `end` that is one of the marks."""
    return next((n for n in range(begin, min(end, len(tokens))) if tokens[n].text in marks), None)


def past_links(tokens: Sequence[Token], begin: int, end: int) -> int:
    while begin < end and tokens[begin].text in LINKS:
        begin += 1
    return begin


def before_links(tokens: Sequence[Token], begin: int, end: int) -> int:
    while end > begin and tokens[end - 1].text in LINKS:
        end -= 1
    return end


def end_of_content(cued: Cued, begin: int, ends_at: Callable[[Cued, int, int], bool]) -> int:
    """One past the words that begin at a token: up to where the reporter goes on, without the marks before that."""
    tokens = cued.tokens
    end = next((n for n in range(begin + 1, len(tokens)) if ends_at(cued, n, begin)), len(tokens))
    while end > begin and tokens[end - 1].kind == "p" and tokens[end - 1].text not in CLINGING:
        end -= 1
    return end


def quotations(tokens: Sequence[Token], at: int, how: str = "quotation after", joining: Container[str] = ()) -> Content:
    """The quotation at the token and those that follow it with nothing but a comma or a joining word between."""
    end = at
    while end < len(tokens) and (_is_next_quotation(tokens, end, at) or _joins_quotations(tokens, end, joining)):
        end += 1
    return Content(at, end, how, apart=True)


def _is_next_quotation(tokens: Sequence[Token], n: int, first: int) -> bool:
    return tokens[n].kind == "q" and (n == first or is_long_quote(tokens[n]))


def _joins_quotations(tokens: Sequence[Token], n: int, joining: Container[str]) -> bool:
    return tokens[n].text == "," or (tokens[n].lower in joining and n + 1 < len(tokens) and is_long_quote(tokens[n + 1]))


def quotation_in_clause(here: Reached, begin: int, joining: Container[str] = ()) -> Content:
    """The first long quotation behind the cue, before the next one, where no other words were reported of it."""
    stop = min(len(here.tokens), here.following.begin if here.following else len(here.tokens))
    later = next((n for n in range(begin, stop) if is_long_quote(here.tokens[n])), None)
    return quotations(here.tokens, later, "quotation in the clause", joining) if later is not None else NOTHING


def is_in_title_case(cued: Cued, at: int, small: Container[str] = ()) -> bool:
    """The long words of a quotation, but for the small ones, begin with capitals."""
    quoted = cued.tokens[at].quoted
    inner = cued.text[quoted.inner : quoted.outer].split() if quoted else []
    long = [word for word in inner if len(word) >= LEAST_LONG and word[0].isalpha() and word not in small]
    return bool(long) and sum(word[0].isupper() for word in long) >= MOST_OF * len(long)
