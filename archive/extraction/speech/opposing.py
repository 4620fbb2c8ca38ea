"""Tells a clause of somebody else who objects to what was said: "…, but Lena Moss disagreed", "but critics point to costs"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import words as en
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.people.mentions import Mention
from archive.extraction.text.tokens import Token

AGAINST = words("but while whereas though although yet но але а однак однако аднак хотя хоть хоча хаця")
OBJECTING = ("disagree", "differ", "dissent", "demur", "object", "disput", "doubt", "scoff", "sceptical", "skeptical", "unconvinced")
POINTING = words("point points pointed")
REJECTING = words("rejected rejects reject dismissed dismisses dismiss denied denies deny")
WHAT_WAS_SAID = words("that this it claim claims idea charge charges accusation accusations argument suggestion")
OBJECTING_SLAVIC = (
    "соглас", "возраж", "возраз", "сомнева", "оспор", "оспар", "спорят", "указыва", "пагадз", "запярэч", "пярэч", "сумнява", "паказваюць",
    "погод", "запереч", "сумніва", "опону", "вказу",
)  # fmt: skip
SUBJECT, REACH = 5, 5  # tokens within which the subject tells who it is, and its verb follows


def opposes(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> bool:
    """A person or people, no pronoun, stand at the token with a verb of objecting of their own."""
    if at >= len(tokens) or tokens[at].lower in en.PRONOUNS | slavic.PRONOUNS.keys():
        return False
    subject = _past_subject(tokens, mentions, at)
    if subject is None:
        return False
    ahead = [t.lower for t in tokens[subject : subject + REACH] if t.kind == "w"]
    if any(word.startswith(OBJECTING + OBJECTING_SLAVIC) for word in ahead):
        return True
    pointing = any(word in POINTING and ahead[n + 1 : n + 2] == ["to"] for n, word in enumerate(ahead))
    return pointing or (not REJECTING.isdisjoint(ahead[:2]) and not WHAT_WAS_SAID.isdisjoint(ahead[1:4]))


def _past_subject(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> int | None:
    named = next((m for m in mentions if m.first <= at + 1 and at <= m.first), None)
    if named:
        return named.last + 1
    called = next((n for n in range(at, min(len(tokens), at + SUBJECT)) if is_calling(tokens[n].lower)), None)
    between = tokens[at:called] if called is not None else ()
    return called + 1 if called is not None and all(t.kind == "w" and t.lower not in en.STOPS | en.FINITE for t in between) else None
