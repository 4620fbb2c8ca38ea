"""Slavic names beside those of others: "вдова Петра Савина | Мария", "мать | Петра Савина", "сказал Иван Петров | Сергею Орлову"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages.callings import feminine, is_calling, lemma_of
from archive.extraction.languages.families import is_cyrillic
from archive.extraction.languages.names import FIRST_NAMES
from archive.extraction.languages.slavic.callings import KIN
from archive.extraction.languages.slavic.governing import GENITIVE, cases_of_office
from archive.extraction.languages.slavic.nominatives import NOMINATIVE, is_oblique, may_be_of, possible_cases, sure_ways
from archive.extraction.text.tokens import Token

# More words side by side are a list, and not of who spoke and who was told.
LONGEST = 10
Ways = frozenset[tuple[str, str]]


def own_name_at(tokens: Sequence[Token], begin: int, end: int) -> int | None:
    """ "Вдова Петра Савина | Мария", "жена Савина | Анна": a first name alone at the end of a run, behind whose relative or aide she is."""
    last = end - 1
    if not is_cyrillic(tokens[last].text) or tokens[last].text not in FIRST_NAMES:
        return None
    at = next((n for n in range(begin, last) if not is_calling(tokens[n].lower)), last)
    noun = tokens[at - 1].lower if at else ""
    return last if _is_subject(noun) and _is_whose(noun, tokens[at:last], tokens[last]) else None


def _is_subject(noun: str) -> bool:
    return is_calling(noun) and NOMINATIVE in cases_of_office(noun)


def _is_whose(noun: str, whose: Sequence[Token], own: Token) -> bool:
    """Of nouns other than for relatives only where all the names can't be one: "учительница Савина Анна"."""
    if not whose or whose[0].text in FIRST_NAMES:
        return False
    names = " ".join(token.text for token in whose)
    return possible_cases(names) >= GENITIVE and (lemma_of(noun) in KIN or not possible_cases(f"{names} {own.text}"))


def is_of_his_kin(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "мать | Петра Савина": a noun for women before the name of a man, at token `at`."""
    if not at or not is_cyrillic(tokens[at].text) or not feminine(tokens[at - 1].lower):
        return False
    return not may_be_of("f", " ".join(token.bare for token in tokens[at:end]))


def end_before_hearer(tokens: Sequence[Token], begin: int, end: int) -> int:
    """ "сказал Иван Петров | Сергею Орлову", "сказала Петрову | Белкина": where the name of a second person begins, which stands in the
    nominative where the first does not, or the other way round. Behind a genitive it is that of somebody's relative or aide."""
    within = range(begin, end) if end - begin <= LONGEST else ()
    known = [(n, ways) for n in within if (ways := sure_ways(tokens[n].bare))]
    if not known or is_oblique(tokens[known[0][0]].bare, asked=GENITIVE):
        return end
    first, ways = known[0]
    apart, others = next(((n, others) for n, others in known[1:] if ways.isdisjoint(others)), (end, ways))
    known_between = apart - first == sum(n < apart for n, _ in known)
    differ = _has_nominative(ways) != _has_nominative(others)
    return apart if differ and (known_between or _has_nominative(ways)) else end


def _has_nominative(ways: Ways) -> bool:
    return any(case == NOMINATIVE for case, _ in ways)
