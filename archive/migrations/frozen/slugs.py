"""Addresses as migration 0029 makes them: archive/slugs.py of that day, and how they were made before."""

import re
import unicodedata
from itertools import accumulate

from django.utils.text import slugify

LONGEST = 100
SIGNS = {"%": "percent", "‰": "permille", "€": "euro", "£": "pound", "$": "dollar"}
SIGN = re.compile("|".join(map(re.escape, SIGNS)))
MINUS = re.compile(r"(?<![\w.])[-−](?=\d)")
THOUSANDS = re.compile(r"(?<![\d.,'’])[1-9]\d{0,2}(?:[,'’]\d{3})+(?!\d)")
WITHIN_A_WORD = re.compile(r"(?<=[^\W\d_])['’ʼ.](?=[^\W\d_])")
BETWEEN_WORDS = re.compile(r"\W+")


def slug_of(words):
    spelled = MINUS.sub(" minus ", SIGN.sub(lambda sign: f" {SIGNS[sign[0]]} ", words))
    spelled = THOUSANDS.sub(lambda number: re.sub(r"\D", "", number[0]), spelled)
    pieces = [piece for word in _plain(spelled).split() if (piece := _piece(word))]
    whole = [slug for slug in accumulate(pieces, "{}-{}".format) if len(slug) <= LONGEST]
    return whole[-1] if whole else "".join(pieces[:1])[:LONGEST]


def _plain(text):
    apart = "".join(f" {one}" if _is_small_number(one) else one for one in text)
    low = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", apart).lower())
    return "".join(one for one in low if unicodedata.category(one) not in ("Mn", "Mc", "Me", "Cf"))


def _is_small_number(character):
    return character.isnumeric() and not character.isdecimal() and unicodedata.decomposition(character).startswith("<")


def _piece(word):
    return BETWEEN_WORDS.sub("-", WITHIN_A_WORD.sub("", word)).strip("-_")


def made_before(words):
    """The addresses that the words had before: of the first sixty characters of a claim, or of all."""
    shorter = words[:60].rsplit(" ", 1)[0] if len(words) > 60 else words
    return {slugify(text, allow_unicode=True)[:100].strip("-") for text in (shorter, words)} - {""}


def renewed(slug, words):
    """The address that these words should have, where theirs was made of them and lost a number or ends within a word; else None."""
    new = slug_of(words)
    old = next((old for old in made_before(words) if re.fullmatch(rf"{re.escape(old)}(-\d+)?", slug)), None)
    if old is None or not new:  # somebody typed it
        return None
    parts = set(old.split("-"))
    lost = any(part not in parts for part in new.split("-") if any(one.isdigit() for one in part))
    cut = old.rsplit("-", 1)[-1] not in slugify(words, allow_unicode=True).split("-")
    return new if lost or cut else None
