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
    "не ні нет немає няма ни ніколи ніколі ніхто нічого никогда никто ничто ничего нигде без отрицает отрицал отрицала".split()
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
# With the word that follows they negate nothing: "not only", "no doubt", "nothing but".
HARMLESS = {
    "not": {"only", "just", "merely", "least"},
    "no": {"doubt", "matter", "wonder"},
    "nothing": {"but"},
    "zero": {"tolerance", "sum", "hour", "emission", "emissions"},
    "без": {"сомнения", "сумніву", "сумневу"},
    "не": {"только", "тільки", "лише", "толькі"},
}
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
    negating = _negating(words)
    denies = any(word.folded in DENYING for word in negating)
    found = [word.stem for word in negating if not (denies and word.folded in DENIED_WITH)]
    for _ in ASKING.findall(text[:LONGEST_TEXT]):
        if "not" in found:
            found.remove("not")
    return tuple(found)


def is_negative(text: str) -> bool:
    """Whether the text as a whole is in negative words: “The bridge was not sold.”"""
    return len(negations(words_of(text), text)) % 2 == 1


def _negating(words: Sequence[Word]) -> list[Word]:
    following = [*(word.folded for word in words), ""][1:]
    adds = any(word.folded in ADDING for word in words)
    return [word for word, after in zip(words, following, strict=True) if _negates(word.folded, after) or _is_not_only(word, after, adds)]


def _is_not_only(word: Word, after: str, adds: bool) -> bool:
    return word.folded == "not" and after in ONLY and not adds


def _negates(word: str, after: str) -> bool:
    return (word in NEGATIONS and after not in HARMLESS.get(word, ())) or word in NEGATING.get(after, ())


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
