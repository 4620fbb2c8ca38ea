"""What the endings of a name tell of its case, where no dictionary holds it: Belarusian names, foreign ones, rare ones."""

from __future__ import annotations

from collections.abc import Iterator

from archive.extraction.languages.slavic.names import MALE

VOWELS = frozenset("аеёиоуыэюяіїє")
CONSONANTS = frozenset("бвгґджзйклмнпрстўфхцчшщь")
# Names on these may be alike in all cases.
FIXED_VOWELS = frozenset("оеиуюэыіё")
POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын", "ін", "їн", "аў", "оў", "еў", "ёў", "ав")
# Of "Новиков" and "Новікаў" alone, where adjectives have it too.
IN_POSSESSIVES = ("ым", "им")
# A woman's surname with these before its ending is an adjective: "Лесной".
OF_ADJECTIVES = ("ск", "цк", "н")
# Surnames in -енко and -ейко, which Ukrainian and Belarusian change.
ON_O = ("енк", "ейк")
# No woman's surname has more behind these: "Грыневіча", "Ткачука".
OF_MEN = ("ич", "іч", "ыч", "ук", "юк")
ADJECTIVAL, SOFT = "+", "'"
Row = tuple[str, str, str]


def _rows(table: str) -> tuple[Row, ...]:
    """ "gent accs: а> я>'" -> the case, the ending and that of the nominative. "+" is that of an adjective, "'" the soft sign or "й"."""
    cased = (line.split(":") for line in table.strip().splitlines())
    pairs = ((case, *pair.split(">")) for cases, endings in cased for case in cases.split() for pair in endings.split())
    return tuple((case, ending, nominative) for case, ending, nominative in pairs)


MAN = _rows(
    """
    gent: а> я>' ого>+ его>+ ы>а и>а и>я ии>ия
    accs: а> я>' ого>+ его>+ у>а ю>я
    datv: у> ю>' ому>+ ему>+ е>а е>я ии>ия
    ablt: ом> ем>' ем> ём>' ым> ым>+ им>+ ой>а ей>я ою>а
    loct: е> ском>ский цком>цкий е>а е>я ии>ия
    nomn: а>а я>я
    """
)
WOMAN = _rows(
    """
    gent: ы>а и>а и>я ии>ия ой>+
    datv: е>а е>я ии>ия ой>+
    accs: у>а ю>я ую>ая
    ablt: ой>а ою>а ей>я ею>я ой>+
    loct: е>а е>я ии>ия ой>+
    nomn: а>а я>я
    """
)
# What Ukrainian and Belarusian have before these.
OWN = {
    ("uk", "m"): _rows(
        """
        gent: а>о ця>ець ії>ія я>' я>
        accs: а>о ця>ець я>' я>
        datv: ові> ові>о еві>' у>о ю>' ю> і>а
        ablt: єм>й ом>о им> цем>ець ею>я
        loct: і> і>а
        """
    ),
    ("uk", "f"): _rows(
        """
        gent: ої>+ ої>а ії>ія і>я
        datv: ій>+ ії>ія і>а і>я
        accs: у>+ ію>ія
        ablt: ою>+ єю>я
        loct: ій>+ ії>ія і>а і>я
        """
    ),
    ("be", "m"): _rows(
        """
        gent: ца>ец ага>+ ога>+ і>а і>я
        accs: ца>ец ага>+ ога>+
        datv: у> ю>' аму>+
        ablt: ам> ем>' ім>+ ым>+ ай>а
        loct: у> ю>' ім>+
        """
    ),
    ("be", "f"): _rows(
        """
        gent: ай>+ і>а і>я іі>ія ыі>ыя
        datv: ай>+ ы>а і>я іі>ія ыі>ыя
        accs: ію>ія ыю>ыя
        ablt: ай>а яй>я ай>+
        loct: ай>+ і>я іі>ія ыі>ыя
        """
    ),
}
# How an adjective ends in the nominative: of a man, of a man behind a hushing letter or "к", and of a woman.
ADJECTIVE = {"ru": ("ый", "ий", "ая"), "uk": ("ий", "ий", "а"), "be": ("ы", "і", "ая")}
HUSHING = frozenset("гкхжчшщ")
# No soft sign behind these.
NEVER_SOFT = frozenset("йьжчшщ")
# Where Belarusian ends a name on another letter than its other cases have.
SPELT = (("ов", "оў"), ("ев", "еў"), ("ёв", "ёў"), ("ав", "аў"))
# First names that have another vowel in the nominative.
CHANGED = {"Льв": "Леў", "Пятр": "Пётр", "Паўл": "Павел"}


def readings(word: str, spoken: str) -> Iterator[Row]:
    """The cases and genders that the ending allows, each with the nominative: "Карбута" -> gent, m, "Карбут"."""
    for gender, rows in (("m", MAN), ("f", WOMAN)):
        for case, ending, nominative in (*OWN.get((spoken, gender), ()), *rows):
            stem = word.removesuffix(ending)
            whole = _whole(stem, (ending, nominative), spoken, gender) if len(stem) > 1 and stem != word else None
            if whole:
                yield case, gender, whole
    if word[-1] in CONSONANTS:
        yield "nomn", "m", word


def may_be_fixed(word: str, gender: str) -> bool:
    """Whether all cases of the name may be alike: "Ли", "Кофи", and of women those on a consonant."""
    last = word[-1]
    return last in FIXED_VOWELS or (gender == "f" and last in CONSONANTS) or (last == "а" and word[-2] in VOWELS)


def _whole(stem: str, row: tuple[str, str], language: str, gender: str) -> str | None:
    """The nominative of the stem; None where such a stem has no such ending."""
    ending, nominative = row
    if nominative == ADJECTIVAL:
        return _of_woman(stem, language) if gender == "f" else _of_man(stem, language)
    if nominative == SOFT:
        return stem + ("й" if stem[-1] in VOWELS else "" if stem[-1] in NEVER_SOFT else "ь")
    if nominative:
        return _on_vowel(stem, row, gender)
    is_possessive = stem.endswith(POSSESSIVE)
    return _on_consonant(stem, language) if stem[-1] in CONSONANTS and (is_possessive or ending not in IN_POSSESSIVES) else None


def _of_woman(stem: str, language: str) -> str:
    """ "Новиковой" -> "Новикова", "Лесной" -> "Лесная"."""
    return stem + ("а" if stem.endswith(POSSESSIVE) else ADJECTIVE[language][2])


def _of_man(stem: str, language: str) -> str | None:
    """ "Доброго" -> "Добрый", "Горского" -> "Горский"."""
    if stem.endswith(POSSESSIVE) or stem[-1] not in CONSONANTS:
        return None
    return stem + ADJECTIVE[language][stem[-1] in HUSHING]


def _on_vowel(stem: str, row: tuple[str, str], gender: str) -> str | None:
    """ "Гречки" -> "Гречка", "Лисенка" -> "Лисенко"."""
    ending, nominative = row
    if stem[-1] in "ьй" or (nominative == "о" and not stem.endswith(ON_O) and stem + nominative not in MALE):
        return None
    no_woman = stem.endswith(OF_MEN) or (ending in ("ой", "ай") and stem.endswith(OF_ADJECTIVES))
    return None if gender == "f" and no_woman else stem + nominative


def _on_consonant(stem: str, language: str) -> str:
    """ "Карбута" -> "Карбут", "Пятрова" -> "Пятроў"."""
    if language != "be":
        return stem
    old, new = next((pair for pair in SPELT if stem.endswith(pair[0])), ("", ""))
    return CHANGED.get(stem) or stem.removesuffix(old) + new
