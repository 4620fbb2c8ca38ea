"""What stands between a Russian, Belarusian or Ukrainian verb of speech and who speaks: the day, the place, the occasion, who was told.

"Сказал в пятницу на брифинге в порту | Савин", "рассказала в интервью газете «Край» | директор завода Анна Ли".
"""

from __future__ import annotations

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.slavic import particles
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.callings import is_also_surname
from archive.extraction.languages.slavic.converbs import CONVERB
from archive.extraction.languages.slavic.governing import PREPOSITIONS, cases_of_office
from archive.extraction.languages.slavic.morphology import forms, is_of_people, is_place
from archive.extraction.languages.slavic.nominatives import NOMINATIVE, cases_of_name
from archive.extraction.people.unit import Unit
from archive.extraction.speech.slavic.noun_phrases import cases_of_mention, is_short_quote, lower_at
from archive.extraction.speech.stretches import first_at
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

# Tokens of the day, the place and the occasion together.
LONGEST = 16
LEADING = frozenset(PREPOSITIONS) | {"по", "во", "падчас", "під", "через", "праз"}
DAY_DIGITS = 2
# A shorter word in capitals that no dictionary knows may be an acronym.
LEAST_NAME = 4


def past_days(tokens: tuple[Token, ...], at: int) -> int:
    """Past "в пятницу", "14 марта" and ", 14 марта,"."""
    while lower_at(tokens, at) in particles.WITHIN and lower_at(tokens, at + 1) in particles.DAYS:
        at += 2
    if lower_at(tokens, at).isdigit() and len(lower_at(tokens, at)) <= DAY_DIGITS:
        at += 2
    if lower_at(tokens, at) == "," and lower_at(tokens, at + 1).isdigit() and lower_at(tokens, at + 3) == ",":
        at += 4
    return at


def behind_aside(unit: Unit, at: int) -> int | None:
    """The token with which the speaker begins, behind an aside that begins at the token; None where there is none of these."""
    tokens = unit.tokens
    if at >= len(tokens) or not (_opens(tokens[at]) or _is_converb(tokens, at)):
        return None
    if tokens[at].text == ",":
        comma = first_at(tokens, at + 1, at + LONGEST, (",",))
        return comma + 1 if comma and comma + 1 < len(tokens) and SPEAKS(unit, comma + 1) else None
    for n in range(at + 1, min(len(tokens), at + LONGEST)):
        if _ends(tokens, n):
            return None
        if lower_at(tokens, n - 1) not in LEADING and SPEAKS(unit, n):
            return _with_adjectives(tokens, n, at)
    return None


def _opens(token: Token) -> bool:
    """A preposition, or a noun that is no subject: "| журналистам", "| агентству"."""
    return token.lower in LEADING or (not token.is_capital and _is_oblique(token.lower))


def _is_converb(tokens: tuple[Token, ...], at: int) -> bool:
    """ "сказал|, выступая в порту, министр"."""
    return tokens[at].text == "," and CONVERB.fullmatch(lower_at(tokens, at + 1)) is not None


def _is_oblique(word: str) -> bool:
    cases = {form.case for form in forms(word) if form.part in ("NOUN", "ADJF", "PRTF", "NUMR")}
    return bool(cases) and NOMINATIVE not in cases


def _ends(tokens: tuple[Token, ...], n: int) -> bool:
    """Another clause, or a mark that no day has about it."""
    token = tokens[n]
    if token.kind == "w":
        return token.lower in particles.BREAKS or token.lower in slavic.SAYING
    is_of_day = token.text == "," and (lower_at(tokens, n + 1).isdigit() or lower_at(tokens, n - 2).isdigit())
    return not (is_of_day or is_short_quote(token))


def _with_adjectives(tokens: tuple[Token, ...], n: int, floor: int) -> int:
    """ "в порту | официальный представитель"."""
    while n - 1 > floor and any(form.part == "ADJF" and form.case == NOMINATIVE for form in forms(tokens[n - 1].lower)):
        n -= 1
    return n


# ---------------------------------------------------------------- the speaker

SPEAKS = Rules[[Unit, int], bool]("does the speaker stand at the token behind an aside", otherwise=False)


@SPEAKS.rule("name", "«Мост откроют в мае, а дорогу починят», — сказал на встрече Иван Лось.")
def _named(unit: Unit, n: int) -> bool | None:
    named = next((m for m in unit.mentions if m.first <= n <= m.last), None)
    if named is None:
        return None
    office = unit.tokens[n].lower
    agrees = NOMINATIVE in cases_of_office(office) if is_calling(office) else NOMINATIVE in cases_of_mention(unit, named)
    return named.first == n and agrees


@SPEAKS.when("pronoun", True, "«Мост откроют в мае, а дорогу починят», — сказал на встрече он.")
def _pronoun(unit: Unit, n: int) -> bool:
    return unit.tokens[n].lower in slavic.PRONOUNS


@SPEAKS.when("office", True, "«Мост откроют в мае, а дорогу починят», — сказал на встрече министр.")
def _office(unit: Unit, n: int) -> bool:
    word = unit.tokens[n].lower
    listed = not (unit.tokens[n].is_capital and is_also_surname(word))
    return listed and is_calling(word) and NOMINATIVE in cases_of_office(word)


@SPEAKS.when("surname", True, "«Мост откроют в мае, а дорогу починят», — сказал на встрече Лось.")
def _surname(unit: Unit, n: int) -> bool:
    token = unit.tokens[n]
    if not token.is_capital or token.text.isascii() or token.text.isupper() or is_place(token.text):
        return False
    may_be = is_of_people(token.text) or is_also_surname(token.lower) or (not forms(token.lower) and len(token.text) >= LEAST_NAME)
    return may_be and NOMINATIVE in cases_of_name(token.text, unit.language)
