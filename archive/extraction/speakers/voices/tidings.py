"""Tells the title of somebody's own words from one that tells something of them: “Speech by Anna Hill cancelled”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import occasions, particles, verbs
from archive.extraction.languages.families import is_cyrillic
from archive.extraction.languages.slavic import occasions as slavic
from archive.extraction.languages.slavic.morphology import forms
from archive.extraction.speech.english.predicates import has_predicate
from archive.extraction.text.tokens import Token

# Behind these stands what is said, or something of its own: "Remarks by Anna Hill: A Bridge for All".
CLOSING = (":", "|", "–", "—", "«", "“", '"')
# "Full text of the speech", «Стенограмма выступления».
TEXTS = words("text transcript version excerpts excerpt copy part translation recording video")
TEXT_STEMS = ("текст", "тэкст", "стенограм", "стэнаграм", "расшифровк", "запис", "запіс", "фрагмент", "отрыв", "видео", "відео", "відэа")
ENGLISH = particles.PREPOSITIONS | particles.ADJUNCT_HEADS | words("of regarding concerning against upon")
# What may stand right behind the name beside an office, a gerund and a figure.
BEHIND = ENGLISH | words(
    """
    nominee delivered made given read this next today yesterday
    january february march april may june july august september october november december
    """
)
FINITE = particles.FINITE | verbs.PASTS | verbs.THIRDS
# What titles say that words did.
STIRRING = words("angers sparks triggers stirs shocks upsets outrages divides prompts draws causes moves enrages delights puzzles")
PARTICIPLES = verbs.PASTS | words("stolen withdrawn torn forgotten hidden broken taken thrown shown written given drawn spoken forbidden")
NO_PARTICIPLES = words("united need speed feed")
# Russian, Ukrainian and Belarusian prepositions; other small words of these languages stand behind nouns too.
SLAVIC = words(
    "в во на о об обо от к ко с со по за из у про перед после против для над при до без і з із зі від після щодо проти пра аб ад да "
    "пасля супраць адносна ва"
)
VERBAL = ("VERB", "PRTS")
# Of a verb that no dictionary tells: a Belarusian one, and a Ukrainian one where its dictionary is not installed.
UNTOLD = re.compile(r"\w{2,20}(?:[аяиіїыш](?:ла|лі|ли|ло)(?:ся)?|[аяиіїы][вў]ся|[уюае](?:цца|ться)|[ую]ць)|\w{3,20}(?:лася|ліся|лися|лося)")
STEM = re.compile(rf"(?:{'|'.join(sorted(slavic.ADDRESS_STEMS, key=len, reverse=True))})(?P<ending>\w*)")
ENDINGS = words("а у е и і ы о я ю й ь ом ем ам ям ой ей ою ею ії ий ия ие ию ях").union([""])


def is_address(token: Token) -> bool:
    """What one says or writes in his own name; «Словакия» only begins as «слова» does."""
    if not is_cyrillic(token.text):
        return token.lower in occasions.ADDRESSES
    stem = STEM.fullmatch(token.lower)
    return stem is not None and stem["ending"] in ENDINGS


def tells_of_words(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether the title says something of the words, by what stands before and behind “speech by Anna Hill”."""
    before = list(takewhile(lambda token: token.kind == "w", reversed(before)))[::-1]
    behind = list(takewhile(lambda token: token.text not in CLOSING, behind))
    if any(is_cyrillic(token.text) for token in (*before, *behind)):
        return any(map(_is_slavic_verb, (*before, *behind))) or _is_about(before, SLAVIC)
    return _is_about(before, ENGLISH) or _acts(before) or _goes_on(behind)


def _is_about(before: Sequence[Token], prepositions: frozenset[str]) -> bool:
    """ "Anger at remarks by Anna Hill", unlike "Full text of remarks by Anna Hill"."""
    return any(
        token.lower in prepositions and not (at and (before[at - 1].lower in TEXTS or before[at - 1].lower.startswith(TEXT_STEMS)))
        for at, token in enumerate(before)
    )


def _acts(before: Sequence[Token]) -> bool:
    """ "Court rejects appeal of Anna Hill", unlike "Prepared remarks of Anna Hill"."""
    return any(token.lower in FINITE or (token.lower.endswith(("s", "ed")) and not token.lower.endswith("'s")) for token in before[1:])


def _goes_on(behind: Sequence[Token]) -> bool:
    """ "by Anna Hill cancelled", "by Anna Hill on the bridge leaked", unlike "by Anna Hill on the bridge"."""
    if not behind:
        return False
    first, last = behind[0], behind[-1]
    if first.kind == "w" and not _may_follow(first):
        return True
    low = last.lower
    ends = low in PARTICIPLES or (low.endswith("ed") and low not in NO_PARTICIPLES)
    return (ends and not last.is_capital) or has_predicate(behind) or any(token.lower in STIRRING for token in behind)


def _may_follow(token: Token) -> bool:
    return token.lower in BEHIND or token.lower.endswith("ing") or token.text[0].isdigit() or is_calling(token.lower)


def _is_slavic_verb(token: Token) -> bool:
    found = forms(token.lower)
    return found[0].part in VERBAL if found else UNTOLD.fullmatch(token.lower) is not None
