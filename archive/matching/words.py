"""A text as words: each with its place, its stem, and whether it is a stop word.

The same stems serve the comparison of two texts, the index of passages and the public search, so that they can't disagree.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import snowballstemmer

from archive.matching.east_slavic import is_west_of_russian, light_stem
from archive.matching.spellings import ACCENTS, APOSTROPHES, BROKEN, HYPHENS, LETTERS, SOFT, WORD, plain_number

# Addresses say nothing that two texts could share; what a post marks with # or @ is read as the words it is made of.
ADDRESS = re.compile(r"(?:\bhttps?://|\bwww\.|\bpic\.twitter\.com/|\bt\.co/)[^\s<>\"”»]++", re.I)
# What a post is signed with when it is copied: "(@handle) May 4, 2020". The name before it stays.
SIGNATURE = re.compile(r"\(@\w{1,30}+\)\s{1,3}[A-Z][a-z]{2,8} [0-9]{1,2}, [0-9]{4}\b")
MARKED = re.compile(r"(?<![\w#@])[#@](?=[^\W\d_])\w{2,60}+")
PART = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z]|[^a-zA-Z]|$)|[^\W\d_]?[^\W\d_A-Z]++|[^\W\d_]|[0-9]++")
ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)$")
WIDE = re.compile("[\uff01-\uff5e]")  # letters, digits and signs as wide as Chinese ones
NARROWED = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
LONGEST_WORD = 60
SPELLED = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(HYPHENS)
    | dict(zip("łøđðıæœþ", ("l", "o", "d", "d", "i", "ae", "oe", "th"), strict=True))
)
# All but the breve of й and ў.
MARKS = re.compile(rf"(?:(?!\u0306)|(?<![иуИУ]))[{ACCENTS}{SOFT}]")
BREAK = re.compile(r"([-‐\u00ad]\s++)")
BROKEN_WORD = re.compile(rf"[^\W\d_]{LETTERS}{BROKEN}")
# In levels of background.txt, of which twenty are ten times. To be taken for a word a half has to be the more common the shorter it is; the
# whole is none where it is so much rarer than its halves: "longterm".
RARE_WORD, RAREST_WORD, FAR_RARER, UNKNOWN = 26, 100, 50, 200
EXPANDED = {
    "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"), "ain't": ("is", "not"), "cannot": ("can", "not"),
    **{f"{word}'ve": (word, "have") for word in ("would", "could", "should", "might")},
}  # fmt: skip
# Upper-case abbreviations that would be taken for another word once folded.
ABBREVIATIONS = {"US": "usa", "U.S.": "usa", "U.S.A.": "usa", "IT": "ict", "UK": "uk", "U.K.": "uk"}

_english = snowballstemmer.stemmer("english")
_russian = snowballstemmer.stemmer("russian")
_stemming = threading.Lock()  # a stemmer holds the word that it is at


class Word(NamedTuple):
    """`folded` is what is compared letter by letter; `start` and `end` count code points of the text."""

    text: str
    folded: str
    stem: str
    start: int
    end: int
    is_stop: bool
    is_name: bool


def read_lines(name: str) -> list[str]:
    """The lines of a word list that comes with the program, without its comments."""
    text = files("archive.matching").joinpath("lexicon", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


STOP_WORDS = frozenset(word for line in read_lines("stop_words.txt") for word in line.split())


def stems(text: str, *, keep_stop_words: bool = False) -> list[str]:
    """The stems of a text in order; without its stop words unless they are asked for."""
    if "#" in text or "@" in text:
        return [word.stem for word in words(text) if keep_stop_words or not word.is_stop]
    shouting = text.isupper()
    read = (part for raw in WORD.findall(plain(text)) for part in _read_any(raw, shouting))
    return [stemmed for _, stemmed, is_stop in read if keep_stop_words or not is_stop]


def words(text: str) -> list[Word]:
    shouting, read = text.isupper(), plain(text)
    parts = _parts_of_marks(read)
    found: list[Word] = []
    for match in WORD.finditer(read):
        raw, (start, end) = match[0], match.span()
        is_name = not shouting and (read[start - 1 : start] == "@" or (raw[0].isupper() and _is_capital(read, start, parts)))
        if start in parts:
            found += _words_of_mark(read, start, end, parts, shouting, is_name)
            continue
        for folded, stemmed, is_stop in _read_any(raw, shouting):
            found.append(Word(raw, folded, stemmed, start, end, is_stop, is_name and not is_stop))
    return found


def plain(text: str) -> str:
    """Without addresses, and in letters of usual width; every word keeps its place."""
    read = without_addresses(text)
    return read if read.isascii() or not WIDE.search(read) else read.translate(NARROWED)


def without_addresses(text: str) -> str:
    """Blanks in their place, so that every other word keeps its own."""
    if "/" in text or "www." in text.lower():
        text = ADDRESS.sub(_blank, text)
    return SIGNATURE.sub(_blank, text) if "(@" in text else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def readable(text: str) -> str:
    """A text as a person would read it aloud: without addresses, "#FakeNews" as "Fake News"."""
    read = whole(without_addresses(text))
    return MARKED.sub(lambda mark: " ".join(PART.findall(mark[0])), read) if "#" in read or "@" in read else read


def whole(text: str) -> str:
    """With those words in one that the ends of lines break."""
    return BROKEN_WORD.sub(lambda word: _unbroken(word[0]), text) if BREAK.search(text) else text


def _parts_of_marks(text: str) -> dict[int, int]:
    """Where the words of "#MakeItSo" begin, and where each ends."""
    if "#" not in text and "@" not in text:
        return {}
    found = (part.span() for mark in MARKED.finditer(text) for part in PART.finditer(text, mark.start() + 1, mark.end()))
    return dict(found)


def _words_of_mark(text: str, start: int, end: int, parts: dict[int, int], shouting: bool, is_name: bool) -> Iterator[Word]:
    while start < end:
        stop = min(parts.get(start, end), end)
        for folded, stemmed, is_stop in _read.__wrapped__(text[start:stop], shouting):
            yield Word(text[start:stop], folded, stemmed, start, stop, is_stop, is_name and not is_stop)
        start = stop


def fold(text: str) -> str:
    """NFC, case-folded, without accents and places of a break; the breve of й and ў stays, for it makes another letter."""
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFD", text))).casefold()


def spelled(word: str) -> str:
    """Folded, with one sign for an apostrophe, without the hyphen of a prefix, in letters that every keyboard has."""
    return fold(word).translate(SPELLED)


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """English rules for Latin letters, Russian ones for Cyrillic, lighter ones where Ukrainian or Belarusian letters stand.

    Numbers and other scripts stay as they are.
    """
    if len(folded) > LONGEST_WORD or folded[0].isdigit():
        return folded
    if "а" <= folded[0] <= "ӿ":
        return light_stem(folded) if is_west_of_russian(folded) else _stemmed(_russian, folded)
    return _stemmed(_english, irregular().get(folded, folded)) if folded[0] <= "ɏ" else folded


def _stemmed(stemmer: Any, word: str) -> str:
    with _stemming:
        return str(stemmer.stemWord(word))


@cache
def irregular() -> dict[str, str]:
    """Form → base."""
    return {form: base for base, *forms in map(str.split, read_lines("irregular.txt")) for form in forms}


@lru_cache(maxsize=65536)
def _read(raw: str, shouting: bool) -> tuple[tuple[str, str, bool], ...]:
    """Folded form, stem, and whether it is a stop word; two words of a contraction."""
    if not shouting and (known := ABBREVIATIONS.get(raw)):
        return ((known, known, False),)
    if BREAK.search(raw):
        return tuple(part for one in WORD.findall(_unbroken(raw)) for part in _read(one, shouting))
    folded = spelled(raw).replace(".", "" if raw[0].isalpha() else ".")
    return tuple((part, stem(part), part in STOP_WORDS) for part in _parts(folded) if part)


def _unbroken(raw: str) -> str:
    """A word that the end of a line breaks, in one; or with the hyphen that belongs to it: "fleet-owners", "long-term"."""
    first, mark, second = BREAK.split(raw, maxsplit=1)
    known = are_one(first, second)
    is_one = mark[0] == "\u00ad" or known or (known is None and "\n" in mark)
    return first + second if is_one else f"{first}-{second}"


def are_one(first: str, second: str) -> bool | None:
    """Whether two halves make a word, or are two. None where neither they nor the whole are known; a name is ("Black-" and "wood")."""
    whole, halves = _level(first + second), [_level(half) for half in (first, second)]
    are_words = all(level <= min(RAREST_WORD, RARE_WORD * len(half)) for level, half in zip(halves, (first, second), strict=True))
    if whole < (max(halves) + FAR_RARER if are_words else UNKNOWN):
        return True
    return False if are_words and not first.istitle() else None


def _level(word: str) -> int:
    return _levels().get(stem(fold(word)), UNKNOWN)


@cache
def _levels() -> dict[str, int]:
    """How rare a stem is in that language of the background in which it is most common."""
    lines = [line.partition("\t") for line in read_lines("background.txt")]
    levels: dict[str, int] = {}
    for level, stems in sorted(((int(level.split()[1]), stems) for level, _, stems in lines), reverse=True):
        levels |= dict.fromkeys(stems.split(), level)
    return levels


def _read_any(raw: str, shouting: bool) -> tuple[tuple[str, str, bool], ...]:
    """Words of no use to anybody again are not kept."""
    return _read(raw, shouting) if len(raw) <= LONGEST_WORD else _read.__wrapped__(raw, shouting)


def _parts(folded: str) -> tuple[str, ...]:
    """A contracted "not" is a word of its own; a possessive or another contracted ending is dropped."""
    if folded[0].isdigit():
        return (plain_number(ORDINAL.sub("", folded)),)
    if folded in EXPANDED:
        return EXPANDED[folded]
    if folded.endswith("n't") and len(folded) > 3:
        return folded[:-3], "not"
    return (
        (folded.rsplit("'", maxsplit=1)[0].replace("'", "") or folded,)
        if folded.endswith(("'s", "'re", "'ve", "'ll", "'d", "'m"))
        else (folded.replace("'", ""),)
    )


def _is_capital(text: str, start: int, parts: dict[int, int]) -> bool:
    return start not in parts and not _begins_sentence(text, start)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip(" \t\n\"'“”‘’«»(—–-…")
    return not before or before[-1] in ".!?:;"
