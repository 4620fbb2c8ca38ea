"""Finds what a Russian, Belarusian or Ukrainian sentence reports of the one before it: "Об этом сообщил мэр города", "Такое мнение
высказал мэр"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.people.unit import Unit
from archive.extraction.speech.reports import Cue
from archive.extraction.speech.slavic.right import right_of
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

SUCH = words("такое такую такой подобное такім таким такою таку такі с з")
OPINIONS = words(
    """
    мнение мнением заявление заявлением прогноз информацию оценку данные вывод предположение
    меркаванне меркаваннем заяву заявай інфармацыю думку выснову
    думкою заявою оцінку інформацію висновок припущення
    """
)
# Verbs that hand over an opinion or a statement, beside those of speech.
GIVING = words(
    """
    высказал высказала выразил выразила сделал сделала привёл привел привела озвучил озвучила выступил выступила
    выказаў выказала зрабіў зрабіла прывёў прывяла агучыў агучыла выступіў выступіла
    висловив висловила зробив зробила навів навела озвучив виступив виступила
    """
)
REACH = 12  # tokens within which a verb of speech stands
AFTER_OPINION = 3  # tokens behind the opinion within which it does
LEAST_TOKENS = 3


def backward_cue(unit: Unit, cues: Sequence[Cue]) -> Cue | None:
    """The verb by which this sentence says who spoke the one before, if it does; `cues` are the verbs of speech found in it."""
    return BACKWARD(unit, cues[0] if cues else None) if len(unit.tokens) >= LEAST_TOKENS else None


BACKWARD = Rules[[Unit, Cue | None], Cue | None]("which verb tells who spoke the Slavic sentence before", otherwise=None)


@BACKWARD.rule("about this", "Дорогу откроют в мае. Об этом сообщил мэр города.")
def _about_this(unit: Unit, first: Cue | None) -> Cue | None:
    about = f"{unit.tokens[0].lower} {unit.tokens[1].lower}" in slavic.ABOUT
    return first if about and _speaks_within(first, REACH) else None


@BACKWARD.rule("such an opinion, with a verb of speech", "Дорогу откроют в мае. Такое мнение выразил мэр города.")
def _such_said(unit: Unit, first: Cue | None) -> Cue | None:
    opinion = _such_opinion(unit.tokens)
    return first if opinion and _speaks_within(first, opinion + AFTER_OPINION) else None


@BACKWARD.rule("such an opinion, with a verb of giving", "Дорогу откроют в мае. С таким заявлением выступил мэр города.")
def _such_given(unit: Unit, _first: Cue | None) -> Cue | None:
    tokens, opinion = unit.tokens, _such_opinion(unit.tokens)
    ahead = range(opinion + 1, min(len(tokens), opinion + AFTER_OPINION + 1)) if opinion else ()
    verb = next((n for n in ahead if tokens[n].lower in GIVING), None)
    source = right_of(unit, verb + 1) if verb else None
    return Cue(verb, verb, tokens[verb].lower, source, inverted=True) if verb and source and source.speaks else None


def _such_opinion(tokens: Sequence[Token]) -> int | None:
    """ "С таким | заявлением": the token of the opinion, where it opens the sentence."""
    return next((n for n in (1, 2) if tokens[n].lower in OPINIONS), None) if tokens[0].lower in SUCH else None


def _speaks_within(cue: Cue | None, reach: int) -> bool:
    return cue is not None and cue.source is not None and cue.source.speaks and cue.first <= reach
