"""Tells Russian, Belarusian and Ukrainian verbs of speech that report nothing said: denied, supposed or asked about.

"Если бы он сказал", "сказал бы он", "неправда, что он сказал", "сказал ли он".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.extraction.languages.slavic import particles
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.speech.reports import Cue
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

INFINITIVE = "говорить"
REACH = 9  # words before the reporting clause through which the one around it is looked at
FALSE_STEMS = (
    "неправд", "няпраўд", "непраўд", "лож", "лжив", "хлусн", "хлусьн", "брехн", "неверн", "невірн", "няслушн", "фейк", "вымыс", "выдум",
    "вигад", "миф", "міф", "слух", "чутк", "чутак", "чуток", "плётк", "плітк", "сплетн", "домысл", "небылиц", "сомнительн", "сумнівн",
    "маловероятн", "малоймовірн", "малаверагодн",
)  # fmt: skip
TRUE_STEMS = (
    "правд", "праўд", "соответству", "адпавяда", "відповіда", "доказ", "довед", "подтвержд", "пацвердж", "пацвярдж", "підтвердж",
    "свидетельств", "сведчан", "свідчен", "верно", "вірно", "так", "факт",
)  # fmt: skip


@dataclass(frozen=True)
class Clause:
    """A reporting clause: its words with the one behind it, those before it up to a mark, the nearest first, and those before the mark."""

    words: frozenset[str]
    ahead: tuple[str, ...]
    around: tuple[str, ...]


def is_unsaid(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the cue tells of nothing that was said."""
    if cue.source is None or cue.word == "according to":
        return False
    begin = min(cue.first, cue.source.first)
    ahead = _words_before(tokens, begin)
    around = _words_before(tokens, begin - len(ahead) - 1)
    return UNSAID(Clause(frozenset(t.lower for t in tokens[begin : cue.last + 2] if not t.is_capital or t is tokens[0]), ahead, around))


def _words_before(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """The words before the token, the nearest first, up to a mark."""
    first = at
    while first > 0 and at - first < REACH and tokens[first - 1].kind == "w":
        first -= 1
    return tuple(t.lower for t in reversed(tokens[first:at])) if first < at else ()


UNSAID = Rules[[Clause], bool]("does a Slavic verb of speech tell of nothing said", otherwise=False)


@UNSAID.when("would have said", True, "Министр сказал бы, что мост откроют в мае.")
def _would(clause: Clause) -> bool:
    return not particles.WOULD.isdisjoint(clause.words)


@UNSAID.when("infinitive", True, "Министр не стал говорить, что мост откроют в мае.")
def _is_infinitive(clause: Clause) -> bool:
    """ "не | стал говорить": the Russian infinitive is written as the Ukrainian "he says" is."""
    return INFINITIVE in clause.words and not particles.BEFORE_INFINITIVE.isdisjoint(clause.words | set(clause.ahead[:1]))


@UNSAID.when("asked whether", True, "Сказал ли министр, что мост откроют в мае?")
def _asked(clause: Clause) -> bool:
    return not particles.ASKING.isdisjoint(clause.words)


@UNSAID.when("supposed", True, "Если министр сказал, что мост откроют в мае, он ошибся.")
def _supposed(clause: Clause) -> bool:
    return not particles.IF.isdisjoint(clause.ahead) or not particles.WOULD.isdisjoint(clause.ahead)


@UNSAID.when("false", True, "Неправда, что министр сказал, что мост откроют в мае.")
def _false(clause: Clause) -> bool:
    return _depends(clause) and any(word.startswith(FALSE_STEMS) for word in clause.around)


@UNSAID.when("no proof", True, "Нет доказательств того, что министр сказал, что мост откроют в мае.")
def _unproven(clause: Clause) -> bool:
    return _depends(clause) and any(word.startswith(TRUE_STEMS) for word in clause.around) and not particles.NO.isdisjoint(clause.around)


def _depends(clause: Clause) -> bool:
    """ "…, | что министр сказал"."""
    return bool(clause.ahead) and clause.ahead[-1] in slavic.THAT
