"""An office that the sentence behind it explains by a name: "Fares will rise, the transport minister has said. Livia Stern told …"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.speakers.spoken import Sentence, Spoken
from archive.extraction.speech.reports import Source

# News opens so: the verb in the perfect or the present, and the name in the next sentence.
OPENING_VERBS = words("has says warns announces claims insists")


def explains(text: str, sentences: Sequence[Sentence], spoken: Spoken, after: Spoken) -> bool:
    """The office of the first is nobody's in the text, and the sentence behind begins with a name that bears none and is new there."""
    role, person = spoken.report.source, after.report.source
    if role is None or person is None or spoken.names or len(after.names) != 1:
        return False
    return _is_office(text, sentences[spoken.number], role) and _is_new(sentences, person, after)


def _is_office(text: str, sentence: Sentence, role: Source) -> bool:
    """ "The transport minister has said"."""
    printed, tokens = text[role.start : role.end], sentence.unit.tokens
    if role.kind != "role" or role.head.endswith("s") or not printed.lower().startswith("the "):
        return False
    return role.last + 1 < len(tokens) and tokens[role.last + 1].lower in OPENING_VERBS


def _is_new(sentences: Sequence[Sentence], person: Source, after: Spoken) -> bool:
    """A full name that opens its sentence, with no role, and stands in none before."""
    if person.kind != "person" or person.first or after.speakers[0].role or not person.mentions[0].is_full:
        return False
    return not any(after.names[0] == one.name for sentence in sentences[: after.number] for one in sentence.unit.mentions)
