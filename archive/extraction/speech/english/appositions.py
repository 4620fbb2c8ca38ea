"""What explains a name between commas in English, and who is explained: "Anna Smith, the mayor, and Tom Hill, her deputy, said"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages import words
from archive.extraction.languages.english import capitals, particles, speech_verbs
from archive.extraction.people.mentions import Mention
from archive.extraction.speech import appositions
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token

RELATIVE = words("who whose")
VERBS = particles.FINITE | speech_verbs.SAYING | speech_verbs.TELLING
OPENERS = particles.DETERMINERS | capitals.MODIFIERS
# What may stand before a name that is no object of a verb.
BEFORE_NAME = particles.CONNECTORS | words("and & that when while after the")


def explained_before(tokens: Sequence[Token], mentions: Sequence[Mention], comma: int) -> Mention | None:
    """Who is explained by the apposition that ends at a comma: "Anna Smith, the mayor|, and Tom Hill"."""
    return appositions.explained_before(tokens, mentions, comma, explains, BEFORE_NAME)


def explains(inserted: Sequence[Token]) -> bool:
    """ "the head of the clinic", "45", "MP", "who runs the clinic": says what somebody is, and is no clause of its own."""
    return bool(inserted) and all(t.kind == "w" for t in inserted) and EXPLAINS(inserted)


EXPLAINS = Rules[[Sequence[Token]], bool]("does an inserted English phrase explain the name before it", otherwise=False)


@EXPLAINS.when("clause about somebody", True, "Anna Smith, who runs the clinic, and Tom Hill, her deputy, said it was shut.")
def _relative(inserted: Sequence[Token]) -> bool:
    return inserted[0].lower in RELATIVE


@EXPLAINS.rule("one word", "Anna Smith, 45, and Tom Hill, her deputy, said it was shut.")
def _alone(inserted: Sequence[Token]) -> bool | None:
    return appositions.is_age_or_post(inserted[0]) if len(inserted) == 1 else None


@EXPLAINS.when("verb of its own", False, "Anna Smith, the mayor said, and Tom Hill, her deputy, said it was shut.")
def _verb(inserted: Sequence[Token]) -> bool:
    return any(t.lower in VERBS for t in inserted)


@EXPLAINS.when("what somebody is", True, "Anna Smith, the mayor of Valmere, and Tom Hill, her deputy, said it was shut.")
def _calling(inserted: Sequence[Token]) -> bool:
    return appositions.opens_with_calling(inserted, OPENERS)
