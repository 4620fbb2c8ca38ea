"""In which language a text stands, told to what reads it aloud and to what chooses its letters.

    {{ role.title|named }}   {{ document.title|named:document.language }}

It is told where it is known and the text is in letters of that language; of other letters their script alone is told ("und-Cyrl": some
language in Cyrillic letters). Of Latin letters in a language that nobody took down nothing is told: that may be any.
"""

import unicodedata
from collections import Counter
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from timeline.printing.markup import NOTHING, part

MOST_KEPT = 10_000  # names, of which lists have the same ones again and again

LANGUAGE = part(' lang="%s"')
NAMED = part("<bdi%s>%s</bdi>")
SPOKEN = part("<span%s>%s</span>")
TEXT = part("%s")

# The first word of the Unicode name of a letter, and the code of its script.
SCRIPTS = {
    "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "CJK": "Hani", "CYRILLIC": "Cyrl", "DEVANAGARI": "Deva", "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor", "GREEK": "Grek", "HANGUL": "Kore", "HEBREW": "Hebr", "HIRAGANA": "Jpan", "KATAKANA": "Jpan", "LATIN": "Latn",
    "TAMIL": "Taml", "THAI": "Thai",
}  # fmt: skip
# Languages that are written in other letters than Latin ones, or in both.
WRITTEN_IN = {
    code: tuple(scripts.split())
    for scripts, codes in {
        "Cyrl": "ab av ba be bg ce cv kk ky mk mn os ru tg tt uk",
        "Cyrl Latn": "az bs me sh sr tk uz",
        "Arab": "ar fa ps ur ug sd ckb",
        "Arab Latn": "ku",
        "Armn": "hy",
        "Beng": "bn as",
        "Deva": "hi mr ne",
        "Ethi": "am ti",
        "Geor": "ka",
        "Grek": "el",
        "Hebr": "he yi",
        "Kore Hani": "ko",
        "Jpan Hani": "ja",
        "Hani": "zh yue",
        "Taml": "ta",
        "Thai": "th",
    }.items()
    for code in codes.split()
}
LATIN = ("Latn",)


def lang(text: str, language: str = "") -> SafeString:
    """The attribute of an element that holds this text. `language`: in which it is printed, where that is known."""
    code = language_of(text, language)
    return LANGUAGE(code) if code else NOTHING


def named(text: str, language: str = "") -> SafeString:
    """A name or a title, whose direction and language are its own."""
    return NAMED(lang(text, language), text)


def spoken(text: str, language: str = "") -> SafeString:
    """A text among others, within an element of its own where its language is another one than the page's."""
    code = language_of(text, language)
    is_other = code and code.partition("-")[0] != (get_language() or "en").partition("-")[0]
    return SPOKEN(LANGUAGE(code), text) if is_other else TEXT(text)


@lru_cache(maxsize=MOST_KEPT)
def language_of(text: str, language: str = "") -> str:
    script = script_of(text)
    if not script or script in WRITTEN_IN.get(language.partition("-")[0], LATIN):
        return language
    return "" if script == "Latn" else f"und-{script}"


def script_of(text: str) -> str:
    """In which most of its letters are; empty where it has none, or of scripts that are not known here."""
    found = Counter(_script(letter) for letter in text if letter.isalpha())
    return found.most_common(1)[0][0] if found else ""


def _script(letter: str) -> str:
    return "Latn" if letter.isascii() else SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")
