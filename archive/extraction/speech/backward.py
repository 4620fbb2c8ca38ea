"""Finds what a sentence reports of the one before it: "The road will open in May. Об этом сообщил мэр города", "That is according to …",
"The mayor made the statement at a meeting"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import words as en
from archive.extraction.speech.english.left import left_of
from archive.extraction.speech.english.right import right_of
from archive.extraction.speech.reports import Cue, Reading, Report, Unit
from archive.extraction.speech.slavic import right as sources_slavic
from archive.extraction.text.tokens import Token

# What opens a Slavic sentence that is about the sentence before.
ABOUT = frozenset(("об этом", "о чем", "о чём", "про це", "про що", "пра гэта", "аб гэтым", "пра што"))
SUCH = words("такое такую такой подобное такім таким такою такую такі таку такой таким с з з такою з таким")
OPINIONS = words(
    """
    мнение мнением заявление заявлением прогноз информацию оценку данные вывод предположение
    меркаванне меркаваннем заяву заявай прагноз інфармацыю думку выснову
    думкою заявою оцінку інформацію висновок припущення
    """
)
# Verbs that hand over an opinion or a statement, beside those of speech.
GIVING = words(
    """
    высказал высказала выразил выразила сделал сделала привёл привел привела озвучил озвучила выступил выступила
    выказаў выказала зрабіў зрабіла прывёў прывяла агучыў агучыла выступіў выступіла
    висловив висловила зробив зробила навів навела озвучив озвучила виступив виступила
    """
)
MADE = words("made makes gave gives")
STATEMENTS = words("statement statements remark remarks comment comments announcement declaration point observation")
# What may stand behind "said this" and "made the statement".
BEHIND = en.PREPOSITIONS | en.TIMES | words("as when while after before earlier later today yesterday")
LONGEST = 12
LEAST_WORDS = 4
OPENING_MARKS = " \t\xa0“„«\"‘'"
ENDS = (".", "!", "…")


def backward_cue(unit: Unit, cues: Sequence[Cue]) -> Cue | None:
    """The verb by which this sentence says who spoke the one before, if it does; `cues` are the verbs of speech found in it."""
    tokens = unit.tokens
    if len(tokens) < 3:
        return None
    if f"{tokens[0].lower} {tokens[1].lower}" in ABOUT:
        return next((cue for cue in cues[:1] if cue.source and cue.source.speaks and cue.first <= LONGEST), None)
    if tokens[0].lower in SUCH:
        return _opinion(unit, cues)
    return _according(tokens, cues) or _made(unit) or _said_this(unit, cues) or _passive(unit)


def told_before(unit: Unit, reading: Reading, cue: Cue, cue_span: tuple[int, int]) -> Report | None:
    """The sentence before as a report, where it is a whole sentence that tells nobody else's words."""
    last = unit.tokens[-1] if unit.tokens else None
    if last is None or reading.reports or reading.backward or sum(t.kind == "w" for t in unit.tokens) < LEAST_WORDS:
        return None
    if last.text not in ENDS or cue.source is None:
        return None
    kind = "mixed" if any(t.kind == "q" for t in unit.tokens) else "indirect"
    start, end = unit.tokens[0].start, unit.tokens[-2].end if last.text == "." else last.end
    return Report(kind, start, end, cue.source, cue_span, "sentence before")


def is_hearer(text: str, unit: Unit, report: Report, cue: Cue) -> bool:
    """What follows the verb without a colon is no content: «Об этом он сообщил "Утренним новостям"», "she said this at a briefing"."""
    by_it = report.cue == (unit.tokens[cue.first].start, unit.tokens[cue.last].end)
    return by_it and not text[unit.start : report.start].rstrip(OPENING_MARKS).endswith((":", "—", "–"))


def _opinion(unit: Unit, cues: Sequence[Cue]) -> Cue | None:
    """ "Такое мнение высказал …", "С таким заявлением выступил …"."""
    tokens = unit.tokens
    noun = next((n for n in (1, 2) if tokens[n].lower in OPINIONS), None)
    if noun is None:
        return None
    spoken = next((cue for cue in cues[:1] if cue.source and cue.source.speaks and cue.first <= noun + 3), None)
    if spoken:
        return spoken
    verb = next((n for n in range(noun + 1, min(len(tokens), noun + 4)) if tokens[n].lower in GIVING), None)
    source = sources_slavic.right_of(unit, verb + 1) if verb else None
    return Cue(verb, verb, tokens[verb].lower, source, inverted=True) if verb and source and source.speaks else None


def _according(tokens: Sequence[Token], cues: Sequence[Cue]) -> Cue | None:
    """ "That is according to a survey of the union"."""
    first = cues[0] if cues else None
    opens = tokens[0].lower in ("that", "this") and tokens[1].lower in ("is", "was", "'s", "comes", "came")
    return first if opens and first and first.word == "according to" and first.first == 2 and first.source else None


def _made(unit: Unit) -> Cue | None:
    """ "The president made the relevant statement as he met the press"."""
    tokens = unit.tokens
    for at in range(1, min(len(tokens) - 2, LONGEST)):
        if tokens[at].lower not in MADE or tokens[at + 1].lower not in ("the", "this", "these", "such"):
            continue
        noun = next((n for n in range(at + 2, min(len(tokens), at + 4)) if tokens[n].lower in STATEMENTS), None)
        source = left_of(tokens, unit.mentions, at - 1) if noun and _is_closed(tokens, noun + 1) else None
        if noun and source and source.speaks:
            return Cue(at, noun, tokens[at].lower, source)
    return None


def _said_this(unit: Unit, cues: Sequence[Cue]) -> Cue | None:
    """ "Anna Smith said this at a briefing"."""
    cue = cues[0] if cues else None
    if cue is None or cue.source is None or not cue.source.speaks or cue.stop >= len(unit.tokens):
        return None
    this = unit.tokens[cue.stop].lower in ("this", "so") and cue.word in en.SPEECH
    return cue if this and _is_closed(unit.tokens, cue.stop + 1) else None


def _passive(unit: Unit) -> Cue | None:
    """ "This was announced by the mayor"."""
    tokens = unit.tokens
    if tokens[0].lower not in ("this", "that") or tokens[1].lower not in ("was", "is", "has"):
        return None
    by = next((n for n in range(3, min(len(tokens), LONGEST)) if tokens[n].lower == "by"), None)
    if by is None or not any(t.lower in en.ANNOUNCED or t.lower in en.SPEECH for t in tokens[2:by]):
        return None
    source = right_of(tokens, unit.mentions, by + 1)
    return Cue(2, by, "announced", source, inverted=True) if source and source.speaks else None


def _is_closed(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in (".", ",") or tokens[at].lower in BEHIND
