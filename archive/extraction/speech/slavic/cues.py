"""Finds the verbs of speech of a Russian, Belarusian or Ukrainian sentence, each with its source on either side, and phrases such as
"по словам"."""

from __future__ import annotations

import re

from archive.extraction.languages.slavic import verbs as slavic_verbs
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.speech.colons import colon_cue, is_colon
from archive.extraction.speech.english.content import DASHES
from archive.extraction.speech.english.noun_phrases import Source
from archive.extraction.speech.english.unsaid import is_unsaid_slavic
from archive.extraction.speech.reports import Cue, Unit
from archive.extraction.speech.slavic.left import (
    ADVERBS,
    anyone_left,
    anyone_right,
    before_adjunct,
    called,
    clause_subject,
    from_calling,
    left_of,
    right_of,
)
from archive.extraction.text.tokens import Token

TOGETHER = frozenset("и і а та й".split())
# Between a dash and the verb: "— зокрема сказав міністр".
INSERTED = frozenset("также зокрема частности в у прыватнасці таксама також затем далее тогда при этом потом".split())
MANNER = re.compile(r"[а-яіўєґ]{2,14}(?:енно|ивно|ично|льно|рдо|стро|ратко|нно|чна|льна)")
# The phrases "по словам", "згідно з" by their first word.
BY_FIRST = {first: tuple(phrase for phrase in slavic.ACCORDING if phrase[0] == first) for first, *_ in slavic.ACCORDING}


def cues_of(unit: Unit) -> list[Cue]:
    """The cues of the sentence in order."""
    found: list[Cue] = []
    for at, token in enumerate(unit.tokens):
        if is_colon(unit, at):
            cue = colon_cue(unit, at, left_of(unit, at - 1))
            found += [cue] if cue else []
        if token.kind != "w":
            continue
        phrase = _words_of(unit, at) or according(unit, at)
        if phrase:
            found.append(phrase)
        elif token.lower in (slavic_verbs.DENIED if _is_negated(unit.tokens, at) else slavic.SAYING):
            cue = _verb(unit, at, found)
            if cue and not is_unsaid_slavic(unit.tokens, cue):
                found.append(cue)
    return found


def _is_negated(tokens: tuple[Token, ...], at: int) -> bool:
    return at > 0 and tokens[at - 1].lower in ("не", "ни")


def according(unit: Unit, at: int) -> Cue | None:
    """ "по словам министра": the source is in the genitive after it."""
    tokens = unit.tokens
    for phrase in BY_FIRST.get(tokens[at].lower, ()):
        if tuple(t.lower for t in tokens[at : at + len(phrase)]) == phrase:
            source = (called(unit, at + len(phrase)) if phrase[-1] in slavic.WORDS_OF else None) or right_of(unit, at + len(phrase))
            return Cue(at, at + len(phrase) - 1, "according to", source) if source else None
    return None


def _words_of(unit: Unit, at: int) -> Cue | None:
    """ "по его словам"."""
    tokens = unit.tokens
    if at + 2 >= len(tokens) or tokens[at].lower not in ("по", "па", "за", "паводле", "на"):
        return None
    owner = next((n for n in (at + 1, at + 2) if tokens[n].lower in slavic.POSSESSIVES), None)
    if owner is None or not {tokens[at + 1].lower, tokens[at + 2].lower} & slavic.WORDS_OF:
        return None
    source = Source("pronoun", slavic.POSSESSIVES[tokens[owner].lower], at, at + 2, tokens[owner].start, tokens[owner].end)
    return Cue(at, at + 2, "according to", source)


def _subject_left(unit: Unit, at: int, found: list[Cue]) -> Source | None:
    """Who stands before the verb; before "и" it is the subject of the clause, or of the verb of speech before."""
    if at and unit.tokens[at - 1].lower in TOGETHER:
        return (found[-1].source if found else None) or clause_subject(unit, at - 1)
    return left_of(unit, at - 1) or before_adjunct(unit, at - 1)


def _within_body(unit: Unit, right: Source | None, verb: str) -> Source | None:
    """ "повідомили | Інформбюро у прес-службі": who was told stands before the body that tells."""
    if right is None or right.kind != "body" or right.first != right.last or not verb.endswith(("ли", "лі")):
        return right
    at = right.last + 1
    if at + 1 >= len(unit.tokens) or unit.tokens[at].lower not in ("в", "во", "у", "ў", "на"):
        return right
    told = right_of(unit, at + 1)
    return told if told and told.kind == "body" else right


def _verb(unit: Unit, at: int, found: list[Cue]) -> Cue | None:
    tokens = unit.tokens
    before = at - 1
    while before > 0 and (tokens[before].lower in INSERTED | ADVERBS or MANNER.fullmatch(tokens[before].lower)):
        before -= 1
    after_words = before >= 0 and (tokens[before].text in DASHES or tokens[before].kind == "q" or tokens[before].text == ",")
    left = _subject_left(unit, at, found)
    inside = at + 2 < len(tokens) and tokens[at + 1].lower in ("в", "во", "у", "ў", "на")  # "сообщили в министерстве"
    right = right_of(unit, at + 2 if inside else at + 1)
    right = from_calling(unit, right) if right and inside and right.kind == "role" else right
    right = None if right and inside and right.kind == "person" else _within_body(unit, right, tokens[at].lower)
    source = right if after_words and right else left or right
    if source is None:
        right = anyone_right(unit, at + 2 if inside else at + 1) if after_words else None
        source = right or anyone_left(unit, at - 1)
    if source is None:
        return None
    return Cue(before + 1 if after_words else at, at, tokens[at].lower, source, inverted=source is right)
