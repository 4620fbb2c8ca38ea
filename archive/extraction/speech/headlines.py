"""Reads a title that says who said it: "Minister: We will not raise taxes", "Bridge to open in May – mayor"."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from archive.extraction.languages import names, words
from archive.extraction.languages.english import capitals, nouns, speech_verbs
from archive.extraction.languages.families import ByLetters, is_cyrillic
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.page.transcripts.label_shapes import LABEL
from archive.extraction.page.transcripts.labels import NO_SPEAKER, is_name
from archive.extraction.speech.english.predicates import has_predicate
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import tokens_of
from archive.extraction.types import TextFound

BEHIND = re.compile(r"(?:\s[–—-]|,\ssays?)\s(?P<name>[^\n–—:?!.,]{3,60}+)$")
LONGEST = 300
MARKS = " \t\xa0\"“”«»„‘’'"
LEAST_WORDS = 3
LEAST_SURNAME = 5  # letters of a label that ends like a surname
ROLES = ByLetters(nouns.ROLES, slavic.ROLES)
VERBS = ByLetters(speech_verbs.SAYING)
NO_SURNAMES = ByLetters(slavic=slavic.NO_NAME)
BODIES = ByLetters(nouns.BODIES)
NATIONS = ByLetters(capitals.NATIONS)
ACRONYMS = ByLetters(
    words("NATO UN EU WHO IMF IAEA OSCE ECB FBI CIA MFA"),
    words("НАТО ООН ЕС МИД МВД МЗС ЄС МАГАТЭ ФСБ СБУ ОБСЕ ЦИК"),
)


@dataclass(frozen=True, slots=True)
class Headline:
    """The words of a title and the label of who said them. `kind` is that of the label: person, role or body."""

    start: int
    end: int
    label_start: int
    label_end: int
    kind: str
    quoted: bool


def headline_of(title: TextFound, surnames: Container[str]) -> Headline | None:
    """What the title reports, if the label before its colon, or after its dash, is somebody's."""
    before = LABEL.match(title.text)
    match = before or BEHIND.search(title.text[:LONGEST])
    if match is None or title.start is None or len(title.text) > LONGEST:
        return None
    label = match.span("name")
    start, end = (match.end(), len(title.text)) if before else (0, match.start())
    opening = start
    kind = _kind_of(title.text[slice(*label)], surnames)
    while start < end and title.text[start] in MARKS:
        start += 1
    while end > start and title.text[end - 1] in MARKS + ",":
        end -= 1
    if kind is None or not _is_said(title.text[start:end]):
        return None
    at = title.start
    return Headline(at + start, at + end, at + label[0], at + label[1], kind, start > opening)


def _kind_of(text: str, surnames: Container[str]) -> str | None:
    return KIND(TitleLabel(text, tuple(word.casefold().strip(".") for word in text.split()), surnames)) or None


@dataclass(frozen=True, slots=True)
class TitleLabel:
    """What stands before the colon of a title, its words in small letters, and the surnames that the document tells of."""

    text: str
    words: tuple[str, ...]
    surnames: Container[str]


KIND = Rules[[TitleLabel], str]("who speaks in a title by its label", otherwise="")


@KIND.when("nobody", "", "Update: the bridge will open in May\n\nRIGA (Wire) - The bridge is shut.")
def _nobody(label: TitleLabel) -> bool:
    return label.words[0] in NO_SPEAKER


@KIND.when("verb of speech", "", "Minister says: the bridge will open in May\n\nRIGA (Wire) - The bridge is shut.")
def _verb(label: TitleLabel) -> bool:
    return any(word in VERBS for word in label.words)


@KIND.when("name", "person", "Anna Smith: The bridge will open in May\n\nRIGA (Wire) - The bridge is shut.")
def _name(label: TitleLabel) -> bool:
    return is_name(label.text, label.surnames)


@KIND.when("role", "role", "Minister: The bridge will open in May\n\nRIGA (Wire) - The bridge is shut.")
def _role(label: TitleLabel) -> bool:
    return any(word in ROLES for word in label.words)


@KIND.when("surname", "body", "Петрова: новый мост через реку откроют в мае\n\nRIGA (Wire) - The bridge is shut.")
def _surname(label: TitleLabel) -> bool:
    alone = len(label.words) == 1 and len(label.text) >= LEAST_SURNAME and label.text not in NO_SURNAMES
    return alone and names.ends_like_surname(label.words[0])


@KIND.when("noun of a body", "body", "Transport Ministry: The bridge will open in May\n\nRIGA (Wire) - The bridge is shut.")
def _noun(label: TitleLabel) -> bool:
    return label.words[-1] in BODIES and label.text not in NATIONS


@KIND.when("Slavic noun of a body", "body", "Министерство: новый мост через реку откроют в мае\n\nRIGA (Wire) - The bridge is shut.")
def _slavic_noun(label: TitleLabel) -> bool:
    return is_cyrillic(label.words[-1]) and label.words[-1].startswith(slavic.BODY_STEMS)


@KIND.when("acronym", "body", "NATO: The drills are defensive and short\n\nRIGA (Wire) - The bridge is shut.")
def _acronym(label: TitleLabel) -> bool:
    return label.text in ACRONYMS


def _is_said(title: str) -> bool:
    """A clause, not the name of a subject: "Minister: a portrait"."""
    if title.endswith("?"):
        return False
    tokens = tokens_of(title, 0, len(title))
    spoken = [token for token in tokens if token.kind == "w"]
    return len(spoken) >= LEAST_WORDS and (is_cyrillic(title) or has_predicate(tokens))
