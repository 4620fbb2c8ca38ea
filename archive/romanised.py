"""Tells whether two names may be one name in two spellings: Сергей, Сяргей and Сергій, Sergei and Sergey; Lawrow and Lavrov.

`key_of` is what spellings of one name share: its consonants in Latin letters, without those in which the usual transliterations
differ. Names of one key may still be two names, so `may_be_one` compares the vowels and the endings that tell a woman from a man
too. What comes out is a reason to ask a person, never a decision.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

CYRILLIC = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя’'",
        "a b v h h d e e e zh z i i i i k l m n o p r s t u v f h ts ch sh sh  y  e iu ia  ".split(" "),
        strict=True,
    )
)
# Spellings of one sound, longest first: German, Polish, French and English ways of writing Slavic names among them.
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"schtsch|shch|szcz|stch", "sh"),
        (r"tsch|tch|cz|č|ć", "ch"),
        (r"sch|sz|š|ś", "sh"),
        (r"dzh|zh|ż|ź|ž", "zh"),
        (r"kh|ch(?=[rlnmv])", "h"),
        (r"ck|qu?", "k"),
        (r"ph|ff?", "f"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"d[zs](?=[ieyjm])", "d"),
        (r"tz|ts|z(?=z)", "ts"),
        (r"[ao]u(?=[^aeiouy]|$)|aw(?=[^aeiouy]|$)", "av"),
        (r"g", "h"),
        (r"w", "v"),
        (r"ł", "l"),
        (r"ñ|ń", "n"),
        (r"c(?=[eiy])", "ts"),
        (r"c(?!h)", "k"),
        (r"z(?!h)", "s"),
        (r"[yj]", "i"),
        (r"i{2,}", "i"),
    )
)
VOWELS = re.compile(r"[aeiou]+")
TWICE = re.compile(r"([a-z])\1+")
PATRONYMIC = re.compile(r"(?:vich|vits|vna|ichna)$")
WOMANS_SURNAME = re.compile(r"(?:[oeai]va|ina|ska(?:ia)?)$")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
LEAST_ALIKE = 0.55
MOST_KEPT = 10_000  # words: those of names come again and again


def latin(word: str) -> str:
    """The word in small Latin letters without accents."""
    low = unicodedata.normalize("NFC", word).casefold()
    written = "".join(CYRILLIC.get(letter, letter) for letter in low)
    kept = "".join(c if c in "čćšśżźžłñń" else unicodedata.normalize("NFKD", c) for c in written)
    return "".join(c for c in kept if not unicodedata.combining(c) and (c.isalpha() or c == "-"))


@lru_cache(maxsize=MOST_KEPT)
def _sounded(word: str) -> str:
    spelled = latin(word)
    for pattern, sound in SOUNDS:
        spelled = pattern.sub(sound, spelled)
    return spelled


def _consonants(word: str) -> str:
    return TWICE.sub(r"\1", VOWELS.sub("", _sounded(word)).replace("-", "")).replace("ts", "t")


def names_in(name: str) -> list[str]:
    """The words of a name without initials and, where there are three or more, without a patronymic."""
    words = [word for word in WORD.findall(name) if len(word) > 1]
    if len(words) < 3:
        return words
    return [word for word in words if not PATRONYMIC.search(_sounded(word))] or words


def key_of(name: str) -> str:
    """What spellings of one name share, whichever of its words comes first; empty for a name of one word or in other scripts."""
    words = names_in(name)
    keys = sorted(key for key in (_consonants(word) for word in words) if key)
    return " ".join(keys) if len(keys) > 1 and all(key.isascii() for key in keys) else ""


def may_be_one(name: str, other: str) -> bool:
    """Whether the names are alike enough to ask: the same consonants, vowels that hardly differ, and no two genders."""
    if not key_of(name) or key_of(name) != key_of(other):
        return False
    here = sorted(names_in(name), key=_consonants)
    there = sorted(names_in(other), key=_consonants)
    return all(_alike(a, b) for a, b in zip(here, there, strict=True))


def _alike(word: str, other: str) -> bool:
    first, second = _sounded(word), _sounded(other)
    if bool(WOMANS_SURNAME.search(first)) != bool(WOMANS_SURNAME.search(second)):
        return False
    return Levenshtein.normalized_similarity(first, second) >= LEAST_ALIKE


def is_other_script(name: str, other: str) -> bool:
    return _is_latin(name) != _is_latin(other)


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in name if letter.isalpha())


def sound_of(word: str) -> str:
    """What spellings of one word share: its consonants, behind an "a" where it begins with a vowel; empty for other scripts."""
    sounds = _consonants(word)
    opens = VOWELS.match(_sounded(word)) is not None
    return "a" * opens + sounds if sounds.isascii() else ""


def sounds_alike(word: str, other: str, *, least: float = LEAST_ALIKE) -> bool:
    """Whether the vowels of two spellings, whose consonants are the same, hardly differ."""
    return Levenshtein.normalized_similarity(_sounded(word), _sounded(other)) >= least
