"""Reads a title that says who said it: "Minister: We will not raise taxes", "Bridge to open in May – mayor"."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from archive.extraction.languages import names
from archive.extraction.languages.english import capitals
from archive.extraction.languages.english import words as en
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.page.turns import LABEL, NO_SPEAKER, is_name
from archive.extraction.text.predicates import has_predicate
from archive.extraction.text.tokens import tokens_of
from archive.extraction.types import TextFound

BEHIND = re.compile(r"(?:\s[–—-]|,\ssays?)\s(?P<name>[^\n–—:?!.,]{3,60}+)$")
LONGEST = 300
MARKS = " \t\xa0\"“”«»„‘’'"
LEAST_WORDS = 3
ACRONYMS = frozenset("NATO UN EU WHO IMF IAEA OSCE ECB FBI CIA MFA НАТО ООН ЕС МИД МВД МЗС ЄС МАГАТЭ ФСБ СБУ ОБСЕ ЦИК".split())
CYRILLIC = re.compile(r"[А-яЁёІіЎўЇїЄє]")


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


def _kind_of(label: str, surnames: Container[str]) -> str | None:
    words = label.split()
    low = [word.casefold().strip(".") for word in words]
    if low[0] in NO_SPEAKER or any(word in en.SAYING for word in low):
        return None
    if is_name(label, surnames):
        return "person"
    if any(word in en.ROLES | slavic.ROLES for word in low):
        return "role"
    surname = len(words) == 1 and len(label) > 4 and label not in slavic.NO_NAME and names.ends_like_surname(low[0])
    noun = low[-1] in en.BODIES and label not in capitals.NATIONS
    is_body = surname or noun or low[-1].startswith(slavic.BODY_STEMS) or label in ACRONYMS
    return "body" if is_body else None


def _is_said(words: str) -> bool:
    """A clause, not the name of a subject: "Minister: a portrait"."""
    if words.endswith("?"):
        return False
    tokens = tokens_of(words, 0, len(words))
    spoken = [token for token in tokens if token.kind == "w"]
    return len(spoken) >= LEAST_WORDS and (bool(CYRILLIC.search(words)) or has_predicate(tokens))
