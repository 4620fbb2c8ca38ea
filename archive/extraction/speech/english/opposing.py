"""Tells an English clause of somebody else who objects to what was said: "…, but Lena Moss disagreed", "but critics point to costs"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import particles
from archive.extraction.people.mentions import Mention
from archive.extraction.speech.opposing import behind_subject
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

AGAINST = words("but while whereas though although yet")
OBJECTING = ("disagree", "differ", "dissent", "demur", "object", "disput", "doubt", "scoff", "sceptical", "skeptical", "unconvinced")
POINTING = words("point points pointed")
REJECTING = words("rejected rejects reject dismissed dismisses dismiss denied denies deny")
WHAT_WAS_SAID = words("that this it claim claims idea charge charges accusation accusations argument suggestion")
NOT_WITHIN = particles.STOPS | particles.FINITE


def opposes(tokens: Sequence[Token], mentions: Sequence[Mention], at: int) -> bool:
    """A person or people, no pronoun, stand at the token with a verb of objecting of their own."""
    if at >= len(tokens) or tokens[at].lower in particles.PRONOUNS:
        return False
    return OBJECTS(behind_subject(tokens, mentions, at, NOT_WITHIN))


OBJECTS = Rules[[Sequence[str]], bool]("does somebody object to what was said in an English sentence", otherwise=False)


@OBJECTS.when("verb of objecting", True, "The mayor said the bridge is safe, but Lena Moss disagreed with him.")
def _verb(ahead: Sequence[str]) -> bool:
    return any(word.startswith(OBJECTING) for word in ahead)


@OBJECTS.when("pointing to something", True, "The mayor said the bridge is safe, but critics point to its age.")
def _pointing(ahead: Sequence[str]) -> bool:
    return any(word in POINTING and ahead[n + 1 : n + 2] == ["to"] for n, word in enumerate(ahead))


@OBJECTS.when("rejecting what was said", True, "Anna Holt said the road is shut, but the mayor rejected that.")
def _rejecting(ahead: Sequence[str]) -> bool:
    return not REJECTING.isdisjoint(ahead[:2]) and not WHAT_WAS_SAID.isdisjoint(ahead[1:4])
