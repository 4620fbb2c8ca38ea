"""What the endings of Russian, Belarusian and Ukrainian words tell: whether two are forms of one, genders of verbs, words of bodies."""

from __future__ import annotations

import re

from archive.extraction.languages.slavic.morphology import RUSSIAN, UKRAINIAN, WITHIN, forms, holds_all, is_adjective

# The last letters of "міністэрства" in the prepositional and the nominative, where no dictionary has the word.
IN_BODY = (("стве", "ства"), ("стві", "ство"), ("службе", "служба"), ("службі", "служба"))
ENDING = re.compile(
    r"(?:ськ(?:ого|ому|им|ої|ою|ій|ий|а|у)|ого|ому|ага|аму|ым|им|ім|ою|ой|ей|ій|яй|ай|ом|ем|ам|ём|єм|ую|юю|ая|яя|ої|ею|ові|еві|ий|ый|ів"
    r"|[іыиаяуюеоьй])$"
)
PATRONYMIC = re.compile(r"[А-ЯЁІЇЄ][а-яёіїєў'’]+(?:вич|ьич|вна|чна|ична|ўна|віч|ович|евич|івна|ївна)(?:а|у|ем|ы|е|ой|и|і|ою|ай|яй)?$")
# Endings of the past of one: "сказала", "сказаў".
WOMANS_PAST = ("ла", "лась", "лася")
MANS_PAST = ("л", "ў", "в", "лся", "ўся", "вся", "верг")
VERB = re.compile(r"(?:л|ла|ло|ли|(?<![вмпб])лі|лся|лась|лись|ть|ться|ет|ит|ют|ят|ут|ат|ўся|лася|ліся|вся|ець|іць|юць|уць|ўшы|вши)$")
GENITIVE = re.compile(
    r"(?:ого|его|аго|яго|ага|яга|ых|их|іх|ой|ей|ай|яй|ої|ії|ии|іі|ов|ев|ів|їв|оў|аў|еў|яў|[аяыиіуюь]|ств|ій|ьної|сці|ості|ости"
    r"|дел|спраў|справ)$"
)
# Of nouns in the plural, behind "по", "в" and "с".
MANY = re.compile(r"(?:ах|ях|ам|ям|амі|ямі|ами|ями)$")


def body_nominative(name: str) -> str:
    """ "в Министерстве связи" -> "Министерство связи", "Верховном суде" -> "Верховный суд"."""
    parts = name.split(" ")
    noun = next((n for n, part in enumerate(parts) if any(form.part == "NOUN" for form in forms(part))), None)
    if noun is None or not all(map(is_adjective, parts[:noun])):
        old, new = next((pair for pair in IN_BODY if parts[0].endswith(pair[0])), ("", ""))
        return " ".join([parts[0].removesuffix(old) + new, *parts[1:]])
    readings = [_in_nominative(parts[: noun + 1], code) for code in (RUSSIAN, UKRAINIAN)]
    restored = next((words for words in readings if words), parts[: noun + 1])
    return " ".join([*restored, *parts[noun + 1 :]])


def _in_nominative(words: list[str], language: str) -> list[str]:
    """The words as the dictionary of one language has them in the nominative; none where they don't share a case there."""
    known = [{form.case: form for form in reversed(forms(word, language)) if form.case} for word in words]
    shared = set.intersection(*map(set, known))
    if not shared or "nomn" in shared:
        return words if shared else []
    case = min(shared)
    return [like_printed(word, cased[case].nominative) for word, cased in zip(words, known, strict=True)]


def like_printed(printed: str, word: str) -> str:
    """The word with the capitals of the printed form of it, and without the "ё" that the text has none of."""
    if len(printed) > 1 and printed.isupper():
        return word.upper()
    if not word.islower():
        return word
    old = printed.lower()
    same = next((n for n, pair in enumerate(zip(old, word, strict=False)) if pair[0] != pair[1] and pair != ("е", "ё")), len(word))
    return printed[:same] + word[len(printed[:same]) :] if same else word.capitalize()


def stem(word: str) -> str:
    """What the case forms of a Cyrillic word share; a word in other letters as it is. In small letters."""
    low = word.casefold().replace("ё", "е")
    if low.isascii():
        return low
    cut = ENDING.sub("", low)
    return cut if len(cut) >= 3 else low


def is_same(name: str, other: str) -> bool:
    """Whether two Cyrillic names are case forms of one."""
    here, there = name.split(), other.split()
    return len(here) == len(there) and not name.isascii() and all(stem(a) == stem(b) for a, b in zip(here, there, strict=True))


def may_be_genitive(word: str) -> bool:
    """A word that may stand in a chain behind a noun: "директор | областного музея"."""
    if word.isascii() or len(word) <= 2:
        return False
    if holds_all(word):
        return any(form.case == "gent" for form in forms(word))
    return bool(GENITIVE.search(word)) and not VERB.search(word)


def may_be_within(word: str) -> bool:
    """A word that may stand within the name of an office: "начальник отдела | по связям с прессой"."""
    if word.isascii():
        return False
    known = forms(word)
    if holds_all(word) or any(form.case in WITHIN for form in known):
        return any(form.case in WITHIN for form in known)
    return may_be_genitive(word) or bool(MANY.search(word))


def gender_of_verb(word: str) -> str | None:
    """m or f, as the past tense tells: "сказал", "сказала", "сказаў", "сказав"."""
    low = word.casefold()
    if low.isascii() or not low:
        return None
    if low.endswith(WOMANS_PAST):
        return "f"
    return "m" if low.endswith(MANS_PAST) else None
