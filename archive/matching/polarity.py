"""What turns a claim round: negations, and words exchanged for their opposites.

Similarity is blind to both ("did not approve" shares every word but one with "did approve"), so they are counted apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from archive.matching.words import Word, read_lines, stems
from archive.matching.words import words as words_of

NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither without cannot hardly scarcely zero avoid avoids avoided deny denies "
    "denied denying untrue "
    "не ні нет немає няма ни ніколи ніколі ніхто нічого никогда никто ничто ничего нигде без отрицает отрицал отрицала отрицали "
    "опроверг опровергла опровергли опровергает неправда неверно отказался отказалась отказались отказывается отказываются "
    "заперечує заперечив заперечила заперечили спростував спростувала спростували відмовився відмовилася відмовилися відмовляється "
    "адмаўляе адмаўляў абвяргае абверг абвергла абверглі няпраўда адмовіўся адмовілася адмовіліся адмаўляецца".split()
)
# They negate with the word that follows: "failed to", "ruled out", "it is false that".
NEGATING = {
    "to": frozenset(
        "fail fails failed failing refuse refuses refused refusing decline declines declined declining neglects neglected".split()
    ),
    "out": frozenset("rule rules ruled ruling".split()),
    "that": frozenset("false wrong lie myth".split()),
    "of": frozenset("lack absence instead".split()),
}
LONGEST_TEXT = 5000  # characters that are looked through for questions
# With the words that follow they negate nothing: "not only", "no doubt"; and "no more than ten" is a number.
HARMLESS = {
    "not": "only, just, merely, least, more than, less than, fewer than, later than, earlier than, exclude",
    "no": "doubt, matter, wonder, more than, less than, fewer than, greater than, later than, earlier than",
    "nothing": "but",
    "zero": "tolerance, sum, hour, emission, emissions",
    "без": "сомнения, сумніву, сумневу",
    "не": "только, тільки, лише, толькі, просто, проста, столько, более, менее, больше, меньше, позже, позднее, раньше, ранее, свыше, "
    "більше, більш, менше, менш, пізніше, раніше, больш, болей, пазней, раней, исключено, исключает, виключено, выключана",
}
HARMLESS_PHRASES = {word: [tuple(one.split()) for one in those.split(", ")] for word, those in HARMLESS.items()}
# Slavic sentences negate the verb as well: "никогда не закрывали" is one negation, as "never closed" is.
DENYING = frozenset("не нет немає няма".split())
DENIED_WITH = frozenset("ни ні никогда ніколи ніколі никто ніхто ничто ничего нічого нигде".split())


# "Not only … but also" negates nothing, "not only" alone does.
ONLY, ADDING = frozenset(("only", "just", "merely")), frozenset(("but", "also"))
# "Isn't it a fact that …", "Didn't they promise …?" ask for a yes.
ASKING = re.compile(
    r"(?:^|[.!?]\s)\W{0,3}(?:is|are|was|were|do|does|did|has|have|had|would|could|should|wo|ca)n['’]t\b[^.!?]{0,400}\?", re.I
)


def negations(words: Sequence[Word], text: str) -> tuple[str, ...]:
    """The stems of the words that negate. "Neither … nor" counts once, and so does "никто не"; a negation that only asks not at all."""
    return tuple(word.stem for word in negating(words, text))


def negating(words: Sequence[Word], text: str) -> list[Word]:
    found = _negating(words)
    denies = any(word.folded in DENYING for word in found)
    found = [word for word in found if not (denies and word.folded in DENIED_WITH)]
    for asked in ASKING.finditer(text[:LONGEST_TEXT]):
        asking = next((word for word in found if word.folded == "not" and asked.start() <= word.start < asked.end()), None)
        found = [word for word in found if word is not asking]
    return found


def is_negative(text: str) -> bool:
    """Whether the text as a whole is in negative words: “The bridge was not sold.”"""
    return len(negations(words_of(text), text)) % 2 == 1


def _negating(words: Sequence[Word]) -> list[Word]:
    folded = [word.folded for word in words]
    adds = any(word in ADDING for word in folded)
    return [word for at, word in enumerate(words) if _negates(folded, at) or _is_not_only(folded, at, adds)]


def _is_not_only(folded: Sequence[str], at: int, adds: bool) -> bool:
    return folded[at] == "not" and not adds and bool(ONLY.intersection(folded[at + 1 : at + 2]))


def _negates(folded: Sequence[str], at: int) -> bool:
    word, following = folded[at], folded[at + 1 : at + 2]
    if word not in NEGATIONS:
        return bool(following) and word in NEGATING.get(following[0], ())
    if word == "no" and following and following[0].isdigit():  # number 13
        return False
    return not any(tuple(folded[at + 1 : at + 1 + len(phrase)]) == phrase for phrase in HARMLESS_PHRASES.get(word, ()))


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Stem → the stems that mean its opposite."""
    found: dict[str, set[str]] = {}

    def join(a: str, b: str) -> None:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)

    for line in read_lines("opposites.txt"):
        left, right = (stems(side, keep_stop_words=True) for side in line.split("|"))
        for a in left:
            for b in right:
                join(a, b)
    for line in read_lines("opposites_wordnet.txt"):
        first, *partners = line.split()
        for partner in partners:
            join(first, partner)
    return {one: frozenset(others) for one, others in found.items()}


def swapped(ours: Iterable[str], theirs: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of opposites among the stems that each side has alone; a stem is used once."""
    left, pairs = list(theirs), []
    for one in ours:
        against = opposites().get(one, frozenset())
        other = next((candidate for candidate in left if candidate in against), None)
        if other is not None:
            left.remove(other)
            pairs.append((one, other))
    return pairs


# Stems, for "more" and "less" are no content and yet all that is said.
UP = frozenset("up more higher rise increas grow growth raise rose risen grew grown".split())
DOWN = frozenset("down less fewer lower fall decreas declin drop cut reduc fell fallen shrink shrank".split())


def pole(stems: Iterable[str]) -> int:
    """1 where something grows, -1 where it shrinks, 0 where neither or both is said."""
    found = set(stems)
    return bool(found & UP) - bool(found & DOWN)
