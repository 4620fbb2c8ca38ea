"""Tells the language of a text from its letters and its commonest words: en, ru, be, uk, or None."""

from __future__ import annotations

import re

LOOKED_AT = 20_000
CYRILLIC = re.compile(r"[а-яёіїєґў]", re.IGNORECASE)
LATIN = re.compile(r"[a-z]", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|was|that|said|on|for|with|will)\b", re.IGNORECASE)
ENOUGH = 0.06
# Spellings and words that one of the three has and the other two have not.
MARKS = {
    "ru": re.compile(
        r"\b(?:и|с|со|из|как|что|это|он|она|его|еще|ещё|был[аои]?|после|года?|году|январ[яе]|феврал[яе]|март[ае]|апрел[яе]|ма[яе]|июн[яе]|июл[яе]"
        r"|август[ае]|сентябр[яе]|октябр[яе]|ноябр[яе]|декабр[яе])\b|ый\b|ии\b|[ыи]ть\b"
    ),
    "be": re.compile(
        r"\b(?:што|гэта|ён|яна|яны|годзе|пасля|быць|учора|студзеня|лютага|чэрвеня|ліпеня|жніўня|верасня|снежня)\b|[дц]з[еёіяю]|[чшжр]э|ць\b|[жчш]ы"
    ),
    "uk": re.compile(
        r"\b(?:що|це|він|вона|року|роки|році|та|після|січня|березня|квітня|травня|червня|липня|серпня|жовтня|грудня)\b|ні\b|[тн]ня\b|(?:ти|ли|ла|ло|[аиув]в)ся\b|ити\b"
    ),
}
# Letters that a language has not. A name or a quotation in another language may have a few.
STRANGE = {"ru": "іўїєґ", "be": "ищїєґъ", "uk": "ыэёўъ"}


def language_of(text: str) -> str | None:
    """The language of a text; asked once, where its head is read, and handed down from there."""
    head = text[:LOOKED_AT]
    cyrillic, latin = len(CYRILLIC.findall(head)), len(LATIN.findall(head))
    if cyrillic > latin:
        return _slavic(head.casefold())
    words = head.count(" ") + 1
    return "en" if latin and len(ENGLISH.findall(head)) / words >= ENOUGH else None


def _slavic(text: str) -> str:
    """By letters that only one of the three has, else the most marks of a language whose alphabet has all the letters of the text."""
    for letter, code in (("ў", "be"), ("ї", "uk"), ("є", "uk"), ("ґ", "uk"), ("ъ", "ru")):
        if letter in text:
            return code
    marks = {code: len(pattern.findall(text)) for code, pattern in MARKS.items()}
    strange = {code: sum(map(text.count, letters)) for code, letters in STRANGE.items()}
    return max(MARKS, key=lambda code: marks[code] - strange[code])


def language_of_line(line: str, language: str | None) -> str:
    """The language whose words a short line uses: the document's where the letters allow it."""
    if not CYRILLIC.search(line):
        return "en"
    return language if language in MARKS else _slavic(line.casefold())
