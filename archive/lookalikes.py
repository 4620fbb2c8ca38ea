"""Tells whether two names look the same on paper though their characters differ: O'Neil and O’Neil, J.R. and J. R., a Cyrillic А in Anna.

`skeleton` is what they share. Equal skeletons are a reason to ask a person, never a decision.
"""

from __future__ import annotations

import unicodedata

# Small letters of other scripts that look like a Latin one, or whose capitals do.
CYRILLIC = ("авеѕіјкмнорстухѵьԍԛԝӏһԁ", "abesijkmhopctyxvbgqwlhd")
GREEK = ("αβεζηικμνορτυχϲγ", "abezhikmnoptyxcy")
ARMENIAN = ("օսոհցգ", "ounhgq")
OTHER_LATIN = ("ıɑɡ", "iag")
LONGEST = 200  # of a skeleton, as of a name: a few characters are many when they are written out
UNSEEN, TYPED, JOINERS = ("Cc", "Cf", "Zl", "Zp"), "\t\n\r", "\u200c\u200d"
JOINING = (
    "ARABIC",
    "SYRIAC",
    "DEVANAGARI",
    "BENGALI",
    "GURMUKHI",
    "GUJARATI",
    "ORIYA",
    "TAMIL",
    "TELUGU",
    "KANNADA",
    "MALAYALAM",
    "SINHALA",
)
LATIN = {ord(other): plain for table in (CYRILLIC, GREEK, ARMENIAN, OTHER_LATIN) for other, plain in zip(*table, strict=True)}


def skeleton(name: str) -> str:
    """The letters and digits alone, look-alikes of other scripts as the Latin letters that they look like, without case."""
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold()).translate(LATIN)
    return "".join(c for c in small if _is_drawn(c))[:LONGEST]


def _is_drawn(character: str) -> bool:
    """A letter, a digit or an accent; an apostrophe that Unicode calls a letter is none."""
    category = unicodedata.category(character)
    return category[0] in "LNM" and category != "Lm"


def holds_unseen(text: str) -> bool:
    """Direction marks, signs without width, controls. Those that join or part letters stay where a script needs them: «می‌خواهم»."""
    unseen = [at for at, sign in enumerate(text) if sign not in TYPED and unicodedata.category(sign) in UNSEEN]
    return not all(_joins(text, at) for at in unseen)


def _joins(text: str, at: int) -> bool:
    beside = (text[at - 1 : at], text[at + 1 : at + 2])
    return text[at] in JOINERS and all(one and unicodedata.name(one, "").startswith(JOINING) for one in beside)
