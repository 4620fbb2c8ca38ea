"""Brings Russian, Belarusian and Ukrainian names from the genitive ("по словам Анны Смирновой") back to the nominative."""

from __future__ import annotations

from archive.extraction.lexicon import names

FIRST = (
    ("ии", "ия"),
    ("ы", "а"),
    ("и", "я"),
    ("и", "а"),
    ("я", "й"),
    ("я", "ь"),
    ("а", ""),
    ("ию", "ий"),
    ("ы", ""),
    ("у", ""),
    ("ю", "й"),
    ("ой", "а"),
    ("ей", "я"),
    ("і", "я"),
    ("і", "а"),
    ("ом", ""),
    ("ем", "й"),
)
MALE = (
    ("ского", "ский"),
    ("цкого", "цкий"),
    ("скага", "скі"),
    ("ського", "ський"),
    ("ого", "ый"),
    ("ым", ""),
    ("у", ""),
    ("а", ""),
    ("я", "й"),
)
FEMALE = (("ской", "ская"), ("цкой", "цкая"), ("ской", "ская"), ("ської", "ська"), ("ой", "а"), ("ей", "я"), ("ої", "а"), ("ай", "а"))
IRREGULAR = {"Льва": "Лев", "Павла": "Павел", "Петра": "Пётр", "Льву": "Лев", "Павлу": "Павел", "Игоря": "Игорь"}
KNOWN = names.MALE | names.FEMALE


def nominative(name: str) -> str:
    """The name as a subject has it; unchanged where its first word is no inflected first name."""
    parts = name.split()
    if len(parts) < 2 or parts[0].isascii() or parts[0] in KNOWN:
        return name
    first = IRREGULAR.get(parts[0]) or next((candidate for candidate in _restored(parts[0], FIRST) if candidate in KNOWN), None)
    if first is None:
        return name
    endings = FEMALE if first in names.FEMALE else MALE
    last = next(iter(_restored(parts[-1], endings)), parts[-1])
    return " ".join([first, *parts[1:-1], last])


def _restored(word: str, endings: tuple[tuple[str, str], ...]) -> list[str]:
    return [word[: -len(old)] + new for old, new in endings if word.endswith(old) and len(word) > len(old) + 1]
