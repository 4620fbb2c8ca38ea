"""An address made of words, in any script: what was a number in them is one there, and it ends where a word ends."""

import re
import unicodedata
from itertools import accumulate

LONGEST = 100  # characters; the column has room for a number behind it
SIGNS = {"%": "percent", "‰": "permille", "€": "euro", "£": "pound", "$": "dollar"}
SIGN = re.compile("|".join(map(re.escape, SIGNS)))
MINUS = re.compile(r"(?<![\w.])[-−](?=\d)")
THOUSANDS = re.compile(r"(?<![\d.,'’])[1-9]\d{0,2}(?:[,'’]\d{3})+(?!\d)")
WITHIN_A_WORD = re.compile(r"(?<=[^\W\d_])['’ʼ.](?=[^\W\d_])")  # "don't", "U.S."
BETWEEN_WORDS = re.compile(r"\W+")


def slug_of(words: str) -> str:
    """“Turnout was 54.2 %” as “turnout-was-54-2-percent”; empty where there is neither letter nor digit."""
    spelled = MINUS.sub(" minus ", SIGN.sub(lambda sign: f" {SIGNS[sign[0]]} ", words))
    spelled = THOUSANDS.sub(lambda number: re.sub(r"\D", "", number[0]), spelled)
    pieces = [piece for word in _plain(spelled).split() if (piece := _piece(word))]
    whole = [slug for slug in accumulate(pieces, "{}-{}".format) if len(slug) <= LONGEST]
    return whole[-1] if whole else "".join(pieces[:1])[:LONGEST]


def _plain(text: str) -> str:
    """In small letters without accents of their own; “2½” is two numbers and not 21."""
    apart = "".join(f" {one}" if _is_small_number(one) else one for one in text)
    low = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", apart).lower())
    return "".join(one for one in low if unicodedata.category(one) not in ("Mn", "Mc", "Me", "Cf"))


def _is_small_number(character: str) -> bool:
    return character.isnumeric() and not character.isdecimal() and unicodedata.decomposition(character).startswith("<")


def _piece(word: str) -> str:
    return BETWEEN_WORDS.sub("-", WITHIN_A_WORD.sub("", word)).strip("-_")
