"""Tells a Slavic clause of somebody else who objects to what was said: "…, но депутат Иван Лось не согласен"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.people.mentions import Mention
from archive.extraction.speech.opposing import behind_subject
from archive.extraction.text.tokens import Token

AGAINST = words("но але а однак однако аднак хотя хоть хоча хаця")
OBJECTING = (
    "соглас", "возраж", "возраз", "сомнева", "оспор", "оспар", "спорят", "указыва", "пагадз", "запярэч", "пярэч", "сумнява", "паказваюць",
    "погод", "запереч", "сумніва", "опону", "вказу",
)  # fmt: skip


def opposes(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> bool:
    """A person or people, no pronoun, stand at the token with a verb of objecting of their own."""
    if at >= len(tokens) or tokens[at].lower in slavic.PRONOUNS:
        return False
    return any(word.startswith(OBJECTING) for word in behind_subject(tokens, mentions, at))
