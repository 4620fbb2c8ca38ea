"""Headings in the capitals of titles, read as sentences are: “Remarks by Anna Hill Before Departure” names Anna Hill alone.

The words change in size only, so every place in the text stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from archive.extraction.languages.english import particles
from archive.extraction.languages.english.verbs import BASES
from archive.extraction.languages.names import FIRST_NAMES
from archive.extraction.people.mentions import Mention
from archive.extraction.text.blocks import Block

WORD = re.compile(r"[A-Z][a-z]{1,15}\b")
LOUD = re.compile(r"[^\W\d_]{2,}(?![.])")
SMALL = (
    particles.PREPOSITIONS | particles.CONNECTORS | particles.ADJUNCT_HEADS | {"of", "en", "aboard", "amid", "makes", "delivers", "gives"}
)
LEAST_GERUND = 6
# "Remarks of Anna Hill | Deputy Secretary": an office behind the name without a comma.
OFFICES = "Deputy|Assistant|Under|Acting|Secretary|Director|Chairman|Commissioner|Nominee|Chief|Treasurer|Administrator|Ambassador|General"
BEHIND_NAME = re.compile(
    rf"(?P<before>\b(?:by|of|from)\s)(?!(?:{OFFICES})\b)(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){{1,2}}?)\s(?=(?:{OFFICES})\b)"
)


def as_sentences(text: str, headings: Iterable[Block]) -> str:
    """The text in which these lines have capitals at names alone, as far as closed lists tell."""
    for block in headings:
        written = LOUD.sub(lambda word: word[0].capitalize(), block.text) if block.text.isupper() else block.text
        text = text[: block.start] + _quiet(written) + text[block.end :]
    return text


def without_office(mention: Mention) -> Mention:
    """ "Duma Sergei Neverov" behind "Speaker of the State": the name begins at its first name."""
    parts = mention.name.split()
    at = next((number for number, part in enumerate(parts[:-1]) if part in FIRST_NAMES), 0)
    name = " ".join(parts[at:])
    return replace(mention, name=name, start=mention.start + mention.name.find(name))


def _quiet(heading: str) -> str:
    small = WORD.sub(lambda word: word[0].lower() if word.start() and _is_small(word[0].lower()) else word[0], heading)
    return BEHIND_NAME.sub(_with_comma, small)


def _with_comma(found: re.Match[str]) -> str:
    name = found["name"]
    return f"{found['before']}{name}{',' if name.split()[0] in FIRST_NAMES else ' '}"


def _is_small(word: str) -> bool:
    """A preposition, or a participle that begins what was done: "Welcoming", "Marking"."""
    if word in SMALL:
        return True
    stem = word.removesuffix("ing")
    return len(word) >= LEAST_GERUND and stem != word and (stem in BASES or f"{stem}e" in BASES or stem[:-1] in BASES)
