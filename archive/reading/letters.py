"""Texts in the encodings of old programs: which one it is, where that is sure.

An encoding may be the one if what it gives looks like writing: the letters of one language, of one script in a word, capitals where
capitals stand, signs that texts have, and of Cyrillic letters the frequent ones frequently. If all that may be give one text, that is it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

# The letters beyond ASCII of languages: those of a text are of one of them.
CYRILLIC = tuple(
    map(
        frozenset,
        (
            "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя",  # three languages that are quoted in each other
            "абвгдђежзијклљмнњопрстћуфхцчџш", "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
        ),
    )
)  # fmt: skip
WESTERN = tuple(
    map(frozenset, ("àâæçéèêëîïôœùûüÿ", "äöüßéà", "áéíñóúü", "áâãàçéêíóôõúü", "àèéìîíòóùú", "æøåé", "åäöé", "ëïéèöüóá", "àçèéíïòóúü"))
)
EASTERN = tuple(map(frozenset, ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "äöüß")))
SIGNS = frozenset("«»„“”‚‘’‹›–—…•№§°©®™€£¢¥¬±·×½¼¾²³ʼ´\u00a0\u00ad")
FREQUENT = frozenset("оеаинтсрлві")
# Python's name, what it is called, and its letters. The second row is asked where none of the first can be.
ENCODINGS = (
    (
        ("cp1251", "Windows-1251", CYRILLIC), ("koi8-r", "KOI8-R", CYRILLIC), ("koi8-u", "KOI8-U", CYRILLIC), ("cp866", "CP866", CYRILLIC),
        ("cp1252", "Windows-1252", WESTERN), ("cp1250", "Windows-1250", EASTERN),
    ),
    (("mac-cyrillic", "Mac Cyrillic", CYRILLIC), ("mac-roman", "Mac Roman", WESTERN), ("cp850", "CP850", WESTERN)),
)  # fmt: skip
# What an editor may choose, by Python's names.
CHOICES = {
    **{encoding: name for encodings in ENCODINGS for encoding, name, _ in encodings},
    **{f"cp{number}": f"Windows-{number}" for number in range(1253, 1259)},
    "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE", "iso8859-2": "ISO 8859-2", "iso8859-5": "ISO 8859-5", "iso8859-15": "ISO 8859-15",
    "gb18030": "GB 18030", "big5": "Big5", "shift_jis": "Shift JIS", "euc_kr": "EUC-KR",
}  # fmt: skip
Alphabets: TypeAlias = tuple[frozenset[str], ...]
LOOKED_AT = 200_000  # bytes
WORD = re.compile(r"[^\W\d_]+")
SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[^\w\s’ʼ\x00-\x7f\u00ad–—…·-](?=[^\W\d_])")
MOST_ODD = 0.03  # of the words with letters beyond ASCII
LEAST_FREQUENT = 0.45  # of Cyrillic letters
ENOUGH = 20  # letters, for anything to be told by them
LEAST_CYRILLIC, MOST_ACCENTED = 0.3, 0.3  # of all letters


@dataclass(frozen=True, slots=True)
class Guess:
    """What the bytes may be: the names of the encodings, and the text where it is sure."""

    names: tuple[str, ...] = ()
    encoding: str = ""
    text: str | None = None


def guess(raw: bytes) -> Guess:
    if b"\0" in raw[:LOOKED_AT]:
        return _of_two_bytes(raw)
    for encodings in ENCODINGS:
        texts: dict[str, str] = {}
        for encoding, _, letters in encodings:
            text = decoded(raw, encoding)
            if text is not None and _looks_written(text[:LOOKED_AT], letters):
                texts.setdefault(text, encoding)
        if len(texts) == 1:
            ((text, encoding),) = texts.items()
            return Guess((), encoding, text)
        if texts:
            called = {encoding: name for encoding, name, _ in encodings}
            return Guess(tuple(called[encoding] for encoding in texts.values()))
    return Guess()


def decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _of_two_bytes(raw: bytes) -> Guess:
    """UTF-16 without its mark: the one in which nearly all is writing."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = decoded(raw, encoding)
        if text and "\0" not in text and sum(_is_usual(letter) for letter in text[:LOOKED_AT]) >= 0.98 * len(text[:LOOKED_AT]):
            return Guess((), encoding, text)
    return Guess()


def _is_usual(letter: str) -> bool:
    return " " <= letter <= "\u04ff" or letter in "\n\r\t" or letter in SIGNS


def _looks_written(text: str, letters: Alphabets) -> bool:
    used = {letter.lower() for letter in set(text) if not letter.isascii() and letter not in SIGNS}
    if not any(used <= alphabet for alphabet in letters):
        return False
    words = WORD.findall(text)
    if sum(map(len, words)) < ENOUGH:
        return False
    marked = [word for word in words if not word.isascii()]
    odd = sum(not _is_regular(word, letters) for word in marked) + len(SIGN_IN_WORD.findall(text))
    return odd <= MOST_ODD * len(marked) and _has_its_share(words, marked, letters)


def _is_regular(word: str, letters: Alphabets) -> bool:
    """Small, capital, or with a capital at the beginning; and no Latin letter among Cyrillic ones."""
    cased = word[1:].islower() or word.isupper() or len(word) == 1
    return cased and (letters is not CYRILLIC or not any(letter.isascii() for letter in word))


def _has_its_share(words: list[str], marked: list[str], letters: Alphabets) -> bool:
    """Accented letters are the fewer in a Latin text; Cyrillic ones make words of their own, and the frequent ones are frequent."""
    count = sum(map(len, words))
    special = [letter.lower() for word in marked for letter in word if not letter.isascii()]
    if letters is not CYRILLIC:
        within = sum(any(map(str.isascii, word)) for word in marked)
        return len(special) <= MOST_ACCENTED * count and 2 * within >= len(marked)
    if special and len(special) < LEAST_CYRILLIC * count:
        return False
    return len(special) < ENOUGH or sum(letter in FREQUENT for letter in special) >= LEAST_FREQUENT * len(special)
