"""Those who speak by what they know or to whom they belong: "people familiar with the talks", "a lawyer for Anna Smith"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.languages import words
from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import capitals, nouns, particles
from archive.extraction.people.mentions import Mention
from archive.extraction.speech.english.noun_phrases import LONGEST, kind_of, made, phrase_left
from archive.extraction.speech.reports import Source
from archive.extraction.text.tokens import Token

# "people familiar with the matter", "a person briefed on the talks", "analysts polled by the wire".
KNOWING = words("familiar close briefed acquainted knowledgeable privy polled surveyed interviewed questioned contacted")
KNOWN_BY = words("with to on about by")
# Behind a participle: "officers investigating | the crash", "firms working | in the north".
WORKED_ON = particles.DETERMINERS | words("on in at with for under from to")
BEFORE_ROLE = particles.DETERMINERS | capitals.MODIFIERS
LEAST_PARTICIPLE = 6
BELONGING = words("of for to at from with")


def insiders(tokens: Sequence[Token], at: int) -> Source | None:
    """ "Two people familiar with the talks said": who they are stands before what they know."""
    for n in range(at - 2, max(0, at - LONGEST), -1):
        if tokens[n].kind != "w" or tokens[n].lower in particles.FINITE:
            return None
        if _is_knowing(tokens, n) and kind_of(tokens[n - 1], tokens[n - 1].lower, opens=True) == "role":
            return made("role", tokens[n - 1].lower, tokens, _role_start(tokens, n - 1), at)
    return None


def _role_start(tokens: Sequence[Token], first: int) -> int:
    while first and tokens[first - 1].lower in BEFORE_ROLE:
        first -= 1
    return first


def _is_knowing(tokens: Sequence[Token], at: int) -> bool:
    """ "familiar with", or "officers | investigating the crash"."""
    word, following = tokens[at].lower, tokens[at + 1].lower
    if word in KNOWING and following in KNOWN_BY:
        return True
    somebody = tokens[at - 1].lower.endswith("s") or is_calling(tokens[at - 1].lower)
    return word.endswith("ing") and len(word) >= LEAST_PARTICIPLE and somebody and following in WORKED_ON


def those_of(tokens: Sequence[Token], mentions: Sequence[Mention], first: int, last: int, end: int) -> Source | None:
    """ "A lawyer for Anna Smith said", "analysts at Merrow said": those speak who belong to the name, not its bearer."""
    at = first - 2 if tokens[first - 1].lower == "the" else first - 1
    if at < 1 or tokens[at].lower not in BELONGING:
        return None
    head, source = tokens[at - 1], phrase_left(tokens, mentions, at - 1)
    if source is None or source.kind not in ("role", "body"):
        return None
    called = is_calling(head.lower) or head.text in nouns.BODIES or is_calling(source.head)  # "the director of nursing | at"
    return replace(source, last=last, end=end) if called else None


def body_of(tokens: Sequence[Token], mentions: Sequence[Mention], doubtful: Mention) -> Source | None:
    """ "The Council of | Paper Unions said": two capitals that belong to the name of a body before "of"."""
    if doubtful.first < 2 or tokens[doubtful.first - 1].lower != "of" or not tokens[doubtful.first - 2].is_capital:
        return None
    source = phrase_left(tokens, mentions, doubtful.last)
    return source if source and source.kind == "body" and source.first < doubtful.first else None
