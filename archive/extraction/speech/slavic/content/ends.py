"""Where reported words end in a Russian, Belarusian or Ukrainian sentence: before another verb of speech, what the speaker did next,
or somebody who objects."""

from __future__ import annotations

from bisect import bisect_left

from archive.extraction.languages import words
from archive.extraction.languages.slavic import verbs as slavic_verbs
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.languages.slavic.cases import gender_of_verb
from archive.extraction.languages.slavic.particles import ADVERBS, AND
from archive.extraction.speech.colons import COLON
from archive.extraction.speech.grammar import Cued
from archive.extraction.speech.slavic.cues import according
from archive.extraction.speech.slavic.opposing import AGAINST, opposes
from archive.extraction.speech.stretches import end_of_content, past_links
from archive.extraction.text.rules import Rules

# Conjunctions that open a clause of another speaker.
CONJUNCTIONS = words("а но але")
COMMAS = (",", "—", "–")
BETWEEN = ADVERBS | words("так и і")
# Between two verbs of one speaker.
GOING_ON = AND | CONJUNCTIONS | words("однако однак аднак проте")
# No sentence is left in fewer tokens.
LEAST_WORDS = 2
CONVERB_ENDINGS = ("в", "вши", "ўшы", "шы", "я")
NEXT_VERBS = slavic.SAYING | slavic_verbs.ACTIONS
# Nothing ends but at one of these.
MAY_END = AND | AGAINST | {*COMMAS, ";"}

ENDS = Rules[[Cued, int, int], bool]("does what is said in a Slavic sentence end at the token", otherwise=False)
BEHIND_COMMA = Rules[[Cued, int, int], bool]("does the reporter go on at the Slavic word behind a comma", otherwise=False)


def content_end(cued: Cued, begin: int) -> int:
    """One past the reported words that begin at a token."""
    return end_of_content(cued, begin, ends_at)


def ends_at(cued: Cued, n: int, begin: int) -> bool:
    """The words that are reported from `begin` on end before the token."""
    return cued.tokens[n].lower in MAY_END and ENDS(cued, n, begin)


@ENDS.rule("and", "Министр Олег Жданов сказал, что фирма построила мост и открыла дорогу.")
def _at_and(cued: Cued, n: int, begin: int) -> bool | None:
    if cued.tokens[n].lower not in AND:
        return None
    return n - begin >= LEAST_WORDS and _goes_on_with(cued, n + 1, begin)


@ENDS.when("semicolon before another speaker", True, "Иван Ковалёв сказал, что мост закрыт; Анна Новик: «Мост открыт для всех».")
def _before_another(cued: Cued, n: int, begin: int) -> bool:
    if cued.tokens[n].text != ";" or n + 1 >= len(cued.tokens):
        return False
    after = n + 1 + (cued.tokens[n + 1].lower in CONJUNCTIONS)
    return _is_next_label(cued, after) or opposes(cued.tokens, cued.unit.mentions, after)


def _is_next_label(cued: Cued, at: int) -> bool:
    """ "…; Анна Ли: «…»"."""
    cue = cued.openings.get(at)
    return cue is not None and cue.word == COLON


@ENDS.when("somebody objects", True, "Анна Новик сказала, что мост закрыт, однако эксперты возражают.")
def _before_objection(cued: Cued, n: int, begin: int) -> bool:
    return cued.tokens[n].lower in AGAINST and opposes(cued.tokens, cued.unit.mentions, n + 1)


@ENDS.rule("comma or dash", "Анна Новик сказала, что мост закрыт, добавив, что порт работает.")
def _at_comma(cued: Cued, n: int, begin: int) -> bool | None:
    at = past_links(cued.tokens, n + 1, len(cued.tokens))
    return BEHIND_COMMA(cued, at, begin) if cued.tokens[n].text in COMMAS and at < len(cued.tokens) else None


# ------------------------------------------------------------ behind a comma or dash


@BEHIND_COMMA.when("and or but, and the speaker's next verb", True, "Министр Олег Жданов отметил, что мост закрыт, но назвал это ошибкой.")
def _is_and(cued: Cued, at: int, begin: int) -> bool:
    return cued.tokens[at].lower in GOING_ON and _goes_on_with(cued, at + 1, begin)


@BEHIND_COMMA.when("what the speaker did meanwhile", True, "Анна Новик сказала, что мост закрыт, отвечая на вопрос газеты.")
def _is_meanwhile(cued: Cued, at: int, begin: int) -> bool:
    return cued.tokens[at].lower in slavic_verbs.MEANWHILE


@BEHIND_COMMA.when("words passed on", True, "Анна Новик сказала, что мост закрыт, передаёт «Вестник».")
def _is_passed_on(cued: Cued, at: int, begin: int) -> bool:
    """ ", передаёт «Вестник»"."""
    return cued.tokens[at].lower in slavic_verbs.PASSING_ON


@BEHIND_COMMA.when("converb of speech", True, "Анна Новик сказала, что мост закрыт, добавив, что порт работает.")
def _is_converb(cued: Cued, at: int, begin: int) -> bool:
    """ ", добавив"."""
    return cued.tokens[at].lower in slavic.SAYING and cued.tokens[at].lower.endswith(CONVERB_ENDINGS)


@BEHIND_COMMA.when("verb of another speaker", True, "Анна Новик сказала, что мост закрыт, сообщает министерство.")
def _is_verb(cued: Cued, at: int, begin: int) -> bool:
    """ ", сообщает «Вестник»": with somebody behind it, not a verb of a clause within."""
    return cued.tokens[at].lower in slavic.SAYING and any(cue.first <= at <= cue.last for cue in cued.cues)


@BEHIND_COMMA.when("according to another", True, "Анна Новик сказала, что мост закрыт, по словам министра.")
def _is_according(cued: Cued, at: int, begin: int) -> bool:
    return cued.tokens[at].lower in ("по", "па") and according(cued.unit, at) is not None


def _goes_on_with(cued: Cued, at: int, begin: int) -> bool:
    """ "… и назвал это", "… и также показал фото": the speaker's next verb, in the past and gender of the verb of speech."""
    while at < len(cued.tokens) and cued.tokens[at].lower in BETWEEN:
        at += 1
    if at >= len(cued.tokens) or cued.tokens[at].lower not in NEXT_VERBS:
        return False
    number = bisect_left(cued.cues, begin, key=lambda cue: cue.last)
    gender = gender_of_verb(cued.tokens[at].lower)
    return number > 0 and gender is not None and gender == gender_of_verb(cued.cues[number - 1].word)
