"""Brings Russian, Belarusian and Ukrainian names from other cases ("по словам Анны Смирновой") back to the nominative,
and tells whether two words are forms of one."""

from __future__ import annotations

import re

from archive.extraction.languages.detection import STRANGE
from archive.extraction.languages.slavic import names

# Pairs of an ending in another case and of the one that the nominative has, the likelier first.
FIRST_NAME = (
    ("ии", "ия"), ("ії", "ія"), ("ею", "я"), ("ою", "а"), ("ью", "ь"), ("ы", "а"), ("и", "я"), ("и", "а"), ("и", "ь"), ("я", "й"),
    ("я", "ь"), ("а", ""), ("а", "о"), ("ию", "ий"), ("ию", "ия"), ("ию", "ій"), ("у", ""), ("у", "а"), ("у", "о"), ("ю", "й"),
    ("ю", "ь"), ("ю", "я"), ("ой", "а"), ("ей", "я"), ("ай", "а"), ("яй", "я"), ("і", "я"), ("і", "а"), ("е", "а"), ("е", "я"),
    ("ом", ""), ("ом", "о"), ("ам", ""), ("ем", "й"), ("ем", "ь"), ("єм", "й"), ("ём", "ь"), ("ею", "а"), ("ові", ""), ("еві", "й"),
)  # fmt: skip
MAN = (
    ("вця", "вець"), ("нця", "нець"), ("рця", "рець"), ("льця", "лець"), ("вцем", "вець"), ("нцем", "нець"), ("вца", "вец"),
    ("нца", "нец"), ("рца", "рец"), ("льца", "лец"), ("вцом", "вец"), ("нцом", "нец"), ("ўца", "вец"),
    ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("цкого", "цкий"), ("цким", "цкий"), ("цкому", "цкий"),
    ("скага", "скі"), ("скаму", "скі"), ("скім", "скі"), ("цкага", "цкі"), ("цкаму", "цкі"), ("цкім", "цкі"),
    ("ського", "ський"), ("ському", "ський"), ("ським", "ський"), ("цького", "цький"), ("цькому", "цький"), ("цьким", "цький"),
    ("ого", "ый"), ("ым", ""), ("им", ""), ("ом", ""), ("ам", ""), ("ем", "ь"), ("ем", "й"), ("у", ""), ("и", "а"), ("ы", "а"),
    ("і", "а"), ("а", ""), ("ю", "й"), ("я", "й"),
)  # fmt: skip
WOMAN = (
    ("ской", "ская"), ("цкой", "цкая"), ("скую", "ская"), ("скай", "ская"), ("цкай", "цкая"), ("ської", "ська"), ("цької", "цька"),
    ("ською", "ська"), ("цькою", "цька"), ("ській", "ська"), ("ой", "а"), ("ою", "а"), ("ей", "я"), ("ої", "а"), ("ай", "а"),
    ("ову", "ова"), ("еву", "ева"), ("ину", "ина"),
)  # fmt: skip
# How a language ends surnames that are restored as Russian has them.
SPELT = {"uk": (("ый", "ий"),), "be": (("ов", "оў"), ("ев", "еў"), ("ёв", "ёў"), ("ав", "аў"))}
# A first name for either gender stands for a woman where it ends so: "Саши".
WOMANS_ENDINGS = ("и", "ы", "ой", "ей")
CONSONANTS = frozenset("бвгґджзклмнпрстфхцчшщ")
# The last letters of "министерство" in the prepositional and the nominative, by the language that its stem tells.
IN_BODY = (
    ("стерстве", "во"),
    ("льстве", "во"),
    ("гентстве", "во"),
    ("домстве", "во"),
    ("тэрстве", "ва"),
    ("стві", "во"),
    ("службе", "ба"),
    ("службі", "ба"),
)
IRREGULAR = {
    "Льва": "Лев", "Льву": "Лев", "Львом": "Лев", "Льве": "Лев", "Павла": "Павел", "Павлу": "Павел", "Павлом": "Павел",
    "Петра": "Пётр", "Петру": "Пётр", "Петром": "Пётр", "Пятра": "Пётр", "Пятром": "Пётр", "Игоря": "Игорь", "Ігара": "Ігар",
    "Любови": "Любовь", "Ільва": "Леў", "Льва́": "Лев",
}  # fmt: skip
# Where a language has another nominative for the same form than Russian.
OWN = {
    "uk": {
        "Петра": "Петро", "Петру": "Петро", "Петром": "Петро", "Петрові": "Петро", "Павла": "Павло", "Павлу": "Павло",
        "Павлом": "Павло", "Павлові": "Павло", "Марка": "Марко", "Марку": "Марко", "Марком": "Марко", "Маркові": "Марко",
        "Данила": "Данило", "Данилу": "Данило", "Данилом": "Данило", "Ігоря": "Ігор", "Ігорю": "Ігор", "Ігорем": "Ігор",
        "Ігореві": "Ігор", "Лева": "Лев", "Любові": "Любов",
    },
    "be": {"Льва": "Леў", "Льву": "Леў", "Львом": "Леў", "Паўла": "Павел", "Паўлу": "Павел", "Паўлам": "Павел", "Ігарам": "Ігар"},
}  # fmt: skip
KNOWN = names.MALE | names.FEMALE
# A surname in -ук, -ак, -ик loses its ending, one in -енко never took it.
VOWELLED = re.compile(r"(?:енк|ейк|йк|очк|ичк)[ауом]{1,2}$")
VOWEL = re.compile(r"[ауом]{1,2}$")
ENDING = re.compile(
    r"(?:ськ(?:ого|ому|им|ої|ою|ій|ий|а|у)|ого|ому|ага|аму|ым|им|ім|ою|ой|ей|ій|яй|ай|ом|ем|ам|ём|єм|ую|юю|ая|яя|ої|ею|ові|еві|ий|ый|ів"
    r"|[іыиаяуюеоьй])$"
)
PATRONYMIC = re.compile(r"[А-ЯЁІЇЄ][а-яёіїєў'’]+(?:вич|ьич|вна|чна|ична|ўна|віч|ович|евич|івна|ївна)(?:а|у|ем|ы|е|ой|и|і|ою|ай|яй)?$")
WOMANS_PATRONYMIC = re.compile(r"(?:ой|ы|е|у|и|і|ою|ай)$")
MANS_PATRONYMIC = re.compile(r"(?:а|у|ем|ам|е)$")
# Endings of the past of one: "сказала", "сказаў".
WOMANS_PAST = ("ла", "лась", "лася")
MANS_PAST = ("л", "ў", "в", "лся", "ўся", "вся", "верг")
VERB = re.compile(r"(?:л|ла|ло|ли|лі|лся|лась|лись|ть|ться|ет|ит|ют|ят|ут|ат|ўся|лася|ліся|вся|ець|іць|юць|уць|ўшы|вши)$")
GENITIVE = re.compile(
    r"(?:ого|его|аго|яго|ага|яга|ых|их|іх|ой|ей|ай|яй|ої|ії|ии|іі|ов|ев|ів|їв|оў|аў|еў|яў|[аяыиіуюь]|ств|ній|ській|ьної|сці|ості|ости"
    r"|дел|спраў|справ)$"
)


def nominative(name: str, language: str | None = None) -> str:
    """The name as a subject has it, in the spelling of the language; unchanged where its first word is no inflected first name."""
    parts = name.split()
    if len(parts) < 2 or parts[0].isascii() or parts[0] in KNOWN:
        return name
    first = _first_name(parts[0], language)
    if first is None:
        return name
    female = first in names.FEMALE and (first not in names.MALE or parts[0].endswith(WOMANS_ENDINGS))
    middle = [_patronymic(part, female=female) for part in parts[1:-1]]
    return " ".join([first, *middle, _surname(parts[-1], language, female=female)])


def _surname(printed: str, language: str | None, *, female: bool) -> str:
    restored = surname_restored(printed, female=female)
    if restored == printed:
        return printed
    own = next((pair for pair in SPELT.get(language or "", ()) if restored.endswith(pair[0])), ("", ""))
    return restored.removesuffix(own[0]) + own[1]


def _first_name(word: str, language: str | None) -> str | None:
    """The first name of which the word is a form; of two that fit that which the language's letters spell."""
    irregular = OWN.get(language or "", {}).get(word) or IRREGULAR.get(word)
    if irregular:
        return irregular
    found = [candidate for candidate in _restored(word, FIRST_NAME) if candidate in KNOWN]
    strange = set(STRANGE.get(language or "", ""))
    return min(found, key=lambda name: not strange.isdisjoint(name.lower()), default=None)


def surname_restored(word: str, *, female: bool) -> str:
    """The nominative of a surname in another case; one that does not change stays ("Гречко", "Штерн" of a woman)."""
    if word.endswith("ко"):
        return word
    if not female and VOWELLED.search(word):
        return VOWELLED.sub(lambda found: VOWEL.sub("о" if "енк" in found[0] else "а", found[0]), word)
    halves = word.rsplit("-", 1)
    last = next(iter(_restored(halves[-1], WOMAN if female else MAN)), halves[-1])
    if last.endswith("й") and last[-2] in CONSONANTS:  # "Корзуню" is of "Корзунь", "Вересаю" of "Вересай"
        last = f"{last[:-1]}ь"
    return "-".join([*(surname_restored(half, female=female) for half in halves[:-1]), last])


def body_nominative(name: str) -> str:
    """ "в Министерстве связи" -> "Министерство связи"; other bodies as they are printed."""
    first, space, rest = name.partition(" ")
    ending = next((new for old, new in IN_BODY if first.endswith(old)), None)
    return f"{first[:-2]}{ending}{space}{rest}" if ending else name


def _patronymic(word: str, *, female: bool) -> str:
    if not PATRONYMIC.match(word):
        return word
    return WOMANS_PATRONYMIC.sub("а", word) if female else MANS_PATRONYMIC.sub("", word)


def _restored(word: str, endings: tuple[tuple[str, str], ...]) -> list[str]:
    return [word[: -len(old)] + new for old, new in endings if word.endswith(old) and len(word) > len(old) + 1]


def stem(word: str) -> str:
    """What the case forms of a Cyrillic word share; a word in other letters as it is. In small letters."""
    low = word.casefold()
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
    return not word.isascii() and len(word) > 2 and bool(GENITIVE.search(word)) and not VERB.search(word)


def gender_of_verb(word: str) -> str | None:
    """m or f, as the past tense tells: "сказал", "сказала", "сказаў", "сказав"."""
    low = word.casefold()
    if low.isascii() or not low:
        return None
    if low.endswith(WOMANS_PAST):
        return "f"
    return "m" if low.endswith(MANS_PAST) else None
